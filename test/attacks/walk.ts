import { ApplicationCommandOptionType as Kind, ComponentType, InteractionType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../playground/people/answer.ts';
import type { FieldValue } from '../../playground/people/modal.ts';
import type { OptionValue } from '../../playground/people/options.ts';
import type { Person } from '../../playground/people/person.ts';
import { everyComponent, isSelect } from '../../playground/state/components.ts';
import type { Component, MessageJson } from '../../playground/state/json.ts';
import { isSlash } from '../../src/discord/command.ts';

/** The values that a walk enters into fields. */
export interface Entered {
  /** Gives the next text. A form's field gets as much of it as fits. */
  readonly text: () => string;
  readonly topic: string;
  readonly person: Person;
  /** The value for a field that asks for an address. */
  readonly address?: string;
}

interface Option {
  readonly type: Kind;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
  readonly min_length?: number;
  readonly min_value?: number;
  readonly choices?: readonly { readonly name: string }[];
  readonly options?: readonly Option[];
}

/** So many are sent at once that the bot has to keep them apart, but a busy machine still answers each in time. */
const AT_ONCE = 8;

/** Does everything in order, several at a time, and returns the results in the same order. */
export async function inBatches<T>(all: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const done: T[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map((each) => each()))));
  return done;
}

/** Every command line, with its options. */
export function commandLines(): readonly { readonly line: string; readonly options: readonly Option[] }[] {
  return commands.filter(isSlash).flatMap(({ data }) => {
    const options: readonly Option[] = 'options' in data ? (data.options ?? []) : [];
    const subs = options.filter(({ type }) => type === Kind.Subcommand);
    if (subs.length === 0) return [{ line: data.name, options }];
    return subs.map((sub) => ({ line: `${data.name} ${sub.name}`, options: sub.options ?? [] }));
  });
}

/** The required options of a line, and with `all` the others as well. */
export function entered(
  options: readonly Option[],
  { text, topic, person }: Entered,
  all = false,
): Record<string, OptionValue> {
  const value = ({ type, name, choices = [], min_value = 1, max_length = 6000 }: Option): OptionValue => {
    if (type === Kind.User) return person;
    if (type === Kind.Attachment) return { name: 'notes.txt', content: Buffer.from(text()) };
    if (type === Kind.Boolean) return true;
    if (type !== Kind.String) return min_value;
    return choices[0]?.name ?? (name === 'topic' && !all ? topic : text().slice(0, max_length));
  };
  // A channel of the right kind would have to exist first. No option requires one.
  const wanted = options.filter(({ required, type }) => required === true || (all && type !== Kind.Channel));
  return Object.fromEntries(wanted.map((option) => [option.name, value(option)]));
}

/**
 * Uses every button, list and form of an answer, and those of the following answers, a few levels deep, but each kind
 * of button once. The test fails if one of them gets no answer.
 */
export async function useEverything(
  person: Person,
  where: Answer | MessageJson,
  enter: Entered,
  depth = 3,
  seen = new Set<string>(),
): Promise<void> {
  if ('interaction' in where && where.modal !== null) {
    const filled = await fill(person, where, enter);
    expect({ form: where.modal.custom_id, failed: filled.failed }).toEqual({
      form: where.modal.custom_id,
      failed: null,
    });
    await useEverything(person, filled, enter, depth, seen);
    return;
  }
  const messages = 'interaction' in where ? [where.message, ...where.followUps] : [where];
  for (const message of messages) {
    for (const component of everyComponent(message?.components ?? [])) {
      const { custom_id: customId } = component;
      if (message === null || customId === undefined || component.disabled === true) continue;
      const kind = customId.replaceAll(/:[\w-]{12,}/g, '');
      if (seen.has(kind)) continue;
      seen.add(kind);
      const used = await use(person, message, component, enter);
      expect({ customId, failed: used.failed }).toEqual({ customId, failed: null });
      const then = used.modal === null ? used : await fill(person, used, enter);
      expect({ customId, failed: then.failed }).toEqual({ customId, failed: null });
      if (depth > 1) await useEverything(person, then, enter, depth - 1, seen);
    }
  }
}

function use(person: Person, message: MessageJson, component: Component, enter: Entered): Promise<Answer> {
  const customId = component.custom_id ?? '';
  if (!isSelect(component.type)) return person.press(message, { customId });
  const values = choiceOf(component, enter);
  if (component.type !== ComponentType.StringSelect)
    return person.choose(message, customId, values, { force: true });
  // An earlier press may have changed the message. The walk then acts as a person who still sees the old message.
  const data = { component_type: component.type, custom_id: customId, id: component.id ?? 1, values };
  return person.forge(InteractionType.MessageComponent, data, { where: message });
}

function choiceOf({ type, options = [] }: Component, { person }: Entered): readonly string[] {
  if (type === ComponentType.UserSelect) return [person.id];
  return options.slice(0, 1).map(({ value }) => value);
}

const ADDRESS = /link|url|repository|live/i;

/** Fills in a form: a text in every text field, and the first option of each list. */
export function fill(person: Person, opened: Answer, enter: Entered): Promise<Answer> {
  const fields = (opened.modal?.components ?? []).flatMap(({ component }) => component ?? []);
  const values = fields.map((field): [string, FieldValue] => [
    field.custom_id ?? '',
    fieldValue(field, enter),
  ]);
  return person.fill(opened, Object.fromEntries(values), { force: true });
}

function fieldValue(field: Component, enter: Entered): FieldValue {
  switch (field.type) {
    case ComponentType.TextInput:
      if (ADDRESS.test(field.custom_id ?? '')) return enter.address ?? 'https://example.org/work';
      return enter.text().slice(0, field.max_length ?? 4000);
    case ComponentType.Checkbox:
      return true;
    case ComponentType.RadioGroup:
      return field.options?.[0]?.value ?? '';
    case ComponentType.FileUpload:
      return [];
    default:
      return choiceOf(field, enter);
  }
}
