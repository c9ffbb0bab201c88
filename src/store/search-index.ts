import type { RawBuilder } from 'kysely';
import type { Db } from './schema.ts';

/** A word to search for: whole, or as the beginning of one. */
export interface SoughtWord {
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * The index over the table `proof_words`. The database keeps it in step with the table by itself. Both engines find the
 * same proofs; of the order only this holds on both, that more of the words, and words in the title, come first.
 */
export interface SearchIndex {
  /** The rows that have all or any of the words; the lower the score, the better. */
  matching(
    words: readonly SoughtWord[],
    how: 'all' | 'any',
  ): RawBuilder<{ readonly number: number; readonly score: number }>;
  /** Makes good what a crash or many changes have left. `isSuspect`: whether it may not fit the table. */
  mend(db: Db, isSuspect: boolean): Promise<void>;
  /** Takes out of the index what was deleted, in one go; within a transaction. */
  sweep(trx: Db): Promise<void>;
  /** The same in small steps. */
  sweepInSteps(db: Db): Promise<void>;
}

/** A word in the title says more about a proof than a word in its text. */
export const TITLE_WEIGHT = 4;
