import type { ChoiceJson } from '../../state/json.ts';
import type { OptionValue } from '../../web/protocol.ts';
import { remaining, type Draft, type Given } from './draft.ts';
import { matchEntries, type Entry, type EntryOption } from './entries.ts';
import { suggest, type Place } from './suggest.ts';

/** The effect of an offer: it begins a command, adds an option, or gives the present option a value. */
export type Pick =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'option'; readonly option: EntryOption }
  | { readonly kind: 'value'; readonly text: string; readonly value: OptionValue };

export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly pick: Pick;
}

/** The state of the autocompletion that the bot was asked for. */
export interface Asked {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly choices: readonly ChoiceJson[];
}

/** The offers above the composer. */
export interface Offers {
  readonly heading: { readonly label: string; readonly detail: string } | null;
  readonly rows: readonly Offer[];
  /** The reason why there are none. */
  readonly status: 'no commands' | 'loading' | 'failed' | 'no matches' | null;
}

const NONE: Offers = { heading: null, rows: [], status: null };

/** The offers for the content of the composer. `asked` is the bot's answer if it completes the present option. */
export function offersFor(
  draft: Draft,
  given: Given | undefined,
  context: {
    readonly entries: readonly Entry[];
    readonly tail: string;
    readonly asked: Asked | null;
    readonly place: Place;
  },
): Offers {
  if (draft.mode === 'text')
    return draft.text.startsWith('/') ? commands(context.entries, draft.text.slice(1)) : NONE;
  if (given === undefined) {
    const heading = { label: `/${draft.entry.label}`, detail: draft.entry.description };
    const options = remaining(draft).filter((option) => option.label.includes(context.tail.trim()));
    return { heading, rows: options.map(offerOption), status: null };
  }
  const heading = { label: given.option.label, detail: given.option.description };
  if (given.chosen !== null) return { ...NONE, heading };
  if (context.asked !== null) {
    const { state, choices } = context.asked;
    const rows = choices.map(({ name, value }) => offerValue(String(value), name, '', value));
    return { heading, rows, status: state === 'ready' ? emptiness(rows) : state };
  }
  const found = suggest(given.option, given.text, context.place);
  if (found === null) return { ...NONE, heading };
  const rows = found.map(({ key, label, detail, value }) => offerValue(key, label, detail ?? '', value));
  return { heading, rows, status: emptiness(rows) };
}

const emptiness = (rows: readonly Offer[]): Offers['status'] => (rows.length === 0 ? 'no matches' : null);

function commands(entries: readonly Entry[], typed: string): Offers {
  const rows = matchEntries(entries, typed).map((entry): Offer => ({
    key: entry.path,
    label: `/${entry.label}`,
    detail: entry.description,
    pick: { kind: 'entry', entry },
  }));
  return { heading: null, rows, status: rows.length === 0 ? 'no commands' : null };
}

const offerOption = (option: EntryOption): Offer => ({
  key: option.name,
  label: option.label,
  detail: option.description,
  pick: { kind: 'option', option },
});

const offerValue = (key: string, label: string, detail: string, value: OptionValue): Offer => ({
  key,
  label,
  detail,
  pick: { kind: 'value', text: label, value },
});
