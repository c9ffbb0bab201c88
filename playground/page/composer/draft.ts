import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { FileView, OptionValue } from '../../web/protocol.ts';
import type { Problem } from '../problems.ts';
import type { Entry, EntryOption } from './entries.ts';

/** An option that a person is filling in. */
export interface Given {
  readonly option: EntryOption;
  /** The text in its field. */
  readonly text: string;
  /** The value that was chosen from its list; null if the text was only typed. */
  readonly chosen: OptionValue | null;
}

/** The content of the composer. */
export type Draft =
  | { readonly mode: 'text'; readonly text: string }
  | { readonly mode: 'command'; readonly entry: Entry; readonly given: readonly Given[] };

export const EMPTY: Draft = { mode: 'text', text: '' };

/** A command that a person is filling in. */
export type CommandDraft = Extract<Draft, { mode: 'command' }>;

/** Starts the draft of a command, with its required options. */
export const begin = (entry: Entry): CommandDraft => ({
  mode: 'command',
  entry,
  given: entry.options
    .filter((option) => option.required)
    .map((option) => ({ option, text: '', chosen: null })),
});

/** Fills in options by name, adding optional ones. A value is shown as it is, unless it comes with a text. */
export function fillIn(draft: CommandDraft, values: Readonly<Record<string, OptionValue>>): CommandDraft {
  const named = draft.entry.options.filter((option) => option.required || values[option.name] !== undefined);
  const given = named.map((option): Given => {
    const value = values[option.name];
    if (value === undefined)
      return draft.given.find((each) => each.option === option) ?? { option, text: '', chosen: null };
    return { option, text: typeof value === 'object' ? value.name : String(value), chosen: value };
  });
  return { ...draft, given };
}

/** The name of the first empty option. */
export const firstEmpty = (draft: CommandDraft): string | undefined =>
  draft.given.find((given) => given.text === '' && given.chosen === null)?.option.name;

/** The options that can still be added. */
export const remaining = (draft: CommandDraft): EntryOption[] =>
  draft.entry.options.filter((option) => !draft.given.some((given) => given.option === option));

export const add = (draft: CommandDraft, option: EntryOption): CommandDraft => ({
  ...draft,
  given: [...draft.given, { option, text: '', chosen: null }],
});

export const drop = (draft: CommandDraft, name: string): CommandDraft => ({
  ...draft,
  given: draft.given.filter((given) => given.option.name !== name),
});

export const change = (
  draft: CommandDraft,
  name: string,
  text: string,
  chosen: OptionValue | null,
): CommandDraft => ({
  ...draft,
  given: draft.given.map((given) => (given.option.name === name ? { ...given, text, chosen } : given)),
});

/**
 * The value to send for an option, or the reason why it cannot be sent. Null for an optional one that was left empty.
 */
export function valueOf({
  option,
  text,
  chosen,
}: Given): { value: OptionValue } | { problem: Problem } | null {
  if (chosen !== null) return { value: chosen };
  if (text.trim() === '') return option.required ? { problem: { kind: 'required' } } : null;
  if (option.choices.length > 0) {
    const choice = option.choices.find((each) => each.name.toLowerCase() === text.trim().toLowerCase());
    return choice === undefined ? { problem: { kind: 'not a choice' } } : { value: choice.value };
  }
  switch (option.type) {
    case Kind.String:
      return lengthProblem(option, text) ?? { value: text };
    case Kind.Integer:
    case Kind.Number:
      return readNumber(option, text.trim());
    default:
      return { problem: { kind: 'not a choice' } };
  }
}

function lengthProblem(option: EntryOption, text: string): { problem: Problem } | null {
  const { minLength, maxLength } = option;
  if (minLength !== null && text.length < minLength)
    return { problem: { kind: 'too short', limit: minLength } };
  if (maxLength !== null && text.length > maxLength)
    return { problem: { kind: 'too long', limit: maxLength } };
  return null;
}

function readNumber(option: EntryOption, text: string): { value: number } | { problem: Problem } {
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) return { problem: { kind: 'not a number' } };
  if (option.type === Kind.Integer && !Number.isSafeInteger(value)) return { problem: { kind: 'not whole' } };
  if (option.min !== null && value < option.min) return { problem: { kind: 'too small', limit: option.min } };
  if (option.max !== null && value > option.max) return { problem: { kind: 'too large', limit: option.max } };
  return { value };
}

/** The values to send by option name, or the problems to mend first. */
export function finish(
  draft: CommandDraft,
): { readonly values: Record<string, OptionValue> } | { readonly problems: ReadonlyMap<string, Problem> } {
  const values: Record<string, OptionValue> = {};
  const problems = new Map<string, Problem>();
  for (const given of draft.given) {
    const result = valueOf(given);
    if (result === null) continue;
    if ('problem' in result) problems.set(given.option.name, result.problem);
    else values[given.option.name] = result.value;
  }
  return problems.size > 0 ? { problems } : { values };
}

/** The values so far, for autocomplete. Values that are not valid yet are left out. */
export function soFar(draft: CommandDraft, focused: string): Record<string, OptionValue> {
  const values: Record<string, OptionValue> = {};
  for (const given of draft.given) {
    if (given.option.name === focused) values[focused] = given.text;
    else {
      const result = valueOf(given);
      if (result !== null && 'value' in result && !isFile(result.value))
        values[given.option.name] = result.value;
    }
  }
  return values;
}

const isFile = (value: OptionValue): value is FileView => typeof value === 'object';
