import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { zoneAround } from '../../store/members/clocks.ts';
import { addLog, NEARBY } from '../../store/sessions/logs.ts';
import { sessionsOf } from '../../store/sessions/sessions.ts';
import { lastRoom, LOG_LIMITS } from '../../study/sessions/log.ts';
import { STREAK_REACHES } from '../../study/sessions/pieces.ts';
import { dateOf, dayBounds, dayNumber, studyDay } from '../../time/study-day.ts';
import { readPast } from '../../time/when/past.ts';
import { plain } from '../../view/escape.ts';
import {
  loggedView,
  logProblemView,
  type LogTrouble,
  logZoneView,
  wasItYesterdayView,
  whichLogView,
} from '../../view/sessions/log.ts';
import { isLanguage } from '../../words/index.ts';
import { LEXICONS } from '../../words/lexicons.ts';
import { withGoalReached } from '../goals/week.ts';
import { topicWithId } from '../topics/named.ts';
import { MINUTE } from '../../time/units.ts';

/** The shortest and the longest time that can be added later, in minutes. */
export const LOG_MINUTES = { min: 1, max: LOG_LIMITS.minutes } as const;
/** How many characters a typed time may have. */
export const WHEN_LENGTH = 100;

/** A study time that the member wants to add, as they typed it. */
interface Typed {
  readonly node: TopicNode;
  readonly minutes: number;
  /** When it was. Null: it has just ended. */
  readonly said: string | null;
}

/** Adds a study time from elsewhere. If its time can be read in several ways, the bot asks. */
export async function logFocus(call: Call, typed: Typed): Promise<Answer> {
  const { app, words, userId, guildId, member, timeZone, now } = call;
  const { node, minutes, said } = typed;
  if (said !== null && (member.timeZone ?? (await zoneAround(app.db, userId, guildId))) === null) {
    return show(logZoneView(words, { title: node.topic.title, minutes, said }));
  }
  const meant = said === null ? null : readPast(plain(said), { now, timeZone }, lexiconsFor(words.locale));
  if (typeof meant === 'string') return refused(call, typed, meant);
  const hasTime = meant?.is === 'moments';
  const today = studyDay(now, timeZone, member.dayStart);
  const dates = meant?.is === 'moments' ? [] : (meant?.dates ?? [today]);
  const starts = hasTime
    ? meant.at.filter((at) => at + minutes * MINUTE <= now)
    : await roomsOn(call, dates, minutes);
  const [only, ...others] = starts;
  if (only === undefined && dates.includes(today) && hasJustBegun(call, today, minutes)) {
    const [startedAt] = await roomsOn(call, [dateOf(dayNumber(today) - 1)], minutes);
    if (startedAt !== undefined) {
      return show(wasItYesterdayView(words, { topicId: node.id, minutes, startedAt }));
    }
  }
  if (only === undefined) return refused(call, typed, hasTime ? 'ahead' : 'no-room');
  if (others.length === 0) return add(call, typed, only);
  return show(whichLogView(words, { topicId: node.id, minutes, starts, hasTime, timeZone }));
}

/** Adds it at the chosen time. */
export function logChosen(call: PressCall): Promise<Answer> {
  const [topicId, minutes, seconds] = call.args;
  const typed = {
    node: topicWithId(call, topicId),
    minutes: argument(someMinutes, minutes),
    said: null,
  };
  return add(call, typed, argument(someSeconds, seconds) * 1000);
}

const someMinutes = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(LOG_MINUTES.min).max(LOG_MINUTES.max));
const someSeconds = z
  .string()
  .regex(/^\d{1,11}$/)
  .transform(Number);

async function add(call: Call, typed: Typed, startedAt: number): Promise<Answer> {
  const { app, actor, words } = call;
  const { node, minutes } = typed;
  const session = await addLog(app.db, actor, { topicId: node.id, startedAt, minutes });
  if (typeof session === 'string') return refused(call, typed, session);
  const age = dayNumber(session.loggedOn ?? session.date) - dayNumber(session.date);
  const added = loggedView(words, session, {
    title: node.topic.title,
    minutes,
    changesStreak: age <= STREAK_REACHES,
  });
  return show(await withGoalReached(call, added));
}

function refused({ words }: Call, { node, minutes, said }: Typed, why: LogTrouble): Answer {
  return show(logProblemView(words, why, { title: node.topic.title, minutes, said }));
}

/** Whether the day is younger than the study is long, so that at least a part of that was before it. */
function hasJustBegun({ timeZone, member, now }: Call, today: string, minutes: number): boolean {
  return now - dayBounds(today, timeZone, member.dayStart).from < minutes * MINUTE;
}

/** The last free time of this length on each of some study days that have one. In epoch ms. */
async function roomsOn(
  { app, userId, member, timeZone, now }: Call,
  dates: readonly string[],
  minutes: number,
): Promise<readonly number[]> {
  const spans = dates.map((date) => dayBounds(date, timeZone, member.dayStart));
  const others = await sessionsOf(app.db, userId, Math.min(...spans.map(({ from }) => from)) - NEARBY);
  return spans.flatMap((span) => lastRoom(span, minutes * MINUTE, others, now) ?? []);
}

function lexiconsFor(locale: string) {
  const language = locale.split('-')[0] ?? '';
  const own = isLanguage(language) ? [LEXICONS[language]] : [];
  return [...new Set([...own, ...Object.values(LEXICONS)])];
}
