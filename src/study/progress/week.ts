import type { Outline } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { type Focus, nextFocus } from '../suggestions/group-focus.ts';
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
  /** The topics that nobody else in the group had done before. */
  readonly first: readonly string[];
  /**
   * Whether they finished more than in any week before. Never true for the first week in which they finish anything.
   */
  readonly best: boolean;
}

export interface WeekSummary {
  /** How many topics were finished, by how many members, and how many in the week before. */
  readonly finished: number;
  readonly people: number;
  readonly before: { readonly finished: number; readonly people: number };
  /** How many topics were finished on each day of the week. */
  readonly days: readonly number[];
  /**
   * The members who finished something and allow to be named, ordered by the time of their first topic. There are no
   * ranks.
   */
  readonly byMember: readonly MemberWeek[];
  /**
   * The group's progress in whole percent at the end of the week and at its start: for each track if there is one
   * roadmap, otherwise for each roadmap.
   */
  readonly parts: readonly (RoadmapPart & { readonly percent: number; readonly before: number })[];
  readonly focus: Focus | null;
  /** Nothing was finished. The summary is then short and kind. */
  readonly quiet: boolean;
}

/** A track of a roadmap, or all its tracks (`section` is null). */
export interface RoadmapPart {
  readonly outline: Outline;
  readonly section: Section | null;
}

/** A span of days (`YYYY-MM-DD`), both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const WEEK = 7;

/** The seven days from a day on (`YYYY-MM-DD`), which need not be a Monday. */
export function sevenDays(from: string): Days {
  return { from, to: dateOf(dayNumber(from) + WEEK - 1) };
}

/**
 * Sums up a group's week from the activity log. Totals count everybody, but only members who allow it are named. A
 * topic does not count if it was undone in the same week, or was already done when the week began.
 * @param input.outlines the roadmaps that count, the default one first; a topic that is in several counts once
 * @param input.members everybody's progress today on these roadmaps
 * @param input.activity everybody's log, oldest first
 * @param input.week its days. An act belongs to the week if its study day does.
 * @param input.shown the members who may be named
 * @param input.now epoch milliseconds, for the focus
 * @param input.past what was posted lately, so that the focus for next week is something else
 */
export function summariseWeek({
  outlines,
  members,
  activity,
  week,
  shown,
  now,
  past = [],
}: {
  readonly outlines: readonly Outline[];
  readonly members: ReadonlyMap<string, Progress>;
  readonly activity: readonly Activity[];
  readonly week: Days;
  readonly shown: ReadonlySet<string>;
  readonly now: number;
  readonly past?: readonly Offer[];
}): WeekSummary {
  const isCounted = (topicId: string): boolean => outlines.some(({ byId }) => byId.has(topicId));
  const log = activity.filter(({ userId, topicId }) => members.has(userId) && isCounted(topicId));
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
    parts: partsOf(outlines).map((part) => ({
      ...part,
      percent: groupPercent(part, atEnd),
      before: groupPercent(part, then),
    })),
    focus: focusIn(outlines.flatMap((outline) => nextFocus({ outline, members: atEnd, past, now }) ?? [])),
    quiet: finishes.length === 0,
  };
}

function partsOf(outlines: readonly Outline[]): readonly RoadmapPart[] {
  const [only, another] = outlines;
  if (only === undefined || another !== undefined)
    return outlines.map((outline) => ({ outline, section: null }));
  return tracksInOrder(only).map((section) => ({ outline: only, section }));
}

/** A topic that the group can finish together comes before a next topic, on whichever roadmap it is. */
function focusIn(all: readonly Focus[]): Focus | null {
  return all.find(({ kind }) => kind === 'finish') ?? all[0] ?? null;
}

/** What was finished in some days and was not done before them, by the log (oldest first). */
export function newlyFinished(activity: readonly Activity[], { from, to }: Days): readonly Finish[] {
  const end = dateOf(dayNumber(to) + 1);
  return newSince(from, finishesBefore(activity, from), finishesBefore(activity, end));
}

/** The topics that were finished since a day, and not before it. */
function newSince(from: string, before: readonly Finish[], after: readonly Finish[]): readonly Finish[] {
  const known = new Set(before.map(({ userId, topicId }) => `${userId} ${topicId}`));
  return after.filter(({ userId, topicId, date }) => date >= from && !known.has(`${userId} ${topicId}`));
}

function peopleIn(finishes: readonly Finish[]): number {
  return new Set(finishes.map(({ userId }) => userId)).size;
}

/** When each topic was first done in a group. Empty for a group of one, where being first means nothing. */
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

/** The share of leaves that the members have done together. Skipped leaves do not count. */
function groupPercent({ outline, section }: RoadmapPart, members: ReadonlyMap<string, Progress>): number {
  const tracks = section === null ? tracksInOrder(outline) : [section];
  const inTracks = outline.nodes.filter((node) => tracks.includes(node.top) && node.children.length === 0);
  const states = [...members.values()].flatMap((progress) =>
    inTracks.map((node) => progress.get(node.id)?.state),
  );
  return percent(
    states.filter((state) => state === 'done').length,
    states.filter((state) => state !== 'skipped').length,
  );
}
