import type { Outline, TopicNode } from '../../src/roadmap/outline.ts';
import { calendar } from '../../src/study/progress/calendar.ts';
import { finishesBefore } from '../../src/study/progress/replay.ts';
import { streak } from '../../src/study/progress/streak.ts';
import { sevenDays, summariseWeek } from '../../src/study/progress/week.ts';
import { provenTopics } from '../../src/study/proofs/proof.ts';
import { type Present, whereTheyAre } from '../../src/study/suggestions/present.ts';
import { countStates, ownStates } from '../../src/study/topics/map-states.ts';
import { dateOf, dayAfter, dayNumber, weekOf } from '../../src/time/study-day.ts';
import type { ProgressReport } from '../../src/view/progress/report.ts';
import type { RoadmapMap } from '../../src/view/roadmaps/map-picture.ts';
import { PICTURED } from '../../src/view/schedule/weekly-picture.ts';
import type { WeeklyPost } from '../../src/view/schedule/weekly-post.ts';
import type { SampleMember } from './group.ts';

/* What the bot would show of made-up members, computed by its own rules. Days are `YYYY-MM-DD`. */

/** The progress of a made-up member on a day, as they see it themselves. */
export function ownReport(
  outline: Outline,
  { userId, progress, proofs, activity, studied }: SampleMember,
  today: string,
): ProgressReport {
  return {
    userId,
    audience: 'own',
    visible: { topics: true, progress: true },
    inGuild: true,
    outline,
    progress,
    proofs,
    streak: streak(studied.keys(), today),
    minutes: 220,
    week: { finished: 0, before: 0 },
    calendar: calendar(studied, finishesBefore(activity, dayAfter(today)), today),
    career: [],
    toReview: [],
  };
}

/** The map of a made-up member. */
export function ownMap(outline: Outline, { progress, proofs }: SampleMember): RoadmapMap {
  const states = ownStates(outline, { progress, proofs });
  return { whose: 'own', outline, states, people: 1, here: whereTheyAre(outline, progress, 0) };
}

/** The map of a made-up group. */
export function groupMap(
  outline: Outline,
  members: readonly SampleMember[],
  here: Present | null,
): RoadmapMap {
  const group = countStates(outline);
  for (const member of members) group.add(member);
  return { whose: 'group', outline, states: group.states(), people: members.length, here };
}

/** The summary of the last whole week before a day. */
export function weeklyPost(outline: Outline, members: readonly SampleMember[], today: string): WeeklyPost {
  const week = sevenDays(dateOf(dayNumber(weekOf(today)) - 7));
  const progress = new Map(members.map((member) => [member.userId, member.progress]));
  const { parts, byMember, ...summary } = summariseWeek({
    outlines: [outline],
    members: progress,
    activity: members.flatMap(({ activity }) => activity).toSorted((a, b) => a.at - b.at),
    week,
    shown: new Set(progress.keys()),
    now: 0,
  });
  const nodes = (ids: readonly string[]): readonly TopicNode[] =>
    ids.flatMap((id) => outline.byId.get(id) ?? []);
  return {
    ...week,
    roadmaps: [outline],
    deliveryId: '',
    finished: summary.finished,
    people: summary.people,
    before: summary.before,
    days: summary.days,
    byMember: byMember.map(({ userId, topicIds, first, best }) => ({
      userId,
      topics: nodes(topicIds),
      first: new Set(first),
      best: best ? topicIds.length : null,
    })),
    sections: parts.map(({ section, percent, before }) => ({
      title: (section ?? outline.tree).title,
      percent,
      before,
      proven: 0,
    })),
    studied: { minutes: 840, people: 4 },
    quest: { done: 23, target: 20 },
    buddies: 4,
    streaks: [],
    shown: [],
    proven: byMember.flatMap(({ userId, topicIds }) => {
      const member = members.find((one) => one.userId === userId);
      if (member === undefined) return [];
      const proven = provenTopics(outline, member.progress, member.proofs);
      return nodes(topicIds.filter((id) => proven.has(id)));
    }),
    pictured: byMember.slice(0, PICTURED).map(({ userId }) => userId),
    fading: 0,
    roles: [],
    otherRoles: 3,
    focus: null,
  };
}
