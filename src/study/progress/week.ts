import type { Outline } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { countFocus, type Focus, type FocusCount, nextFocus } from '../suggestions/group-focus.ts';
import { smallStep } from '../suggestions/small-step.ts';
import { tracksInOrder } from '../suggestions/order.ts';
import type { Activity, Progress } from './progress.ts';
import { type Finish, finishesBefore, progressAt } from './replay.ts';
import { percent } from '../topics/status.ts';
import { dateOf, dayNumber } from '../../time/study-day.ts';
import type { Offer } from '../suggestions/suggest.ts';
import { DAYS_A_WEEK } from '../../time/units.ts';

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

/** The seven days from a day on (`YYYY-MM-DD`), which need not be a Monday. */
export function sevenDays(from: string): Days {
  return { from, to: dateOf(dayNumber(from) + DAYS_A_WEEK - 1) };
}

/** One member of a group, for its week. */
interface WeekMember {
  /** Their progress today on the roadmaps that count. */
  readonly progress: Progress;
  /** Their log, oldest first. */
  readonly activity: readonly Activity[];
  /** Whether they may be named. */
  readonly isShown: boolean;
}

/** A summary that goes on member by member, so that a large group can be read in pieces. */
export interface WeekCount {
  add(member: WeekMember): void;
  /** @param past what was posted lately, so that the focus for next week is something else */
  summary(past: readonly Offer[]): WeekSummary;
}

/**
 * Begins to sum up a group's week from the activity log. Totals count everybody, but only members who allow it are named.
 * A topic does not count if it was undone in the same week, or was already done when the week began.
 * @param outlines the roadmaps that count, the default one first; a topic that is in several counts once
 * @param week its days. An act belongs to the week if its study day does.
 * @param now epoch milliseconds, for the focus
 */
export function countWeek(outlines: readonly Outline[], week: Days, now: number): WeekCount {
  const end = dateOf(dayNumber(week.to) + 1);
  const weekBefore = dateOf(dayNumber(week.from) - DAYS_A_WEEK);
  const total = { finished: 0, people: 0, before: { finished: 0, people: 0 } };
  const days = Array<number>(DAYS_A_WEEK).fill(0);
  const named: { readonly finishes: readonly Finish[]; readonly best: boolean }[] = [];
  const first = new Map<string, number>();
  const parts = countParts(outlines);
  const focuses = outlines.map((outline) => countFocus(outline, now));
  let people = 0;
  return {
    add({ progress, activity, isShown }) {
      people += 1;
      const log = activity.filter(({ topicId }) => outlines.some(({ byId }) => byId.has(topicId)));
      const earlier = finishesBefore(log, week.from);
      const finishes = newSince(week.from, earlier, finishesBefore(log, end));
      const lastWeek = newSince(weekBefore, finishesBefore(log, weekBefore), earlier);
      total.finished += finishes.length;
      total.people += Math.min(1, finishes.length);
      total.before.finished += lastWeek.length;
      total.before.people += Math.min(1, lastWeek.length);
      for (const { date } of finishes) {
        const day = dayNumber(date) - dayNumber(week.from);
        days[day] = (days[day] ?? 0) + 1;
      }
      if (isShown && finishes.length > 0)
        named.push({ finishes, best: isBest(finishes.length, earlier, week) });
      const atEnd = progressAt(progress, log, end);
      for (const [topicId, { state, since }] of atEnd)
        if (state === 'done') first.set(topicId, Math.min(since, first.get(topicId) ?? since));
      parts.add(atEnd, progressAt(progress, log, week.from));
      for (const focus of focuses) focus.add(atEnd);
    },

    summary: (past) => ({
      ...total,
      days,
      byMember: named
        .toSorted((a, b) => firstAt(a.finishes) - firstAt(b.finishes))
        .map(({ finishes, best }) => ({
          userId: finishes[0]?.userId ?? '',
          topicIds: finishes.map(({ topicId }) => topicId),
          // In a group of one, being first means nothing.
          first: finishes
            .filter(({ topicId, at }) => people > 1 && first.get(topicId) === at)
            .map(({ topicId }) => topicId),
          best,
        })),
      parts: parts.inPercent(),
      focus:
        (total.finished === 0 ? smallestIn(outlines, focuses) : null) ??
        focusIn(
          outlines.flatMap((outline, at) => {
            const count = focuses[at];
            return (count && nextFocus({ outline, count, past, now })) ?? [];
          }),
        ),
      quiet: total.finished === 0,
    }),
  };
}

