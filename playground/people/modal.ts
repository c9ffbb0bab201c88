import { ComponentType as Kind } from 'discord-api-types/v10';

import { isSelect } from '../state/components.ts';
import type { PersonsFile } from '../state/files.ts';
import type { Component, Json, ModalJson } from '../state/json.ts';
import { checkCount, chosenOptions } from './controls.ts';
import type { Resolver, Thing } from './things.ts';

/**
 * What a person enters into one field of a modal: text; an option (radio group) or options (select, checkbox group) by value or
 * label; people, roles, channels; files; yes or no (checkbox).
 */
export type FieldValue = string | boolean | readonly (Thing | PersonsFile)[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

interface Field {
  /** What a person reads beside it. */
  label: string;
  component: Component;
}

/** The modal's components as they are sent. Fields are named by label or custom id; what is not named stays as the bot prefilled it. */
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

function entered(field: Field, value: FieldValue | undefined, resolver: Resolver, isChecked: boolean): Json {
  const { label, component } = field;
  const isRequired = component.required !== false;
  const refuse = (why: string): never => {
    throw new Error(`The field "${label}" ${why}.`);
  };
  const list = (): readonly (Thing | PersonsFile)[] => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value : refuse('takes a list');
  };
  const texts = (): string[] => list().filter((each) => typeof each === 'string');
  if (isSelect(component.type)) {
    const values =
      value === undefined ? presetOf(component) : chosen(component, label, list(), resolver, isChecked);
    if (isChecked) checkCount(label, component, values.length);
    return { values };
  }
  switch (component.type) {
    case Kind.TextInput: {
      const text = value ?? component.value ?? '';
      if (typeof text !== 'string') return refuse('takes text');
      if (isChecked && isRequired && text === '') return refuse('must be filled in');
      if (isChecked && text !== '' && text.length < (component.min_length ?? 0))
        return refuse(`takes ${component.min_length} characters or more`);
      if (isChecked && text.length > (component.max_length ?? 4000))
        return refuse(`takes ${component.max_length ?? 4000} characters at most`);
      return { value: text };
    }
    case Kind.FileUpload: {
      const files = list().filter((each) => typeof each === 'object' && 'content' in each);
      if (isChecked) checkCount(label, component, files.length);
      return { values: files.map((file) => resolver.file(file)) };
    }
    case Kind.RadioGroup: {
      if (value !== undefined && typeof value !== 'string') return refuse('takes one option');
      const preset = component.options?.find((option) => option.default)?.value;
      const [picked] = value === undefined ? [preset] : chosenOptions(label, component, [value]);
      if (isChecked && isRequired && picked === undefined) return refuse('must be answered');
      return { value: picked ?? null };
    }
    case Kind.CheckboxGroup: {
      const values = value === undefined ? presetOf(component) : chosenOptions(label, component, texts());
      const most = component.max_values ?? component.options?.length ?? 10;
      if (isChecked) checkCount(label, { ...component, max_values: most }, values.length);
      return { values };
    }
    case Kind.Checkbox:
      return { value: value === undefined ? (component.default ?? false) : value === true };
    default:
      return refuse('is of a kind that this server does not know');
  }
}

function presetOf(component: Component): string[] {
  if (component.default_values) return component.default_values.map((preset) => preset.id);
  return (component.options ?? []).filter((option) => option.default).map((option) => option.value);
}

/** The values of any select for what a person chose; `isChecked` holds them to what it offers. */
export function chosen(
  component: Component,
  name: string,
  things: readonly (Thing | PersonsFile)[],
  resolver: Resolver,
  isChecked = true,
): string[] {
  const named = things.filter((thing) => typeof thing === 'string' || 'id' in thing);
  switch (component.type) {
    case Kind.UserSelect:
      return named.map((thing) => resolver.user(thing));
    case Kind.RoleSelect:
      return named.map((thing) => resolver.role(thing));
    case Kind.MentionableSelect:
      return named.map((thing) => resolver.mentionable(thing));
    case Kind.ChannelSelect:
      return named.map((thing) => resolver.channel(thing, component.channel_types));
    default: {
      const texts = named.map((thing) => (typeof thing === 'string' ? thing : thing.id));
      return isChecked ? chosenOptions(name, component, texts) : texts;
    }
  }
}
