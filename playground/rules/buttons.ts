import { addressFault } from './addresses.ts';
import type { Component } from './body.ts';
import type { Fault, Path } from './refusal.ts';

const LINK = 5;
const PREMIUM = 6;

/** A button has the fields that its style requires (custom_id, url or sku_id), no others, and a label or an emoji. */
export function* buttonFaults(button: Component, path: Path): Iterable<Fault> {
  const needed = button.style === LINK ? 'url' : button.style === PREMIUM ? 'sku_id' : 'custom_id';
  const name =
    button.style === LINK ? 'A link button' : button.style === PREMIUM ? 'A premium button' : 'A button';
  for (const field of ['custom_id', 'url', 'sku_id'] as const) {
    const isGiven = (button[field] ?? null) !== null;
    if (field === needed && !isGiven) {
      yield {
        path: [...path, field],
        code: 'BASE_TYPE_REQUIRED',
        message: `A ${field} is required`,
        rule: `${name} has a ${field}`,
      };
    }
    if (field !== needed && isGiven) {
      yield {
        path: [...path, field],
        code: 'BUTTON_COMPONENT_FIELD_EXCLUSIVE',
        message: `A ${field} and ${needed} cannot both be specified`,
        rule: `${name} has a ${needed} and no ${field}`,
      };
    }
  }
  yield* faceFaults(button, path);
  const fault = button.url
    ? addressFault(button.url, [...path, 'url'], ['http', 'https', 'discord'], 'A link button')
    : null;
  if (fault !== null) yield fault;
}

function* faceFaults({ style, label, emoji }: Component, path: Path): Iterable<Fault> {
  const hasFace = (label ?? '').trim() !== '' || Boolean(emoji);
  if (style === PREMIUM ? hasFace : !hasFace) {
    yield {
      path: [...path, 'label'],
      code: style === PREMIUM ? 'BUTTON_COMPONENT_FIELD_EXCLUSIVE' : 'BUTTON_COMPONENT_LABEL_REQUIRED',
      message: style === PREMIUM ? 'A premium button has no label' : 'A label or emoji is required',
      rule:
        style === PREMIUM
          ? 'A premium button has neither label nor emoji'
          : 'A button has a label or an emoji',
    };
  }
  yield* emojiFaults(emoji, path);
}

const PICTURE = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?)$/v;

/** An emoji of a component is a custom emoji with its id, or exactly one Unicode emoji. */
export function* emojiFaults(
  emoji: { id?: string | null; name?: string | null } | null | undefined,
  path: Path,
): Iterable<Fault> {
  if (!emoji || emoji.id || PICTURE.test(emoji.name ?? '')) return;
  yield {
    path: [...path, 'emoji', 'name'],
    code: 'BUTTON_COMPONENT_INVALID_EMOJI',
    message: 'Invalid emoji',
    rule: `An emoji is one Unicode emoji or has an id; ${JSON.stringify(emoji.name ?? null)} is neither`,
  };
}
