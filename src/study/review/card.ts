import { type Card, createEmptyCard, fsrs, type FSRS, type Grade as FsrsGrade, Rating } from 'ts-fsrs';
import { dayNumber, utcDay } from '../../time/study-day.ts';
import { USUAL_RETENTION } from './retention.ts';

/** How well a member remembered, in FSRS's grades. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof GRADES)[number];

/** FSRS's data for a topic that a member reviews. All dates are the member's study days, `YYYY-MM-DD`. */
export interface ReviewCard {
  readonly dueDate: string;
  /** The number of days after which nine of ten such topics are still remembered. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  /** FSRS's own numbers: 0 new, 1 learning, 2 review, 3 relearning. */
  readonly state: number;
  /** The day of the last review; null if there was none. */
  readonly reviewDate: string | null;
}

const RATINGS = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const satisfies Record<Grade, FsrsGrade>;

const schedulers = new Map<number, FSRS>();

/**
 * FSRS-6 with its published weights. It has no fuzz, so that rating again after an undo gives the same date. It has
 * no steps of minutes, because a topic is reviewed once a day, unlike a word on a flash card.
 * @param retention the chance, 0 to 1, that a topic is still remembered when it comes back
 */
function scheduler(retention: number): FSRS {
  const known =
    schedulers.get(retention) ??
    fsrs({ request_retention: retention, enable_fuzz: false, enable_short_term: false });
  schedulers.set(retention, known);
  return known;
}

/** If a member ticked a topic off and never reviewed it, we assume that they knew it well on that day. */
const FIRST_STABILITY = scheduler(USUAL_RETENTION).init_stability(Rating.Good);

/** A card that was never reviewed. */
export function newCard(dueDate: string): ReviewCard {
  return fromFsrs(createEmptyCard(dayOf(dueDate)));
}

/** The card after a review on a study day. `retention`: as for `scheduler`. */
export function rate(card: ReviewCard, grade: Grade, date: string, retention = USUAL_RETENTION): ReviewCard {
  return fromFsrs(scheduler(retention).next(toFsrs(card), dayOf(date), RATINGS[grade]).card);
}

/**
 * In how many days a topic would come back after a review on a study day, for each grade. `retention`: as for
 * `scheduler`.
 */
export function outlook(
  card: ReviewCard,
  date: string,
  retention = USUAL_RETENTION,
): Readonly<Record<Grade, number>> {
  const preview = scheduler(retention).repeat(toFsrs(card), dayOf(date));
  const days = (grade: Grade): number => preview[RATINGS[grade]].card.scheduled_days;
  return { again: days('again'), hard: days('hard'), good: days('good'), easy: days('easy') };
}

/**
 * The chance, 0 to 1, that a topic is still remembered on a day.
 * @param card null or new: never reviewed
 * @param since the later of the days on which it was reviewed and learned
 */
export function retrievability(card: ReviewCard | null, since: string, today: string): number {
  const days = Math.max(0, dayNumber(today) - dayNumber(since));
  const stability = card === null || card.reviewDate === null ? FIRST_STABILITY : card.stability;
  return scheduler(USUAL_RETENTION).forgetting_curve(days, stability);
}

/** FSRS counts days between midnights in UTC, so a study day is given as midnight UTC. */
function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function toFsrs(card: ReviewCard): Card {
  return {
    due: dayOf(card.dueDate),
    stability: card.stability,
    difficulty: card.difficulty,
    // The library computes this from `last_review`, and keeps the field only for older callers.
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    ...(card.reviewDate !== null && { last_review: dayOf(card.reviewDate) }),
  };
}

function fromFsrs(card: Card): ReviewCard {
  return {
    dueDate: utcDay(card.due.getTime()),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    reviewDate: card.last_review === undefined ? null : utcDay(card.last_review.getTime()),
  };
}
