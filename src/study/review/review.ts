import { type Card, createEmptyCard, fsrs, type Grade as FsrsGrade, Rating } from 'ts-fsrs';
import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Progress } from '../progress/progress.ts';
import { type Clock, dayBounds, studyDay } from '../../time/study-day.ts';

/** How well one remembered, as FSRS asks for it. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof GRADES)[number];

/** What FSRS keeps of one topic that one member reviews. Instants in epoch ms. */
export interface ReviewCard {
  readonly due: number;
  /** After so many days nine of ten such topics are still remembered. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  /** FSRS's own numbers: 0 new, 1 learning, 2 review, 3 relearning. */
  readonly state: number;
  readonly lastReview: number | null;
}

/** A card as it is kept. */
export interface KeptCard {
  readonly card: ReviewCard;
  /** Not to be asked for before this instant: *not today*. */
  readonly putOffUntil: number | null;
}

/** What a member has reviewed, by topic id. */
export type KeptCards = ReadonlyMap<string, KeptCard>;

/**
 * How topics are scheduled: FSRS-6 with its published weights, at nine of ten remembered. Without fuzz, so that undoing
 * and rating again gives the same date; without steps of minutes, because a topic is looked at once a day, not like a
 * word on a flash card.
 */
export const FSRS_PARAMETERS = {
  request_retention: 0.9,
  enable_fuzz: false,
  enable_short_term: false,
} as const;

const DAY = 24 * 60 * 60 * 1000;
const scheduler = fsrs(FSRS_PARAMETERS);
const RATINGS = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const satisfies Record<Grade, FsrsGrade>;
/** Whoever ticked a topic off and never reviewed it is taken to have known it well on that day. */
const FIRST_STABILITY = scheduler.init_stability(Rating.Good);

/** A card that was never reviewed. `due`: epoch ms. */
export function newCard(due: number): ReviewCard {
  return fromFsrs(createEmptyCard(due));
}

/** The card after a review. `at`: epoch ms. */
export function rate(card: ReviewCard, grade: Grade, at: number): ReviewCard {
  return fromFsrs(scheduler.next(toFsrs(card), at, RATINGS[grade]).card);
}

/** In how many days a topic would come back, by grade. `at`: epoch ms. */
export function outlook(card: ReviewCard, at: number): Readonly<Record<Grade, number>> {
  const preview = scheduler.repeat(toFsrs(card), at);
  const days = (grade: Grade): number => preview[RATINGS[grade]].card.scheduled_days;
  return { again: days('again'), hard: days('hard'), good: days('good'), easy: days('easy') };
}

/**
 * The chance, 0 to 1, that a topic is still remembered.
 * @param card null or new: never reviewed
 * @param doneSince when it was ticked off; epoch ms, like `at`
 */
export function retrievability(card: ReviewCard | null, doneSince: number, at: number): number {
  const reviewed = card?.lastReview ?? null;
  const days = Math.max(0, Math.floor((at - (reviewed ?? doneSince)) / DAY));
  const stability = card === null || reviewed === null ? FIRST_STABILITY : card.stability;
  return scheduler.forgetting_curve(days, stability);
}

/** The first due date of a topic: the day after it was done, when that day starts for the member. Epoch ms, both. */
export function firstDue(doneSince: number, { timeZone, dayStart }: Clock): number {
  return dayBounds(studyDay(doneSince, timeZone, dayStart), timeZone, dayStart).to;
}

/** What is studied is reviewed: the leaves of the tracks. Stages, tools and apps to show are not things to remember. */
export function isReviewable(node: TopicNode): boolean {
  return node.top.kind === 'track' && node.children.length === 0;
}

/** A topic that was done, as its review sees it. */
export interface Review {
  readonly node: TopicNode;
  /** Null: nothing is kept of it yet. */
  readonly card: ReviewCard | null;
  /** Since when it is done; epoch ms, like the others. */
  readonly doneSince: number;
  readonly putOffUntil: number | null;
  /** 0 to 1. */
  readonly retrievability: number;
}

