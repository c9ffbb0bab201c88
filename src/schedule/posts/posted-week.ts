import { DEFAULT_DAY_START } from '../../store/members/members.ts';
import { type Delivery, pastDeliveries } from '../../store/schedule/deliveries.ts';
import type { Db } from '../../store/schema.ts';
import type { Activity } from '../../study/progress/progress.ts';
import { type Days, sevenDays } from '../../study/progress/week.ts';
import { dayBounds, type Span, studyDay } from '../../time/study-day.ts';

/** In days. */
const WEEK = 7;

/** The seven study days, by the group's clock, before the day of an instant (epoch ms). */
export function weekBefore(at: number, timeZone: string): Days {
  const today = Temporal.PlainDate.from(studyDay(at, timeZone, DEFAULT_DAY_START));
  return sevenDays(today.subtract({ days: WEEK }).toString());
}

/** When a span of days begins and ends by the group's clock. */
export function spanOf({ from, to }: Days, timeZone: string): Span {
  return {
    from: dayBounds(from, timeZone, DEFAULT_DAY_START).from,
    to: dayBounds(to, timeZone, DEFAULT_DAY_START).to,
  };
}

/** @returns the weekly post of the week before a date (`YYYY-MM-DD`), or null if there was none */
export async function postBefore(db: Db, guildId: string, date: string): Promise<Delivery | null> {
  const aWeekAgo = Temporal.PlainDate.from(date).subtract({ days: WEEK }).toString();
  const past = await pastDeliveries(db, guildId, 'weekly', date);
  return past.find((delivery) => delivery.date === aWeekAgo) ?? null;
}

/**
 * Assigns the log's entries to the weeks of a group. For a member who lives west of the group, the last day of a week
 * is not over when that week is posted. What they do after the post counts for the next week.
 * @param before the post of the week before
 */
export function asPosted(
  activity: readonly Activity[],
  { from }: Days,
  before: Pick<Delivery, 'claimedAt'> | null,
): readonly Activity[] {
  if (before === null) return activity;
  return activity.map((row) =>
    row.at >= before.claimedAt && row.date < from ? { ...row, date: from } : row,
  );
}
