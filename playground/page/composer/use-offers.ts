import { useViewer } from '../viewer.ts';
import type { Composing } from './composing.ts';
import { soFar } from './draft.ts';
import type { Entry } from './entries.ts';
import { offersFor, type Offers } from './offers.ts';
import { useAutocomplete } from './use-autocomplete.ts';

/** The offers for the field that a person is in; null while the list is closed or has nothing to say. */
export function useOffers(
  { draft, active, tail, isClosed }: Composing,
  entries: readonly Entry[],
): Offers | null {
  const { world, guild, words } = useViewer();
  const given =
    draft.mode === 'command' ? draft.given.find((each) => each.option.name === active) : undefined;
  const question =
    draft.mode === 'command' && given?.option.autocomplete === true && given.chosen === null && !isClosed
      ? { command: draft.entry.path, options: soFar(draft, active), focused: active }
      : null;
  const asked = useAutocomplete(question);
  const offers = offersFor(draft, given, {
    entries,
    tail,
    asked: question === null ? null : asked,
    place: { world, guild, yes: words.yes, no: words.no },
  });
  const isEmpty = offers.rows.length === 0 && offers.status === null && offers.heading === null;
  return isClosed || isEmpty ? null : offers;
}
