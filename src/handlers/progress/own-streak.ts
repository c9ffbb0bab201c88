import type { Call } from '../../discord/command.ts';
import { topicsStudiedByDate } from '../../store/sessions/days.ts';
import { streak } from '../../study/progress/streak.ts';
import { currentDay } from '../../time/study-day.ts';

/** How many days in a row the member has studied. */
export async function ownStreak({ app, userId, member, timeZone, now }: Call): Promise<number> {
  const dates = new Set((await topicsStudiedByDate(app.db, userId, now)).keys());
  const today = currentDay(now, { timeZone, dayStart: member.dayStart }, dates);
  return streak(dates, today).days;
}
