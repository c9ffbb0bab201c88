import type { Outline, Place } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { isReady, studyOrder } from './order.ts';
import type { Progress } from '../progress/progress.ts';
import { isOpen, standings } from '../topics/status.ts';

/**
 * What to study next in a track: what is in progress, longest first; else the first topic that nothing has to come
 * before any more. What is put off comes last.
 * @param now epoch milliseconds
 * @returns a leaf, or null if nothing is left
 */
export function nextInTrack(outline: Outline, progress: Progress, track: Section, now: number): Place | null {
  const all = standings(outline, progress);
  const isSettled = (place: Place): boolean => !isOpen(all.get(place.id)?.state ?? 'todo');
  const open = studyOrder(outline).filter((place) => place.top === track && !isSettled(place));
  const isAway = (place: Place): boolean => (all.get(place.id)?.snoozedUntil ?? 0) > now;
  const sinceOf = (place: Place): number => all.get(place.id)?.since ?? Number.POSITIVE_INFINITY;
  const rank = (place: Place): number =>
    (isAway(place) ? 4 : 0) +
    (all.get(place.id)?.state === 'doing' ? 0 : 1) +
    (isReady(outline, place, isSettled) ? 0 : 2);
  const [first] = open.toSorted(
    (a, b) => rank(a) - rank(b) || compare(sinceOf(a), sinceOf(b)) || a.order - b.order,
  );
  return first ?? null;
}

/** Infinities are equal, too. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);
