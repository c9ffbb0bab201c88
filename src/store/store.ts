import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** An open database. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** Closes the database, and releases its lock if it has one. */
  close(): Promise<void>;
}
