import type { Finish } from './replay.ts';
import { MINUTE } from '../../time/units.ts';

/** Who finishes so many topics within so many milliseconds only ticks off what they know already. */
const MANY = 8;
const WITHIN = 10 * MINUTE;

/** What was finished by studying: without the topics that a member ticked off together with many others. */
export function withoutMassTicks(finishes: readonly Finish[]): readonly Finish[] {
  const own = Map.groupBy(finishes, ({ userId }) => userId);
  const hurried = new Set([...own.values()].flatMap(hurriedOf));
  return finishes.filter((finish) => !hurried.has(finish));
}

function hurriedOf(finishes: readonly Finish[]): readonly Finish[] {
  const ordered = finishes.toSorted((a, b) => a.at - b.at);
  const hurried = new Set<Finish>();
  for (let first = 0; first + MANY <= ordered.length; first += 1) {
    const together = ordered.slice(first, first + MANY);
    if ((together.at(-1)?.at ?? 0) - (together[0]?.at ?? 0) > WITHIN) continue;
    for (const finish of together) hurried.add(finish);
  }
  return [...hurried];
}
