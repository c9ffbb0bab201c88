import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** An open database. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** Whether the process that had it open before crashed. Always false on PostgreSQL, whose server repairs itself. */
  readonly wasUnclean: boolean;
  /** Closes the database, and releases its lock if it has one. */
  close(): Promise<void>;
}