function firstAt(finishes: readonly Finish[]): number {
  return finishes[0]?.at ?? 0;
}

/**
 * Sums up the week of a whole group at once, see `countWeek`.
 * @param input.members everybody's progress today on the roadmaps that count
 * @param input.activity everybody's log, oldest first
 * @param input.shown the members who may be named
 * @param input.past what was posted lately, so that the focus for next week is something else
 */
export function summariseWeek(input: {
  readonly outlines: readonly Outline[];
  readonly members: ReadonlyMap<string, Progress>;
  readonly activity: readonly Activity[];
  readonly week: Days;
  readonly shown: ReadonlySet<string>;
  readonly now: number;
  readonly past?: readonly Offer[];
}): WeekSummary {
  const count = countWeek(input.outlines, input.week, input.now);
  const logs = Map.groupBy(input.activity, ({ userId }) => userId);
  for (const [userId, progress] of input.members)
    count.add({ progress, activity: logs.get(userId) ?? [], isShown: input.shown.has(userId) });
  return count.summary(input.past ?? []);
}

/** The parts whose progress a summary tells. */
export function partsOf(outlines: readonly Outline[]): readonly RoadmapPart[] {
  const [only, another] = outlines;
  if (only === undefined || another !== undefined)
    return outlines.map((outline) => ({ outline, section: null }));
  return tracksInOrder(only).map((section) => ({ outline: only, section }));
}

/** After a week in which nothing was finished: the smallest step, on the first roadmap that has one. */
function smallestIn(outlines: readonly Outline[], counts: readonly FocusCount[]): Focus | null {
  const [node] = outlines.flatMap((outline, at) => {
    const group = counts[at]?.group;
    return (group && smallStep(outline, group)) ?? [];
  });
  return node === undefined ? null : { kind: 'next', node };
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

function isBest(count: number, earlier: readonly Finish[], week: Days): boolean {
  const weeksAgo = (date: string): number =>
    Math.ceil((dayNumber(week.from) - dayNumber(date)) / DAYS_A_WEEK);
  const byWeek = Map.groupBy(earlier, ({ date }) => weeksAgo(date));
  return byWeek.size > 0 && [...byWeek.values()].every((finishes) => finishes.length < count);
}

/** Counts the share of leaves that the members have done together, in each part. Skipped leaves do not count. */
function countParts(outlines: readonly Outline[]) {
  const parts = partsOf(outlines).map((part) => {
    const tracks = part.section === null ? tracksInOrder(part.outline) : [part.section];
    const inTracks = part.outline.nodes.filter(
      (node) => tracks.includes(node.top) && node.children.length === 0,
    );
    return {
      part,
      leaves: new Set(inTracks.map(({ id }) => id)),
      end: { done: 0, all: 0 },
      start: { done: 0, all: 0 },
    };
  });
  return {
    add(atEnd: Progress, atStart: Progress): void {
      for (const { leaves, ...counts } of parts) {
        addShare(counts.end, leaves, atEnd);
        addShare(counts.start, leaves, atStart);
      }
    },
    inPercent: () =>
      parts.map(({ part, end, start }) => ({
        ...part,
        percent: percent(end.done, end.all),
        before: percent(start.done, start.all),
      })),
  };
}

/** Of a large roadmap a member has mostly marked little, so only what they have marked is looked at. */
function addShare(
  count: { done: number; all: number },
  leaves: ReadonlySet<string>,
  progress: Progress,
): void {
  count.all += leaves.size;
  for (const [topicId, { state }] of progress) {
    if (!leaves.has(topicId)) continue;
    if (state === 'done') count.done += 1;
    if (state === 'skipped') count.all -= 1;
  }
}
