import { pausesOf } from '../members/pauses.ts';
import type { Member } from '../members/members.ts';
import type { Db } from '../schema.ts';
import { topicsStudiedByDate } from './days.ts';
import { streak, type Streak } from '../../study/progress/streak.ts';
import { currentDay } from '../../time/study-day.ts';

/** A member's streak as they count it, the day on which it stands, and what they studied on each day. */
export interface OwnStreak {
  readonly streak: Streak;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly studied: ReadonlyMap<string, number>;
}

/**
 * Reads a member's streak.
 * @param now epoch ms
 * @param shown of how many days before today it says what they mean; by default the last two weeks
 */
export async function streakOf(
  db: Db,
  { userId, dayStart, streakUnit }: Member,
  timeZone: string,
  now: number,
  shown?: (today: string) => number,
): Promise<OwnStreak> {
  const [studied, pauses] = await Promise.all([topicsStudiedByDate(db, userId, now), pausesOf(db, userId)]);
  const dates = new Set(studied.keys());
  const today = currentDay(now, { timeZone, dayStart }, dates);
  const rules = { unit: streakUnit, pauses };
  return { streak: streak(dates, today, rules, shown?.(today)), today, studied };
}
