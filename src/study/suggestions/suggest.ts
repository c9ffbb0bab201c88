import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { dayNumber } from '../../time/study-day.ts';
import { isReady, needsOf, stagesOf, studyOrder } from './order.ts';
import type { Progress, State } from '../progress/progress.ts';
import { isOpen, isPutOff, standings, type Standings, trackOf } from '../topics/status.ts';

/** Why a topic is suggested, as data for a sentence in any language. Names are titles; instants epoch milliseconds. */
export type Reason =
  /** The member has begun it. */
  | { readonly kind: 'in-progress'; readonly since: number }
  /** Its prerequisites are done. `topic` is the last of them. */
  | { readonly kind: 'prerequisites-done'; readonly topic: string }
  /** Some of the topics beside it are done. */
  | {
      readonly kind: 'section-begun';
      readonly section: string;
      readonly done: number;
      readonly total: number;
    }
  /** It is next in the track that is a stage of the career direction. */
  | { readonly kind: 'stage'; readonly stage: string; readonly track: string }
  /** The topic is the next stage itself: a thesis (on `track`), or a free step. */
  | { readonly kind: 'next-stage'; readonly track: string | null }
  /** It is next in a section that is no stage. */
  | { readonly kind: 'next'; readonly section: string }
  /** It comes from another section, for variety. */
  | { readonly kind: 'variety'; readonly section: string }
  /** It is short, for somebody who comes back from a break. */
  | { readonly kind: 'small-start' }
  /** It was already suggested at `offered`, within the last three days, and there is nothing newer. */
  | { readonly kind: 'asked-again'; readonly offered: number }
  /** It is next for most of a group: `open` of its `members` have not done it. */
  | { readonly kind: 'next-for-most'; readonly open: number; readonly members: number };

export interface Suggestion {
  readonly node: TopicNode;
  readonly reason: Reason;
}

/** An earlier suggestion, with its time (epoch milliseconds). */
export interface Offer {
  readonly topicId: string;
  readonly at: number;
}

/** A topic that was suggested to a member, with the study day (`YYYY-MM-DD`) of the picks that it was in. */
export interface PickOffer extends Offer {
  readonly date: string;
}

/** For so many study days, counting the day of the offer, a topic is not suggested again unless it was begun. */
export const OFFER_DAYS = 3;

/** How many topics a day has. */
export const PICKS_A_DAY = 3;

/**
 * Suggests what a member might study next: at most `count` leaves, never the same twice.
 *
 * First come topics in progress, the latest first. Then comes what is next: the tracks in the order of the career
 * direction, and their topics in the order of the roadmap, if everything before them is done or skipped. The last
 * place goes to another section, the one that was suggested longest ago, unless two sections are there already. A
 * thesis or a free step comes when the stages before it are reached, tools and apps after all tracks.
 *
 * Never suggested are topics that are done, skipped, snoozed beyond `now` or in `except`, and the topics `beside`
 * which the suggestions are shown (these count for the variety). A topic that was offered within `OFFER_DAYS` only
 * fills a place that would stay empty, the oldest offer first.
 *
 * `store/suggestions/todays-picks.ts` keeps the picks the same all day and fills their places again, because that needs
 * one transaction.
 */
export function suggest({
  outline,
  progress,
  offered = { today: '', before: [] },
  now,
  count = PICKS_A_DAY,
  except = new Set(),
  beside = [],
}: {
  readonly outline: Outline;
  readonly progress: Progress;
  /** What was suggested before, and the member's study day. */
  readonly offered?: { readonly today: string; readonly before: readonly PickOffer[] };
  readonly now: number;
  readonly count?: number;
  readonly except?: ReadonlySet<string>;
  readonly beside?: readonly TopicNode[];
}): readonly Suggestion[] {
  const standing = standings(outline, progress);
  const stateOf = (node: TopicNode): State => standing.get(node.id)?.state ?? 'todo';
  const sinceOf = (node: TopicNode): number => standing.get(node.id)?.since ?? now;
  const isAway = (node: TopicNode): boolean =>
    except.has(node.id) || beside.includes(node) || isPutOff(standing.get(node.id), now);
  const { today, before } = offered;
  const offeredAt = new Map<string, number>();
  for (const { topicId, at } of before) offeredAt.set(topicId, Math.max(at, offeredAt.get(topicId) ?? at));
  const lately = before.filter(({ date }) => dayNumber(today) - dayNumber(date) < OFFER_DAYS);
  const resting = new Set(lately.map(({ topicId }) => topicId));
  const isFresh = (node: TopicNode): boolean => !resting.has(node.id);

  const doing: TopicNode[] = [];
  const takeable: TopicNode[] = [];
  const isSettled = (need: TopicNode): boolean => !isOpen(stateOf(need));
  for (const node of studyOrder(outline)) {
    const state = stateOf(node);
    if (state === 'doing') doing.push(node);
    if (state === 'todo' && !isAway(node) && isReady(outline, node, isSettled)) takeable.push(node);
  }

  const picks: Suggestion[] = doing
    .filter((node) => !isAway(node))
    .toSorted((a, b) => sinceOf(b) - sinceOf(a))
    .slice(0, count)
    .map((node) => ({ node, reason: { kind: 'in-progress', since: sinceOf(node) } }));

  const fresh = takeable.filter(isFresh);
  while (picks.length < count) {
    const left = fresh.filter((node) => picks.every((pick) => pick.node !== node));
    const shown = [...beside, ...picks.map((pick) => pick.node)];
    const isLast = shown.length > 0 && picks.length === count - 1;
    const other = isLast ? forVariety(outline, shown, left, offeredAt) : null;
    const node = other?.node ?? left[0];
    if (node === undefined) break;
    picks.push(other ?? { node, reason: whyNext(outline, standing, node) });
  }

  const again = takeable.flatMap((node) => {
    const at = offeredAt.get(node.id);
    return at === undefined || isFresh(node) ? [] : [{ node, at }];
  });
  for (const { node, at } of again.toSorted((a, b) => a.at - b.at).slice(0, count - picks.length)) {
    picks.push({ node, reason: { kind: 'asked-again', offered: at } });
  }
  return picks;
}

