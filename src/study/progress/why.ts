import { minutesIn, type Piece, countsForStreak, COUNTS_FROM } from '../sessions/pieces.ts';
import type { Act } from './progress.ts';
import type { StreakDay } from './streak.ts';

/** What a member did for their topics on a day, in kinds that a person tells apart. */
export const DEEDS = ['finished', 'started', 'reviewed', 'wrote', 'helped'] as const;
export type Deed = (typeof DEEDS)[number];

/** A day of a streak, with everything that counted for it, and what did not. */
export interface ExplainedDay extends StreakDay {
  /** How often each was done. Empty on a day without any. */
  readonly deeds: ReadonlyMap<Deed, number>;
  /** Study time that counts for the streak, in minutes, and how much of it was added later. */
  readonly minutes: number;
  readonly addedLater: number;
  /** Whether these minutes are too few to count. */
  readonly isTooShort: boolean;
  /** Minutes that were added too late to count. */
  readonly tooLate: number;
}

/** An act of a member that makes its day count. `deed` is the same for all topics of a skill that it changed. */
export interface CountedAct {
  readonly date: string;
  readonly action: Act;
  readonly deed: string;
}

const DEED_OF: Partial<Record<Act, Deed>> = {
  done: 'finished',
  start: 'started',
  review: 'reviewed',
  proof: 'wrote',
  clear: 'helped',
  question: 'helped',
  reading: 'helped',
};

/**
 * Explains days of a streak.
 * @param days as `streak` gives them
 * @param acts those of these days
 * @param pieces the member's study time of these days
 */
export function explain(
  days: readonly StreakDay[],
  acts: readonly CountedAct[],
  pieces: readonly Piece[],
): readonly ExplainedDay[] {
  return days.map((day) => {
    const deeds = new Map<Deed, number>();
    const own = acts.filter(({ date }) => date === day.date);
    for (const deed of DEEDS) {
      const done = new Set(own.filter(({ action }) => DEED_OF[action] === deed).map((act) => act.deed));
      if (done.size > 0) deeds.set(deed, done.size);
    }
    const studied = pieces.filter(({ date }) => date === day.date);
    const counting = studied.filter(countsForStreak);
    const minutes = minutesIn(counting);
    return {
      ...day,
      deeds,
      minutes,
      addedLater: minutesIn(counting.filter(({ session }) => session.kind === 'logged')),
      isTooShort: minutes > 0 && minutes < COUNTS_FROM,
      tooLate: minutesIn(studied.filter((piece) => !countsForStreak(piece))),
    };
  });
}