/** The review of every topic that is done, in the order of the roadmap. `at`: epoch ms. */
export function reviewsOf(
  outline: Outline,
  progress: Progress,
  cards: KeptCards,
  at: number,
): readonly Review[] {
  return [...progress]
    .flatMap(([id, { state, since }]) => {
      const node = outline.byId.get(id);
      if (state !== 'done' || node === undefined || !isReviewable(node)) return [];
      const kept = cards.get(id);
      const card = kept?.card ?? null;
      return {
        node,
        card,
        doneSince: since,
        putOffUntil: kept?.putOffUntil ?? null,
        retrievability: retrievability(card, since, at),
      };
    })
    .toSorted((a, b) => a.node.order - b.node.order);
}

/**
 * The reviews that are due on a member's study day, the most forgotten first. A date counts from the start of its day: what
 * was reviewed late one evening does not have to wait for the evening.
 * @param at epoch ms
 */
export function dueOf(reviews: readonly Review[], clock: Clock, at: number): readonly Review[] {
  const { timeZone, dayStart } = clock;
  const today = dayBounds(studyDay(at, timeZone, dayStart), timeZone, dayStart);
  const isDue = ({ card, doneSince, putOffUntil }: Review): boolean => {
    if ((putOffUntil ?? at) > at) return false;
    // Today's start lies in the day after any day before it: the same as `firstDue`, without asking for each.
    return card === null ? doneSince < today.from : card.due < today.to;
  };
  return reviews.filter(isDue).toSorted(byForgetting);
}

const byForgetting = (a: Review, b: Review): number =>
  a.retrievability - b.retrievability || a.node.order - b.node.order;

/** When the next of the reviews that are not due comes; epoch ms, null if there is none. */
export function nextDue(reviews: readonly Review[], clock: Clock, at: number): number | null {
  const due = new Set(dueOf(reviews, clock, at));
  const times = reviews
    .filter((review) => !due.has(review))
    .map(({ card, doneSince, putOffUntil }) => {
      const dueAt = card === null ? firstDue(doneSince, clock) : startOfDay(card.due, clock);
      return Math.max(dueAt, putOffUntil ?? dueAt);
    });
  return times.length === 0 ? null : Math.min(...times);
}

/** The topics that are fading, the most forgotten first: less likely to be remembered than `below`, 0 to 1. */
export function fadingOf(reviews: readonly Review[], below: number): readonly Review[] {
  return reviews.filter((review) => review.retrievability < below).toSorted(byForgetting);
}

/**
 * How many topics somebody in a group has learned and is about to forget; each counts once, however many they are.
 * @param belowOf from which chance on, 0 to 1, a topic counts as fading for a member
 * @param at epoch ms
 */
export function fadingInGroup(
  outline: Outline,
  members: ReadonlyMap<string, Progress>,
  cards: ReadonlyMap<string, KeptCards>,
  belowOf: (userId: string) => number,
  at: number,
): number {
  const fading = [...members].flatMap(([userId, progress]) =>
    fadingOf(reviewsOf(outline, progress, cards.get(userId) ?? new Map(), at), belowOf(userId)),
  );
  return new Set(fading.map(({ node }) => node.id)).size;
}

/** When *not today* ends: tomorrow, when the member's day starts. Epoch ms, both. */
export function tomorrow(at: number, { timeZone, dayStart }: Clock): number {
  return dayBounds(studyDay(at, timeZone, dayStart), timeZone, dayStart).to;
}

function startOfDay(at: number, { timeZone, dayStart }: Clock): number {
  return dayBounds(studyDay(at, timeZone, dayStart), timeZone, dayStart).from;
}

function toFsrs(card: ReviewCard): Card {
  return {
    due: new Date(card.due),
    stability: card.stability,
    difficulty: card.difficulty,
    // Worked out anew from `last_review`; the library keeps the field for older callers only.
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    ...(card.lastReview !== null && { last_review: new Date(card.lastReview) }),
  };
}

function fromFsrs(card: Card): ReviewCard {
  return {
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    lastReview: card.last_review?.getTime() ?? null,
  };
}
