import type { RawBuilder } from 'kysely';
import type { Db } from './schema.ts';

/** A word to search for: as a whole, or as the beginning of a word. */
export interface SoughtWord {
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * The index on the table `proof_words`. The database updates it together with the table. Both engines find the same
 * proofs. Their orders may differ, but in both, more of the words and words in the title come first.
 */
export interface SearchIndex {
  /** The rows that contain all or any of the words. A lower score is better. */
  matching(
    words: readonly SoughtWord[],
    how: 'all' | 'any',
  ): RawBuilder<{ readonly number: number; readonly score: number }>;
  /** Repairs the index after a crash or many changes. `isSuspect`: whether it may not match the table. */
  mend(db: Db, isSuspect: boolean): Promise<void>;
  /** Removes deleted words from the index at once. Call it within a transaction. */
  sweep(trx: Db): Promise<void>;
  /** The same in small steps. */
  sweepInSteps(db: Db): Promise<void>;
}

/** A word in the title says more about a proof than a word in its text. */
export const TITLE_WEIGHT = 4;
