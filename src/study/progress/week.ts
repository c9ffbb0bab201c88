import type { Outline } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { type Focus, nextFocus } from '../suggestions/focus.ts';
import { tracksInOrder } from '../suggestions/order.ts';
import type { Activity, Progress } from './progress.ts';
import { type Finish, finishesBefore, progressAt } from './replay.ts';
import { percent } from '../topics/status.ts';
import { dateOf, dayNumber } from '../../time/study-day.ts';
import type { Offer } from '../suggestions/suggest.ts';

/** The topics that a member finished in a week. */
interface MemberWeek {
  readonly userId: string;
  /** In the order in which they were finished. */
  readonly topicIds: readonly string[];
  /** Those that nobody else in the group had done before. */
  readonly first: readonly string[];
  /** Whether these are more than in any week before; never in the first week in which they finish anything. */
  readonly best: boolean;
}

export interface WeekSummary {
  /** How many topics were finished, and by how many members; and in the week before. */
  readonly finished: number;
  readonly people: number;
  readonly before: { readonly finished: number; readonly people: number };
  /** How many topics were finished on each day of the week. */
  readonly days: readonly number[];
  /** The members who allow to be named and finished something, by the time of their first topic. There are no ranks. */
  readonly byMember: readonly MemberWeek[];
  /** How far all are with each track, in whole percent, at the end of the week and at its start. */
  readonly sections: readonly {
    readonly section: Section;
    readonly percent: number;
    readonly before: number;
  }[];
  readonly focus: Focus | null;
  /** Whether nothing was finished. The summary is then short and kind. */
  readonly quiet: boolean;
}

/** Some days (`YYYY-MM-DD`), from the first to the last. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const WEEK = 7;

/** A week from a day on (`YYYY-MM-DD`), which need not be a Monday. */
export function sevenDays(from: string): Days {
  return { from, to: dateOf(dayNumber(from) + WEEK - 1) };
}

/**
 * What a group did in a week, worked out from the activity log. Totals count everybody; only those who allow it are
 * named. What was finished and taken back in the same week does not count, nor what was done already as it began.
 * @param input.members the progress of everybody in the group today
 * @param input.activity all of their log, oldest first
 * @param input.week its days: of each member what counted for these belongs to it
 * @param input.shown who may be named
 * @param input.now epoch milliseconds, for the focus
 * @param input.past what was posted lately, so that next week's focus is something else
 */
export function summariseWeek({
  outline,
  members,
  activity,
  week,
  shown,
  now,
  past = [],
}: {
  readonly outline: Outline;
  readonly members: ReadonlyMap<string, Progress>;
  readonly activity: readonly Activity[];
  readonly week: Days;
  readonly shown: ReadonlySet<string>;
  readonly now: number;
  readonly past?: readonly Offer[];
}): WeekSummary {
  const log = activity.filter(({ userId, topicId }) => members.has(userId) && outline.byId.has(topicId));
  const end = dateOf(dayNumber(week.to) + 1);
  const start = dateOf(dayNumber(week.from) - WEEK);
  const atStart = finishesBefore(log, week.from);
  const finishes = newSince(week.from, atStart, finishesBefore(log, end));
  const lastWeek = newSince(start, finishesBefore(log, start), atStart);
  const earlier = Map.groupBy(atStart, ({ userId }) => userId);
  const atEnd = progressAt(members, log, end);
  const then = progressAt(members, log, week.from);
  const first = firstDone(atEnd);
  const named = finishes.filter(({ userId }) => shown.has(userId));

  return {
    finished: finishes.length,
    people: peopleIn(finishes),
    before: { finished: lastWeek.length, people: peopleIn(lastWeek) },
    days: Array.from(
      { length: WEEK },
      (_, day) => finishes.filter(({ date }) => dayNumber(date) - dayNumber(week.from) === day).length,
    ),
    byMember: [...Map.groupBy(named, ({ userId }) => userId)].map(([userId, own]) => ({
      userId,
      topicIds: own.map(({ topicId }) => topicId),
      first: own.filter(({ topicId, at }) => first.get(topicId) === at).map(({ topicId }) => topicId),
      best: isBest(own.length, earlier.get(userId) ?? [], week),
    })),
    sections: tracksInOrder(outline).map((section) => ({
      section,
      percent: groupPercent(outline, section, atEnd),
      before: groupPercent(outline, section, then),
    })),
    focus: nextFocus({ outline, members: atEnd, past, now }),
    quiet: finishes.length === 0,
  };
}

/** The topics that were finished since a day and not before it. */
function newSince(from: string, before: readonly Finish[], after: readonly Finish[]): readonly Finish[] {
  const known = new Set(before.map(({ userId, topicId }) => `${userId} ${topicId}`));
  return after.filter(({ userId, topicId, date }) => date >= from && !known.has(`${userId} ${topicId}`));
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

function isBest(count: number, earlier: readonly Finish[], week: Days): boolean {
  const weeksAgo = (date: string): number => Math.ceil((dayNumber(week.from) - dayNumber(date)) / WEEK);
  const byWeek = Map.groupBy(earlier, ({ date }) => weeksAgo(date));
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
