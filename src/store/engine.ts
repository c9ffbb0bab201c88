import { PostgresAdapter } from 'kysely';
import { postgresEngine } from './postgres/engine.ts';
import type { Db } from './schema.ts';
import type { SearchIndex } from './search-index.ts';
import { sqliteEngine } from './sqlite/engine.ts';

/** What the two databases do each in its own way while the bot runs. Everything else is one set of queries. */
export interface Engine {
  readonly searchIndex: SearchIndex;
  /** Takes what was deleted out of the files too, as far as that is the bot's to do. */
  forgetDeleted(db: Db): Promise<void>;
  /** Runs `work` while no other process does anything under the same name. */
  alone<T>(db: Db, name: string, work: () => Promise<T>): Promise<T>;
}

export function engineOf(db: Db): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? postgresEngine : sqliteEngine;
}
