import { type CompiledQuery, PostgresAdapter } from 'kysely';
import { postgresEngine } from './postgres/engine.ts';
import type { Db } from './schema.ts';
import type { TableReader } from './moving/tables.ts';
import { sqliteEngine } from './sqlite/engine.ts';

/** What SQLite and PostgreSQL do differently while the bot runs. All other queries are the same for both. */
export interface Engine {
  readonly tableReader: TableReader;
  /**
   * Whether writes that come at the same time share a transaction. It helps where the end of each one holds up the
   * process, and harms where a larger transaction meets more of those of other processes.
   */
  readonly sharesTransactions: boolean;
  /** Reads what is committed without waiting; null if that is not possible now, or if the query does not only read. */
  readNow<Row>(db: Db, query: CompiledQuery<Row>): Row[] | null;
  /** Removes deleted data from the database's files too, if the bot can do that. */
  forgetDeleted(db: Db): Promise<void>;
  /** Runs `work` while no other process runs anything under the same name. */
  alone<T>(db: Db, name: string, work: () => Promise<T>): Promise<T>;
  /**
   * Lets transactions that were begun anew, because they met others, run one after the other in all processes. Call it
   * before anything else in such a transaction.
   */
  queueUp(trx: Db): Promise<void>;
}

/** The engine of an open database. */
export function engineOf(db: Db): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? postgresEngine : sqliteEngine;
}
