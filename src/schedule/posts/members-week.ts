import type { Guild } from '../../store/members/guilds.ts';
import { membersAmong } from '../../store/members/memberships.ts';
import { pausesOfMembers } from '../../store/members/pauses.ts';
import { actingDatesOfMembers } from '../../store/progress/group-activities.ts';
import type { LoadedRoadmap } from '../../store/roadmaps/library.ts';
import type { Db } from '../../store/schema.ts';
import { sessionsOfMembers } from '../../store/sessions/sessions.ts';
import { inDays, streak } from '../../study/progress/streak.ts';
import { countWeek, type Days, partsOf, type WeekSummary } from '../../study/progress/week.ts';
import { countProven } from '../../study/proofs/proof.ts';
import { countFading } from '../../study/review/review.ts';
import { datesStudied, minutesThere, piecesOf } from '../../study/sessions/pieces.ts';
import type { Offer } from '../../study/suggestions/suggest.ts';
import { type Span, studyDay } from '../../time/study-day.ts';
import { PICTURED } from '../../view/schedule/weekly-picture.ts';
import { groupStudyOf, newlyProven } from './group-study.ts';
import { asPosted, type ReadSpan } from './posted-week.ts';
import type { WeeklyContent } from './weekly-content.ts';

/** One day alone is no streak, and neither is one week. */
const SHORTEST_STREAK = 2;
/**
 * A post names a few members and counts the others. So many are kept of those whom it could name, so that others move up
 * when some of them delete their data.
 */
const NAMED = 100;

/** What a weekly summary says of the members and their study. */
type MembersWeek = Pick<
  WeeklyContent,
  | 'finished'
  | 'people'
  | 'before'
  | 'days'
  | 'byMember'
  | 'sections'
  | 'streaks'
  | 'proven'
  | 'pictured'
  | 'studied'
  | 'fading'
  | 'focus'
>;

interface WeekOf {
  /** At least one. */
  readonly roadmaps: readonly LoadedRoadmap[];
  readonly week: Days;
  /** In which topics became proven. */
  readonly sinceLast: Span;
  readonly read: ReadSpan;
  /** What was posted lately. */
  readonly past: readonly Offer[];
  /** Epoch ms: when the summary was due. */
  readonly now: number;
}

/**
 * Sums up the week of a server's members. A large server is read and counted a few members at a time, and everything else
 * has its turn in between, so the members are not all read at the same instant. That changes no sum: an act counts for the
 * week of its study day, and acts since `read.until` are left for the next summary, whenever their member is read. Who
 * joins or leaves meanwhile may be counted or not.
 */
export async function membersWeek(
  db: Db,
  guild: Guild,
  { roadmaps, week, sinceLast, read, past, now }: WeekOf,
): Promise<MembersWeek> {
  const count = countWeek(roadmaps, week, now);
  const sections = partsOf(roadmaps).map(({ outline, section }) => countProven(outline, section));
  const fading = countFading(roadmaps);
  const streaks: WeeklyContent['streaks'] = [];
  const proven: { readonly topicId: string; readonly at: number }[] = [];
  const studied = { minutes: 0, people: 0 };
  const named = new Set<string>();
  for await (const piece of groupStudyOf(db, guild.id, roadmaps)) {
    const userIds = piece.map(({ userId }) => userId);
    const members = await membersAmong(db, guild.id, userIds);
    const dates = await actingDatesOfMembers(db, userIds);
    const sessions = await sessionsOfMembers(db, userIds);
    const pauses = await pausesOfMembers(db, userIds);
    for (const study of piece) {
      const { userId, progress, proofs, cards } = study;
      const member = members.get(userId);
      // They have deleted their data since.
      if (member === undefined) continue;
      const { showTopics, showProgress, streakUnit: unit } = member;
      if (member.names !== null) named.add(userId);
      count.add({ progress, activity: asPosted(study.activity, week, read), isShown: showTopics });
      for (const section of sections) section.add(progress, proofs);
      const today = studyDay(now, member.timeZone ?? guild.timeZone ?? 'UTC', member.dayStart);
      fading.add(progress, cards, { below: member.fadingBelow / 100, today });
      if (showTopics) for (const topic of newlyProven(roadmaps, study, sinceLast)) proven.push(topic);
      if (!showProgress) continue;
      const pieces = piecesOf(sessions.get(userId) ?? [], now);
      const days = new Set([...(dates.get(userId) ?? []), ...datesStudied(pieces)]);
      const { length } = streak(days, week.to, { unit, pauses: pauses.get(userId) ?? [] }, 0);
      if (length >= SHORTEST_STREAK) streaks.push({ userId, unit, days: length });
      const minutes = minutesThere(pieces, guild.id, week);
      studied.minutes += minutes;
      studied.people += Math.min(1, minutes);
    }
  }
  const summary = count.summary(past);
  return {
    finished: summary.finished,
    people: summary.people,
    before: summary.before,
    days: [...summary.days],
    byMember: summary.byMember
      .slice(0, NAMED)
      .map(({ topicIds, first, ...own }) => ({ ...own, topicIds: [...topicIds], first: [...first] })),
    sections: summary.parts.map(({ outline, section, percent, before }, at) => ({
      title: (section ?? outline.tree).title,
      percent,
      before,
      proven: sections[at]?.percent() ?? 0,
    })),
    streaks: streaks
      .toSorted((a, b) => inDays({ ...b, length: b.days }) - inDays({ ...a, length: a.days }))
      .slice(0, NAMED),
    proven: proven.toSorted((a, b) => a.at - b.at).map(({ topicId }) => topicId),
    pictured: summary.byMember
      .map(({ userId }) => userId)
      .filter((userId) => named.has(userId))
      .slice(0, PICTURED),
    studied,
    fading: fading.topics,
    focus: keptFocus(summary.focus),
  };
}

function keptFocus(focus: WeekSummary['focus']): WeeklyContent['focus'] {
  if (focus === null) return null;
  const topicId = focus.node.id;
  return focus.kind === 'next'
    ? { kind: 'next', topicId }
    : { kind: 'finish', topicId, begun: focus.begun, near: focus.near };
}
