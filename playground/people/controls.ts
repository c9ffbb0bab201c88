import { ComponentType } from 'discord-api-types/v10';

import { everyComponent, isSelect } from '../state/components.ts';
import type { Component, MessageJson } from '../state/json.ts';
import { asRead, buttonsOf, faceOf, isLink, textOf } from './reading.ts';

/**
 * Chooses a button: by its label; if a label occurs more than once, also by a text `near` it in its section or
 * container, or by its index `at` (from 0); or by any custom id, as a person who tampers would send it.
 */
export type ButtonChoice = string | { label: string; near?: string; at?: number } | { customId: string };

/**
 * The button that a person would press.
 * @throws Error if it is missing or disabled, because Discord's client offers nothing to press then
 */
export function findButton(
  message: MessageJson,
  choice: Exclude<ButtonChoice, { customId: string }>,
): Component {
  const { label, near, at } = typeof choice === 'string' ? { label: choice } : choice;
  const all = buttonsOf(message);
  const within = near === undefined ? all : nearTo(message.components, near);
  const found = within.filter((button) => faceOf(button) === label);
  const [button] = at === undefined ? found : found.slice(at);
  if (!button) {
    throw new Error(
      `There is no button "${label}" here, but: ${all.map(faceOf).join(', ') || 'none'}.\n${textOf(message)}`,
    );
  }
  if (at === undefined && found.length > 1) {
    throw new Error(`There are ${found.length} buttons "${label}": say which by near, at or customId.`);
  }
  if (button.disabled) throw new Error(`The button "${label}" is disabled.`);
  if (isLink(button)) throw new Error(`The button "${label}" is a link to ${button.url}.`);
  return button;
}

/** The buttons of the smallest parts of the message that contain the text: a section, or a whole container. */
function nearTo(components: readonly Component[], text: string): Component[] {
  const says = (component: Component): boolean =>
    everyComponent([component]).some((each) => asRead(each.content ?? '').includes(text));
  const parts = everyComponent(components).filter(
    (component) => component.type === ComponentType.Section && says(component),
  );
  const chosen = parts.length > 0 ? parts : components.filter(says);
  return buttonsOf({ components: chosen });
}

/** The select with this placeholder or custom id. */
export function findSelect(message: MessageJson, name: string): Component {
  const selects = everyComponent(message.components).filter((component) => isSelect(component.type));
  const select = selects.find((each) => each.custom_id === name || each.placeholder === name);
  if (!select) {
    const names = selects.map((each) => each.placeholder ?? each.custom_id).join(', ');
    throw new Error(`There is no select "${name}" here, but: ${names || 'none'}.`);
  }
  if (select.disabled) throw new Error(`The select "${name}" is disabled.`);
  return select;
}

/**
 * The values for a person's choice: options by value or label.
 * @throws Error for a choice that is not offered
 */
export function chosenOptions(name: string, component: Component, chosen: readonly string[]): string[] {
  return chosen.map((value) => {
    const option = component.options?.find(
      (each) => each.value === value || asRead(each.label ?? '') === value,
    );
    if (!option) {
      const offered = component.options?.map((each) => each.label).join(', ') ?? '';
      throw new Error(`"${name}" does not offer "${value}", but: ${offered}.`);
    }
    return option.value;
  });
}

/** @throws Error if fewer or more are chosen than the component allows */
export function checkCount(name: string, component: Component, count: number): void {
  const least = component.required === false && count === 0 ? 0 : (component.min_values ?? 1);
  const most = component.max_values ?? (component.type === ComponentType.CheckboxGroup ? 10 : 1);
  if (count < least || count > most) {
    throw new Error(`"${name}" takes ${least} to ${most} values, not ${count}.`);
  }
}
