import { dateOf, dayNumber, weekOf } from '../../time/study-day.ts';
import { type Days, sevenDays } from '../progress/week.ts';

/** The spans that a board is about: the present week from Monday on, and the present month. */
export const BOARD_PERIODS = ['week', 'month'] as const;
export type BoardPeriod = (typeof BOARD_PERIODS)[number];

/** What a board counts. */
export const BOARD_METRICS = ['topics', 'minutes', 'proofs', 'reviews', 'helping'] as const;
export type BoardMetric = (typeof BOARD_METRICS)[number];

/** Members with the same score share a place. The place after two members on place 1 is place 3. */
export interface Place {
  readonly place: number;
  readonly score: number;
  readonly userIds: readonly string[];
}

/** A board ends after so many places. Nobody is shown as the last. */
const PLACES = 10;

/**
 * The top of a board.
 * @param scores by user id; who has done nothing is on no place
 */
export function topOf(scores: ReadonlyMap<string, number>): readonly Place[] {
  const scored = [...scores].filter(([, score]) => score > 0);
  const byScore = Map.groupBy(scored, ([, score]) => score);
  return [...byScore]
    .toSorted(([a], [b]) => b - a)
    .map(([score, own]) => ({
      place: placeOf(scores, score),
      score,
      userIds: own.map(([userId]) => userId).toSorted(),
    }))
    .filter(({ place }) => place <= PLACES);
}

/** The place that a score has on a board, whether or not its member is shown there. */
export function placeOf(scores: ReadonlyMap<string, number>, score: number): number {
  return 1 + [...scores.values()].filter((other) => other > score).length;
}

/** The days of a period around a study day (`YYYY-MM-DD`). */
export function boardDays(period: BoardPeriod, today: string): Days {
  if (period === 'week') return sevenDays(weekOf(today));
  const first = Temporal.PlainDate.from(today).with({ day: 1 });
  const next = first.add({ months: 1 });
  return { from: first.toString(), to: dateOf(dayNumber(next.toString()) - 1) };
}
