import type { Grade } from '../../study/review/card.ts';

/** The tables of reviews. The conventions are in `schema.ts`. */
export interface ReviewTables {
  review: ReviewRow;
  review_log: ReviewLogRow;
}

/** FSRS's data for a topic that a member reviews, made at the first answer. Dates are the member's study days. */
export interface ReviewRow {
  user_id: string;
  topic_id: string;
  due_date: string;
  stability: number;
  difficulty: number;
  scheduled_days: number;
  learning_steps: number;
  reps: number;
  lapses: number;
  state: number;
  review_date: string | null;
  last_review: number | null;
  put_off_to: string | null;
}

/** Append-only: undoing adds a row that names the undone answer in `undoes`. */
export interface ReviewLogRow {
  /** The interaction's id. */
  id: string;
  user_id: string;
  topic_id: string;
  /** `proof`: the member wrote work, which counts as a good review. */
  rating: Grade | 'later' | 'proof' | 'undo';
  at: number;
  /** The card before, as JSON, which undo restores; null if there was none. */
  before: string | null;
  undoes: string | null;
  /** The answer that this row repeats for another topic of the same skill; null: it is the answer itself. */
  mirrors: string | null;
}
