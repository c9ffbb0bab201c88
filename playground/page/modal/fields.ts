import { ComponentType } from 'discord-api-types/v10';
import type { Component, ModalJson } from '../../state/json.ts';
import type { FieldValue } from '../../web/protocol.ts';
import type { FieldProblem } from '../problems.ts';
import { initialOf } from '../message/select-options.ts';

/** A field of a modal, with its label. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
  readonly component: Component;
}

/**
 * The parts of a modal from top to bottom: texts and fields. A field stands in a Label or, in the old form, in a row.
 */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: Field };

/** The parts of a modal. */
export function partsOf(modal: ModalJson): Part[] {
  return modal.components.flatMap((top): Part[] => {
    if (top.type === ComponentType.TextDisplay) return [{ kind: 'text', text: top.content ?? '' }];
    const component = top.type === ComponentType.Label ? top.component : top.components?.[0];
    if (component?.custom_id === undefined) return [];
    const label = (top.type === ComponentType.Label ? top.label : component.label) ?? '';
    return [
      {
        kind: 'field',
        field: { id: component.custom_id, label, description: top.description ?? null, component },
      },
    ];
  });
}

/** The value of a field at first. */
export function initialValue(component: Component): FieldValue {
  switch (component.type) {
    case ComponentType.TextInput:
      return component.value ?? '';
    case ComponentType.Checkbox:
      return component.default ?? false;
    case ComponentType.RadioGroup:
      return initialOf(component)[0] ?? null;
    default:
      return initialOf(component);
  }
}

const isRequired = (component: Component): boolean => component.required ?? true;

/** The reason why a field cannot be sent, or null. The limits of an optional field only count if it is filled in. */
export function problemOf(component: Component, value: FieldValue): FieldProblem | null {
  if (component.type === ComponentType.Checkbox) return null;
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  if (size === 0) return isRequired(component) && component.min_values !== 0 ? { kind: 'required' } : null;
  if (typeof value === 'string') {
    const { min_length: min, max_length: max } = component;
    if (min !== undefined && size < min) return { kind: 'too short', limit: min };
    if (max !== undefined && size > max) return { kind: 'too long', limit: max };
    return null;
  }
  const { min_values: min, max_values: max } = component;
  if (min !== undefined && size < min) return { kind: 'too few', limit: min };
  if (max !== undefined && size > max) return { kind: 'too many', limit: max };
  return null;
}
