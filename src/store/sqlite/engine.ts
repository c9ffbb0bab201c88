import { type CompiledQuery, sql } from 'kysely';
import type { Db } from '../schema.ts';
import { DirectAdapter } from './dialect.ts';
import { sqliteTables } from './table-reader.ts';

/** Only one process has the file open, see `openSqlite`, so `alone` needs no lock. */
export const sqliteEngine = {
  tableReader: sqliteTables,
  sharesTransactions: true,
  readNow<Row>(db: Db, query: CompiledQuery<Row>): Row[] | null {
    const { adapter } = db.getExecutor();
    if (db.isTransaction || !(adapter instanceof DirectAdapter)) return null;
    return adapter.read(query);
  },
  /**
   * The write-ahead log still holds the earlier content of the changed pages. A checkpoint empties it. If another
   * program is reading at this moment, the next checkpoint does it.
   */
  async forgetDeleted(db: Db): Promise<void> {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  },
  /** Transactions wait for each other, so none is begun anew. */
  queueUp: (_trx: Db): Promise<void> => Promise.resolve(),
  alone: <T>(_db: Db, _name: string, work: () => Promise<T>): Promise<T> => work(),
};
