import type { Lexicon } from './lexicon.ts';
import type { Once, Reader, Repeated, When } from './meaning.ts';
import { onceOf } from './once.ts';
import { repeatsOf } from './repeats.ts';
import type { Spoken } from './said.ts';
import { spokenIn } from './spoken.ts';
import { tokensOf } from './tokens.ts';
import { DAY } from '../units.ts';

/** After so many days, nobody remembers why they asked for a reminder. */
const FURTHEST = 5 * 366;
/** A person cannot look over more choices at once. */
const MOST_CHOICES = 4;

/**
 * Reads a typed time: `tomorrow 18:30`, `every mon, wed 07:00`, `yarım saat sonra`. Nothing is guessed: an unknown
 * word makes it unclear, and a text with two meanings leads to a question.
 * @param lexicons those of the languages that the person may write in, their own first
 */
export function readWhen(text: string, reader: Reader, lexicons: readonly Lexicon[]): When {
  let refused: When = { is: 'refused', why: 'unclear' };
  for (const lexicon of lexicons) {
    const tokens = tokensOf(text, lexicon);
    const spoken = tokens === null || tokens.length === 0 ? null : spokenIn(tokens);
    if (spoken === null) continue;
    const found = meant(spoken, reader, lexicon);
    if (found.is !== 'refused') return found;
    if (refused.why === 'unclear') refused = found;
  }
  return refused;
}

function meant(spoken: Spoken, reader: Reader, lexicon: Lexicon): When {
  const found = spoken.every === true ? repeatsOf(spoken, reader) : onceOf(spoken, reader, lexicon);
  if (typeof found === 'string') return { is: 'refused', why: found };
  // A date comes before a time, because people think of it first. Times are in the order of the clock.
  const ordered = spoken.dotted === undefined ? found.toSorted((a, b) => a.at - b.at) : found;
  const choices = distinct(ordered).slice(0, MOST_CHOICES);
  const [only] = choices;
  if (only === undefined) return { is: 'refused', why: 'unclear' };
  if (choices.some(({ at }) => at - reader.now > FURTHEST * DAY)) return { is: 'refused', why: 'too-far' };
  return choices.length === 1 ? only : { is: 'ask', choices };
}

function distinct(found: readonly (Once | Repeated)[]): readonly (Once | Repeated)[] {
  return [...new Map(found.map((choice) => [JSON.stringify(choice), choice])).values()];
}
