import type { Outline } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { type Focus, nextFocus } from '../suggestions/focus.ts';
import { tracksInOrder } from '../suggestions/order.ts';
import type { Activity, Progress } from './progress.ts';
import { type Finish, finishesBefore, progressAt } from './replay.ts';
import { percent } from '../topics/status.ts';
import { streak } from './streak.ts';
import type { Clock, Span } from '../../time/study-day.ts';
import type { Offer } from '../suggestions/suggest.ts';

/** What one member finished in a week. */
interface MemberWeek {
  readonly userId: string;
  /** In the order in which they were finished. */
  readonly topicIds: readonly string[];
  /** Those of them that nobody else in the group had done before. */
  readonly first: readonly string[];
  /** Whether these are more than in any week before; never in the first week in which they finish anything. */
  readonly best: boolean;
}

export interface WeekSummary {
  /** How many topics were finished, and by how many members; and in the week before. */
  readonly finished: number;
  readonly people: number;
  readonly before: { readonly finished: number; readonly people: number };
  /** Those who may be named and finished something, by when they first did: no ranks. */
  readonly byMember: readonly MemberWeek[];
  /** How far all are with each track, in whole percent, at the end of the week and at its start. */
  readonly sections: readonly {
    readonly section: Section;
    readonly percent: number;
    readonly before: number;
  }[];
  /** Streaks of two days and more as the week ended, of those who may be named. */
  readonly streaks: readonly { readonly userId: string; readonly days: number }[];
  readonly focus: Focus | null;
  /** Whether nothing was finished: the summary is a kind, short one. */
  readonly quiet: boolean;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * What a group did in a week, worked out from the activity log. Totals count everybody; only those who allow it are
 * named. What was finished and taken back in the same week does not count, nor what was done already as it began.
 * @param input.members the progress of everybody in the group today
 * @param input.activity all of their log, oldest first
 * @param input.week when it began and ended; epoch milliseconds
 * @param input.weekBefore the week before, which it is compared with
 * @param input.shown who may be named
 * @param input.clockOf each member's zone and day start, for their streak
 * @param input.past what was posted lately, so that next week's focus is something else
 */
export function summariseWeek({
  outline,
  members,
  activity,
  week,
  weekBefore,
  shown,
  clockOf,
  past = [],
}: {
  readonly outline: Outline;
  readonly members: ReadonlyMap<string, Progress>;
  readonly activity: readonly Activity[];
  readonly week: Span;
  readonly weekBefore: Span;
  readonly shown: ReadonlySet<string>;
  readonly clockOf: (userId: string) => Clock;
  readonly past?: readonly Offer[];
}): WeekSummary {
  const log = activity.filter(({ userId, topicId }) => members.has(userId) && outline.byId.has(topicId));
  const atStart = finishesBefore(log, week.from);
  const finishes = newSince(week.from, atStart, finishesBefore(log, week.to));
  const lastWeek = newSince(
    weekBefore.from,
    finishesBefore(log, weekBefore.from),
    finishesBefore(log, weekBefore.to),
  );
  const earlier = Map.groupBy(atStart, ({ userId }) => userId);
  const logs = Map.groupBy(log, ({ userId }) => userId);
  const now = progressAt(members, log, week.to);
  const then = progressAt(members, log, week.from);
  const first = firstDone(now);
  const named = finishes.filter(({ userId }) => shown.has(userId));

  return {
    finished: finishes.length,
    people: peopleIn(finishes),
    before: { finished: lastWeek.length, people: peopleIn(lastWeek) },
    byMember: [...Map.groupBy(named, ({ userId }) => userId)].map(([userId, own]) => ({
      userId,
      topicIds: own.map(({ topicId }) => topicId),
      first: own.filter(({ topicId, at }) => first.get(topicId) === at).map(({ topicId }) => topicId),
      best: isBest(own.length, earlier.get(userId) ?? [], week),
    })),
    sections: tracksInOrder(outline).map((section) => ({
      section,
      percent: groupPercent(outline, section, now),
      before: groupPercent(outline, section, then),
    })),
    streaks: [...members.keys()]
      .filter((userId) => shown.has(userId))
      .map((userId) => ({
        userId,
        days: streak({ activity: logs.get(userId) ?? [], now: week.to - 1, ...clockOf(userId) }).days,
      }))
      .filter(({ days }) => days > 1),
    focus: nextFocus({ outline, members: now, past, now: week.to }),
    quiet: finishes.length === 0,
  };
}

/** What was finished since an instant and was not by then, of all that is finished afterwards. */
function newSince(from: number, before: readonly Finish[], after: readonly Finish[]): readonly Finish[] {
  const known = new Set(before.map(({ userId, topicId }) => `${userId} ${topicId}`));
  return after.filter(({ userId, topicId, at }) => at >= from && !known.has(`${userId} ${topicId}`));
}

function peopleIn(finishes: readonly Finish[]): number {
  return new Set(finishes.map(({ userId }) => userId)).size;
}

/** When each topic was first done in a group; to be the first takes a group. */
function firstDone(members: ReadonlyMap<string, Progress>): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  if (members.size < 2) return first;
  for (const progress of members.values()) {
    for (const [topicId, { state, since }] of progress) {
      if (state === 'done') first.set(topicId, Math.min(since, first.get(topicId) ?? since));
    }
  }
  return first;
}

function isBest(count: number, earlier: readonly Finish[], week: Span): boolean {
  const byWeek = Map.groupBy(earlier, ({ at }) => Math.ceil((week.from - at) / WEEK));
  return byWeek.size > 0 && [...byWeek.values()].every((finishes) => finishes.length < count);
}

/** The share of a track's leaves, those skipped left out, that the members have done together. */
function groupPercent(outline: Outline, section: Section, members: ReadonlyMap<string, Progress>): number {
  const inTrack = outline.nodes.filter((node) => node.top === section && node.children.length === 0);
  const states = [...members.values()].flatMap((progress) =>
    inTrack.map((node) => progress.get(node.id)?.state),
  );
  return percent(
    states.filter((state) => state === 'done').length,
    states.filter((state) => state !== 'skipped').length,
  );
}
