import { TAIL, type Composing } from './composing.ts';
import type { Offer, Pick } from './offers.ts';

/** What a key does in a field of the composer. */
export type Stroke =
  | { readonly kind: 'highlight'; readonly at: number }
  | { readonly kind: 'take'; readonly pick: Pick }
  | { readonly kind: 'send' }
  | { readonly kind: 'close' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'go to'; readonly field: string }
  | { readonly kind: 'remove'; readonly option: string };

/**
 * What a key does, as in Discord; null if it does what it does in every field. `rows` are the offers that are shown.
 * `isEmpty` says whether nothing is written in the field that has the focus.
 */
export function strokeOf(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  state: Composing,
  rows: readonly Offer[],
  isEmpty: boolean,
): Stroke | null {
  const { draft, at } = state;
  const offer = rows[at];
  switch (key) {
    case 'ArrowDown':
      return rows.length > 0 ? { kind: 'highlight', at: (at + 1) % rows.length } : null;
    case 'ArrowUp':
      return rows.length > 0 ? { kind: 'highlight', at: (at <= 0 ? rows.length : at) - 1 } : null;
    case 'Enter':
      if (shiftKey) return null;
      return offer === undefined ? { kind: 'send' } : { kind: 'take', pick: offer.pick };
    case 'Tab': {
      const first = offer ?? rows[0];
      return shiftKey || first === undefined ? null : { kind: 'take', pick: first.pick };
    }
    case 'Escape':
      if (rows.length > 0) return { kind: 'close' };
      return draft.mode === 'command' || draft.text.startsWith('/') ? { kind: 'clear' } : null;
    case 'Backspace':
      return isEmpty ? backwards(state) : null;
    default:
      return null;
  }
}

/** Backspace in an empty field goes back to the last option, removes an optional one, or gives up the command. */
function backwards({ draft, active }: Composing): Stroke | null {
  if (draft.mode === 'text') return null;
  const name = active === TAIL ? draft.given.at(-1)?.option.name : active;
  const option = draft.given.find((each) => each.option.name === name)?.option;
  if (option === undefined) return { kind: 'clear' };
  if (active === TAIL) return { kind: 'go to', field: option.name };
  return option.required ? { kind: 'clear' } : { kind: 'remove', option: option.name };
}
