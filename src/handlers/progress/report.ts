import { activityOf } from '../../store/progress/activities.ts';
import { zoneOf } from '../../store/members/clocks.ts';
import { type Member, memberOf } from '../../store/members/members.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { sessionsOf } from '../../store/sessions/sessions.ts';
import { calendar } from '../../study/progress/calendar.ts';
import { career } from '../../study/progress/career.ts';
import { finishesBefore } from '../../study/progress/replay.ts';
import { minutesBetween, piecesOf } from '../../study/sessions/pieces.ts';
import { dateOf, dayNumber, weekOf } from '../../time/study-day.ts';
import { sevenDays, summariseWeek } from '../../study/progress/week.ts';
import { hiddenView } from '../../view/progress/hidden.ts';
import type { ProgressReport } from '../../view/progress/report.ts';
import type { Call } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';
import { streakOf } from '../../store/sessions/streaks.ts';
import { dueNow, ownReviews } from '../review/reviews.ts';

/** The member's own progress; `shared`: the part for everybody to see. */
export async function ownReport(call: Call, audience: 'own' | 'shared'): Promise<ProgressReport> {
  const toReview = audience === 'own' ? await toReviewNow(call) : [];
  const visible = { topics: true, progress: true };
  return { ...(await reportOf(call, call.member, call.timeZone, audience, visible)), toReview };
}

/** The due reviews of the present set: as many as the picks of the day say. */
async function toReviewNow(call: Call): Promise<ProgressReport['toReview']> {
  const reviews = await ownReviews(call);
  return reviews.due.slice(0, await dueNow(call, reviews)).map(({ node }) => node);
}

/**
 * Another member's progress, as far as they let this group see it.
 * @param isHere whether they are still in the server; nobody sees the progress of those who left
 * @throws Refusal always the same one, whether they are unknown here, have not joined, or show nothing
 */
export async function othersReport(call: Call, userId: string, isHere: boolean): Promise<ProgressReport> {
  const { app, guildId } = call;
  const joined = isHere && guildId !== null && (await hasJoined(app.db, guildId, userId));
  const member = await memberOf(app.db, userId);
  if (!joined || !(member.showTopics || member.showProgress)) {
    throw new Refusal((words) => hiddenView(words, userId));
  }
  const timeZone = await zoneOf(app.db, member, guildId);
  const visible = { topics: member.showTopics, progress: member.showProgress };
  return reportOf(call, member, timeZone, 'other', visible);
}

/** Days and weeks follow the member's own clock: their zone, and the hour at which their day starts. */
async function reportOf(
  { app, roadmap, guildId, now }: Call,
  member: Member,
  timeZone: string,
  audience: ProgressReport['audience'],
  visible: ProgressReport['visible'],
): Promise<ProgressReport> {
  const { userId } = member;
  const { progress, proofs } = await studyOf(app.db, userId, roadmap);
  const activity = await activityOf(app.db, userId, roadmap.id);
  const { streak, today, studied } = await streakOf(app.db, member, timeZone, now);
  const { finished, before } = summariseWeek({
    outlines: [roadmap],
    members: new Map([[userId, progress]]),
    activity,
    week: sevenDays(weekOf(today)),
    shown: new Set(),
    now,
  });
  return {
    userId,
    audience,
    visible,
    inGuild: guildId !== null,
    outline: roadmap,
    progress,
    proofs,
    streak,
    minutes: minutesBetween(piecesOf(await sessionsOf(app.db, userId), now), weekOf(today), today),
    week: { finished, before: before.finished },
    calendar: calendar(studied, finishesBefore(activity, dateOf(dayNumber(today) + 1)), today),
    career: career(roadmap, progress, proofs),
    toReview: [],
  };
}
