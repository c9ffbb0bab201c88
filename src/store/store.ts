import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** An open database. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** Whether the process that had it open before went down instead of closing it; a server sees to that by itself. */
  readonly wasUnclean: boolean;
  /** Lets go of the database and of what keeps others from it. */
  close(): Promise<void>;
}