/**
 * A topic from another section if all suggestions come from the same one: from another track, or else from another
 * section of the track. Of several sections, the one that was offered longest ago wins.
 */
function forVariety(
  outline: Outline,
  shown: readonly TopicNode[],
  left: readonly TopicNode[],
  offered: ReadonlyMap<string, number>,
): Suggestion | null {
  for (const sectionOf of [(node: TopicNode) => node.top, (node: TopicNode) => node.section]) {
    const seen = new Set(shown.map(sectionOf));
    if (seen.size > 1) return null;
    const others = left.filter((node) => node.top.kind === 'track' && !seen.has(sectionOf(node)));
    const lately = new Map<Section, number>();
    for (const [id, at] of offered) {
      const node = outline.byId.get(id);
      if (node !== undefined) lately.set(sectionOf(node), Math.max(at, lately.get(sectionOf(node)) ?? at));
    }
    const since = (node: TopicNode): number => lately.get(sectionOf(node)) ?? -Infinity;
    // Sorting is stable, so topics of a section keep the order of study.
    const [node] = others.toSorted((a, b) => compare(since(a), since(b)));
    if (node !== undefined) return { node, reason: { kind: 'variety', section: sectionOf(node).title } };
  }
  return null;
}

/** Subtraction would not work, because the difference of two infinities is not a number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Why a topic is next in the order of study: the most specific reason that holds. */
export function whyNext(outline: Outline, standing: Standings, node: TopicNode): Reason {
  const { top, parent } = node;
  if (top.kind === 'career') return { kind: 'next-stage', track: thesisTrack(outline, node) };

  const done = needsOf(outline, node).flatMap((need) => {
    const { state, since } = standing.get(need.id) ?? { state: 'todo', since: null };
    return state === 'done' && since !== null ? [{ need, since }] : [];
  });
  const [latest] = done.toSorted((a, b) => b.since - a.since);
  if (latest !== undefined) return { kind: 'prerequisites-done', topic: latest.need.topic.title };

  const around = parent === null ? undefined : standing.get(parent.id);
  if (parent !== null && around !== undefined && around.done > 0) {
    const total = around.total - around.skipped;
    return { kind: 'section-begun', section: parent.topic.title, done: around.done, total };
  }
  const stage = stagesOf(outline).find((step) => trackOf(outline, step.topic.stage) === top);
  return stage === undefined
    ? { kind: 'next', section: top.title }
    : { kind: 'stage', stage: stage.topic.title, track: top.title };
}

/**
 * Why a topic is still among the picks, because the reason of this morning may no longer hold.
 * @param told the reason for which it was picked
 * @returns null for a topic that is done: it needs no reason any more
 */
export function whyStill(
  outline: Outline,
  standing: Standings,
  node: TopicNode,
  told: Reason,
): Reason | null {
  const { state, since } = standing.get(node.id) ?? { state: 'todo', since: null };
  if (!isOpen(state)) return null;
  if (state === 'doing') return since === null ? told : { kind: 'in-progress', since };
  // In another language than this morning's, the section has another name.
  if (told.kind === 'variety')
    return told.section === node.section.title ? told : { kind: 'variety', section: node.top.title };
  const stays = told.kind === 'asked-again' || told.kind === 'small-start';
  return stays ? told : whyNext(outline, standing, node);
}

function thesisTrack(outline: Outline, { topic: { stage } }: TopicNode): string | null {
  if (stage?.kind !== 'tez') return null;
  return outline.tree.sections.find((section) => section.key === stage.track)?.title ?? null;
}
