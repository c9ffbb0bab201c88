import { type Answer, show } from '../../discord/answer.ts';
import type { PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { actsThatCount } from '../../store/progress/studied-days.ts';
import { NEARBY } from '../../store/sessions/logs.ts';
import { sessionsOf } from '../../store/sessions/sessions.ts';
import { explain } from '../../study/progress/why.ts';
import { piecesOf } from '../../study/sessions/pieces.ts';
import { dayNumber, weekOf } from '../../time/study-day.ts';
import { carriedNumber } from '../../view/custom-id.ts';
import { LAST_PAGE, WEEKS_A_PAGE, whyStreakView } from '../../view/progress/why-streak.ts';
import { streakOf } from '../../store/sessions/streaks.ts';

const DAYS_A_PAGE = WEEKS_A_PAGE * 7;

/** Lists each day of the last weeks, with what counted for the member's streak and why. `args[0]`: the page. */
export async function showWhyStreak(call: PressCall): Promise<Answer> {
  const { app, userId, member, timeZone, now, words } = call;
  const page = Math.min(argument(carriedNumber, call.args[0]), LAST_PAGE);
  // A page begins on a Monday, and the first one may end in the middle of a week.
  const shown = (today: string): number =>
    dayNumber(today) - dayNumber(weekOf(today)) + 1 + 7 * (WEEKS_A_PAGE - 1) + page * DAYS_A_PAGE;
  const { streak, today } = await streakOf(app.db, member, timeZone, now, shown);
  const days = page === 0 ? streak.recent : streak.recent.slice(0, DAYS_A_PAGE);
  const [from = today, to = today] = [days[0]?.date, days.at(-1)?.date];
  const acts = await actsThatCount(app.db, userId, { from, to });
  const sessions = await sessionsOf(app.db, userId, Date.parse(from) - NEARBY);
  const explained = explain(days, acts, piecesOf(sessions, now));
  return show(whyStreakView(words, streak, explained, page));
}
