import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { ftsIndex } from './search-index.ts';

/** One process has the file, see `openSqlite`, so that it is alone in any case. */
export const sqliteEngine = {
  searchIndex: ftsIndex,
  /**
   * The log still holds what stood in the changed pages. Carried over and cut, it holds nothing; where another program is
   * reading at this moment, the next carrying over does it.
   */
  async forgetDeleted(db: Db): Promise<void> {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  },
  alone: <T>(_db: Db, _name: string, work: () => Promise<T>): Promise<T> => work(),
};
