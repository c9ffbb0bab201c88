import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { dayAfter } from '../../time/study-day.ts';
import type { Progress } from '../progress/progress.ts';
import { isOpen } from '../topics/status.ts';
import { retrievability, type ReviewCard } from './card.ts';

/** A card as it is stored. */
export interface KeptCard {
  readonly card: ReviewCard;
  /** When it was last reviewed; epoch ms. This is shown to members. */
  readonly reviewedAt: number | null;
  /** *Not today*: it is not asked for before this study day (`YYYY-MM-DD`). */
  readonly putOffTo: string | null;
}

/** A member's cards, by topic id. */
export type KeptCards = ReadonlyMap<string, KeptCard>;

/**
 * Whether a topic is reviewed. Only the leaves of tracks are: there is nothing to remember about stages, tools and
 * apps.
 */
export function isReviewable(node: TopicNode): boolean {
  return node.top.kind === 'track' && node.children.length === 0;
}

/** A done topic with the data for its review. All dates are the member's study days, `YYYY-MM-DD`. */
export interface Review {
  readonly node: TopicNode;
  /** Null if the topic has no card yet. */
  readonly card: ReviewCard | null;
  /** Since when it is done, and when it was last reviewed; epoch ms. Both are shown to members. */
  readonly doneSince: number;
  readonly reviewedAt: number | null;
  /** The day from which on it is due: FSRS's, but at the earliest the day after it was done. */
  readonly dueDate: string;
  /** The day on which it was last known: the day of its last review, or else the day it was done. */
  readonly knownDate: string;
  readonly putOffTo: string | null;
  /** The chance, 0 to 1, that it is still remembered today. */
  readonly retrievability: number;
}

/** The review of every topic that is done, in the order of the roadmap. `today`: the member's study day. */
export function reviewsOf(
  outline: Outline,
  progress: Progress,
  cards: KeptCards,
  today: string,
): readonly Review[] {
  return [...progress]
    .flatMap(([id, { state, since, sinceDate }]) => {
      const node = outline.byId.get(id);
      if (state !== 'done' || node === undefined || !isReviewable(node)) return [];
      const kept = cards.get(id);
      const card = kept?.card ?? null;
      const knownDate = later(card?.reviewDate ?? sinceDate, sinceDate);
      return {
        node,
        card,
        doneSince: since,
        reviewedAt: kept?.reviewedAt ?? null,
        dueDate: later(card?.dueDate ?? sinceDate, dayAfter(sinceDate)),
        knownDate,
        putOffTo: kept?.putOffTo ?? null,
        retrievability: retrievability(card, knownDate, today),
      };
    })
    .toSorted((a, b) => a.node.order - b.node.order);
}

/** The reviews that are due on a study day, the most forgotten first. */
export function dueOf(reviews: readonly Review[], today: string): readonly Review[] {
  return reviews.filter((review) => comesOn(review) <= today).toSorted(byForgetting);
}

/**
 * If nothing is left to learn, a topic can be reviewed before its day once the chance that it is remembered is below
 * this.
 */
const WORTH_REVIEWING = 0.95;

/**
 * The topics that can be reviewed before their day, the most forgotten first. They are for members who have nothing
 * left to learn. Topics that were put off are left out.
 */
export function aheadOf(
  outline: Outline,
  progress: Progress,
  reviews: readonly Review[],
  today: string,
): readonly Review[] {
  if (hasOpen(outline, progress)) return [];
  return reviews
    .filter(({ putOffTo }) => putOffTo === null || putOffTo <= today)
    .filter((review) => review.retrievability < WORTH_REVIEWING && comesOn(review) > today)
    .toSorted(byForgetting);
}

/** Whether the tracks have anything left to learn. */
export function hasOpen(outline: Outline, progress: Progress): boolean {
  return outline.nodes.some((node) => isReviewable(node) && isOpen(progress.get(node.id)?.state ?? 'todo'));
}

/** The study day of the next review that is not due yet; null if there is none. */
export function nextDue(reviews: readonly Review[], today: string): string | null {
  const [next] = reviews
    .map(comesOn)
    .filter((date) => date > today)
    .toSorted();
  return next ?? null;
}

/**
 * The topics that are fading, the most forgotten first. A topic fades when the chance that it is remembered is below
 * `below` (0 to 1).
 */
export function fadingOf(reviews: readonly Review[], below: number): readonly Review[] {
  return reviews.filter((review) => review.retrievability < below).toSorted(byForgetting);
}

/** A count of the topics that fade in a group, which goes on member by member. */
export interface FadingCount {
  /**
   * Counts what fades for a member.
   * @param of.below the chance, 0 to 1, below which a topic counts as fading for them
   * @param of.today their study day
   */
  add(progress: Progress, cards: KeptCards, of: { readonly below: number; readonly today: string }): void;
  /** How many topics are fading for somebody who has learned them. */
  readonly topics: number;
}

/**
 * Begins to count how many topics of some roadmaps are fading in a group. Each topic counts once, even if it fades for
 * several members or is in several roadmaps.
 */
export function countFading(outlines: readonly Outline[]): FadingCount {
  const fading = new Set<string>();
  return {
    add(progress, cards, { below, today }) {
      // What fades for another member is counted already, and need not be worked out again.
      const others = new Map([...progress].filter(([topicId]) => !fading.has(topicId)));
      for (const outline of outlines) {
        for (const { node } of fadingOf(reviewsOf(outline, others, cards, today), below)) fading.add(node.id);
      }
    },
    get topics() {
      return fading.size;
    },
  };
}

function comesOn({ dueDate, putOffTo }: Review): string {
  return later(dueDate, putOffTo ?? dueDate);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

const byForgetting = (a: Review, b: Review): number =>
  a.retrievability - b.retrievability || a.node.order - b.node.order;
