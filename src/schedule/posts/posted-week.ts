import { DEFAULT_DAY_START } from '../../store/members/members.ts';
import { type Delivery, pastDeliveries } from '../../store/schedule/deliveries.ts';
import type { Db } from '../../store/schema.ts';
import type { Activity } from '../../study/progress/progress.ts';
import { type Days, sevenDays } from '../../study/progress/week.ts';
import { dayBounds, type Span, studyDay } from '../../time/study-day.ts';
import { weeklyContent } from './weekly-content.ts';

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

/** Until when acts were read for a weekly post; epoch ms. */
export function readUntilOf({ content, claimedAt }: Pick<Delivery, 'content' | 'claimedAt'>): number {
  // Earlier versions read them when the post was claimed.
  return weeklyContent.safeParse(content).data?.readUntil ?? claimedAt;
}

/** Which acts belong to a post by when they were done, whatever their study day; epoch ms. */
export interface ReadSpan {
  /** What came earlier was read for the post before; null if there was none. */
  readonly from: number | null;
  /** What came since is read for the next post. Infinity if there is one already. */
  readonly until: number;
}

/**
 * Assigns the log's entries to the weeks of a group. For a member who lives west of the group, the last day of a week
 * is not over when that week is posted. What they do after the post counts for the next week.
 */
export function asPosted(activity: readonly Activity[], { from }: Days, read: ReadSpan): readonly Activity[] {
  const before = read.from;
  const known = activity.filter(({ at }) => at < read.until);
  if (before === null) return known;
  return known.map((row) => (row.at >= before && row.date < from ? { ...row, date: from } : row));
}
