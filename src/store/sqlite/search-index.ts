import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { type SearchIndex, type SoughtWord, TITLE_WEIGHT } from '../search-index.ts';
import { write } from '../write.ts';

/** SQLite's FTS5, see the migration `006-search`. */
export const ftsIndex: SearchIndex = {
  matching(words, how) {
    const query = words.map(quote).join(how === 'all' ? ' AND ' : ' OR ');
    return sql`(
      SELECT rowid AS number, bm25(proof_index, ${TITLE_WEIGHT}, 1) AS score
      FROM proof_index WHERE proof_index MATCH ${query}
    )`;
  },
  mend: (db, isSuspect) =>
    write(db, async (trx) => {
      if (isSuspect && !(await isWhole(trx)))
        await sql`INSERT INTO proof_index (proof_index) VALUES ('rebuild')`.execute(trx);
      await optimize(trx);
    }),
  // Until then what was deleted is merely marked as such, and found by nobody.
  sweep: optimize,
  async sweepInSteps(db) {
    // A negative number gathers all parts of the index to be merged into one, as SQLite says of its command "merge".
    let pages = -PAGES;
    while (await mergesAny(db, pages)) {
      pages = PAGES;
      await turn();
    }
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  },
};

/** In one go, the index of 20,000 proofs takes two seconds. */
async function optimize(trx: Db): Promise<void> {
  await sql`INSERT INTO proof_index (proof_index) VALUES ('optimize')`.execute(trx);
}

/** A step of sweeping writes so many pages: it takes some milliseconds. */
const PAGES = 30;

/** Whether a step had anything to do: SQLite counts two changes or more then. */
async function mergesAny(db: Db, pages: number): Promise<boolean> {
  const before = await totalChanges(db);
  await sql`INSERT INTO proof_index (proof_index, rank) VALUES ('merge', ${pages})`.execute(db);
  return (await totalChanges(db)) - before >= 2;
}

async function totalChanges(db: Db): Promise<number> {
  const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(db);
  return rows[0]?.changes ?? 0;
}

/** Whether the index says what its table does. SQLite answers by an error or none. */
async function isWhole(trx: Db): Promise<boolean> {
  try {
    await sql`INSERT INTO proof_index (proof_index, rank) VALUES ('integrity-check', 1)`.execute(trx);
    return true;
  } catch {
    return false;
  }
}

/** Quotes a word, so that FTS5 reads it as no operator. The star makes it the beginning of a word. */
function quote({ text, isWhole: asItIs }: SoughtWord): string {
  return `"${text.replaceAll('"', '""')}"${asItIs ? '' : '*'}`;
}
