import { ComponentType as Kind } from 'discord-api-types/v10';

import { isSelect } from '../state/components.ts';
import { contentTypeOf, type PersonsFile } from '../state/files.ts';
import type { Component, Json, ModalJson } from '../state/json.ts';
import { checkCount, chosenOptions } from './controls.ts';
import type { Resolver, Thing } from './things.ts';

/**
 * What a person enters into a field of a modal: text; an option (radio group) or options (select, checkbox group) by
 * value or label; people, roles, channels; files; yes or no (checkbox).
 */
export type FieldValue = string | boolean | readonly (Thing | PersonsFile)[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

interface Field {
  /** The text that a person reads beside it. */
  label: string;
  component: Component;
}

/**
 * The modal's components as they are sent. Fields are named by label or custom id. A field that is not named keeps the
 * bot's value.
 */
export function sentModal(
  modal: ModalJson,
  values: FieldValues,
  resolver: Resolver,
  isChecked: boolean,
): Json {
  const fields = modal.components.flatMap(fieldsOf);
  const names = new Set(fields.flatMap((field) => [field.label, field.component.custom_id ?? '']));
  for (const name of Object.keys(values)) {
    if (!names.has(name)) {
      throw new Error(
        `The modal "${modal.title}" has no field "${name}", but: ${fields.map((f) => f.label).join(', ')}.`,
      );
    }
  }
  const entry = (component: Component): Json => {
    const field = fields.find((each) => each.component === component) ?? { label: '', component };
    const value = values[field.label] ?? values[component.custom_id ?? ''];
    return {
      type: component.type,
      id: component.id ?? 0,
      custom_id: component.custom_id,
      ...entered(field, value, resolver, isChecked),
    };
  };
  let number = 0;
  const numbered = (component: Component): Component => {
    number += 1;
    return Object.assign(component, { id: component.id || number });
  };
  const components = modal.components.map((top): Json => {
    numbered(top);
    if (top.component) return { type: top.type, id: top.id, component: entry(numbered(top.component)) };
    if (top.components)
      return { type: top.type, id: top.id, components: top.components.map((c) => entry(numbered(c))) };
    return { type: top.type, id: top.id };
  });
  const { resolved } = resolver;
  return { custom_id: modal.custom_id, components, ...(resolved ? { resolved } : {}) };
}

/** The fields under a top-level component: a label's one, or an action row's text inputs. */
function fieldsOf(top: Component): Field[] {
  if (top.component) return [{ label: top.label ?? '', component: top.component }];
  return (top.components ?? []).map((component) => ({ label: component.label ?? '', component }));
}

/** A field as it is read: its label and component, the person's entry, and whether the client checks it. */
interface Entry {
  label: string;
  component: Component;
  value: FieldValue | undefined;
  resolver: Resolver;
  isChecked: boolean;
}

/**
 * The data to send for a field.
 * @throws Error for an entry that Discord's client would not accept
 */
function entered(field: Field, value: FieldValue | undefined, resolver: Resolver, isChecked: boolean): Json {
  const entry: Entry = { ...field, value, resolver, isChecked };
  if (isSelect(field.component.type)) return select(entry);
  return (
    readers[field.component.type]?.(entry) ?? refuse(entry, 'is of a kind that this server does not know')
  );
}

function refuse({ label }: Entry, why: string): never {
  throw new Error(`The field "${label}" ${why}.`);
}

function list(entry: Entry): readonly (Thing | PersonsFile)[] {
  const { value = [] } = entry;
  return typeof value === 'object' ? value : refuse(entry, 'takes a list');
}

/** Checks the number of values: for a list, between `least` and `most` of the component. */
function counted(entry: Entry, values: string[], component = entry.component): Json {
  if (entry.isChecked) checkCount(entry.label, component, values.length);
  return { values };
}

function select(entry: Entry): Json {
  const { component, label, resolver, isChecked } = entry;
  if (entry.value === undefined) return counted(entry, presetOf(component));
  return counted(entry, chosen(component, label, list(entry), resolver, isChecked));
}

function text(entry: Entry): Json {
  const { component, isChecked } = entry;
  const { min_length = 0, max_length = 4000 } = component;
  const value = entry.value ?? component.value ?? '';
  if (typeof value !== 'string') return refuse(entry, 'takes text');
  if (!isChecked) return { value };
  if (component.required !== false && value === '') return refuse(entry, 'must be filled in');
  if (value !== '' && value.length < min_length)
    return refuse(entry, `takes ${min_length} characters or more`);
  if (value.length > max_length) return refuse(entry, `takes ${max_length} characters at most`);
  return { value };
}

function radio(entry: Entry): Json {
  const { component, label, isChecked } = entry;
  const preset = component.options?.find((option) => option.default)?.value;
  if (entry.value !== undefined && typeof entry.value !== 'string') return refuse(entry, 'takes one option');
  const [value = null] =
    entry.value === undefined ? [preset] : chosenOptions(label, component, [entry.value]);
  return isChecked && component.required !== false && value === null
    ? refuse(entry, 'must be answered')
    : { value };
}

function checkboxes(entry: Entry): Json {
  const { component, label } = entry;
  const names = list(entry).filter((each) => typeof each === 'string');
  const values = entry.value === undefined ? presetOf(component) : chosenOptions(label, component, names);
  return counted(entry, values, {
    ...component,
    max_values: component.max_values ?? component.options?.length ?? 10,
  });
}

/** How each kind of field is read, except selects. */
const readers: Partial<Record<Kind, (entry: Entry) => Json>> = {
  [Kind.TextInput]: text,
  [Kind.RadioGroup]: radio,
  [Kind.CheckboxGroup]: checkboxes,
  [Kind.Checkbox]: ({ value, component }) => ({
    value: value === undefined ? (component.default ?? false) : value === true,
  }),
  [Kind.FileUpload]: (entry) => {
    const files = list(entry).filter((each) => typeof each === 'object' && 'content' in each);
    const types = entry.component.file_types;
    const unfit = files.find((file) => !fitsType(file, types));
    if (entry.isChecked && unfit)
      return refuse(entry, `takes files of ${types?.join(', ')}, not ${unfit.name}`);
    return counted(
      entry,
      files.map((file) => entry.resolver.file(file)),
    );
  },
};

/** Whether a file is of a kind that the field names. Discord's client looks only at the file's name. */
function fitsType({ name, type }: PersonsFile, types: readonly string[] | undefined): boolean {
  if (types === undefined) return true;
  const kind = (type ?? contentTypeOf(name)).split('/')[0];
  return types.some((each) => (each.startsWith('.') ? name.toLowerCase().endsWith(each) : each === kind));
}

function presetOf(component: Component): string[] {
  if (component.default_values) return component.default_values.map((preset) => preset.id);
  return (component.options ?? []).filter((option) => option.default).map((option) => option.value);
}

/** The values of a select for a person's choice. `isChecked` limits them to what it offers. */
export function chosen(
  component: Component,
  name: string,
  things: readonly (Thing | PersonsFile)[],
  resolver: Resolver,
  isChecked = true,
): string[] {
  const named = things.filter((each) => typeof each === 'string' || 'id' in each);
  const byId = byKind[component.type];
  if (byId) return named.map((each) => byId(each, resolver, component));
  const texts = named.map((each) => (typeof each === 'string' ? each : each.id));
  return isChecked ? chosenOptions(name, component, texts) : texts;
}

/** How the selects of people, roles and channels read a choice. */
const byKind: Partial<Record<Kind, (each: Thing, resolver: Resolver, component: Component) => string>> = {
  [Kind.UserSelect]: (each, resolver) => resolver.user(each),
  [Kind.RoleSelect]: (each, resolver) => resolver.role(each),
  [Kind.MentionableSelect]: (each, resolver) => resolver.mentionable(each),
  [Kind.ChannelSelect]: (each, resolver, component) => resolver.channel(each, component.channel_types),
};
