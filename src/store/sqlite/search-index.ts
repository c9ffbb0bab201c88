import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { type SearchIndex, type SoughtWord, TITLE_WEIGHT } from '../search-index.ts';
import { write } from '../write.ts';

/** Searches with SQLite's FTS5, see the migration `006-search`. */
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
  // Before the sweep, deleted words are only marked as deleted, and nobody finds them.
  sweep: optimize,
  async sweepInSteps(db) {
    // The first call has a negative number, which makes SQLite merge all parts of the index, see its command "merge".
    let pages = -PAGES;
    while (await mergesAny(db, pages)) {
      pages = PAGES;
      await turn();
    }
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  },
};

/** In a single step this takes two seconds for the index of 20,000 proofs. */
async function optimize(trx: Db): Promise<void> {
  await sql`INSERT INTO proof_index (proof_index) VALUES ('optimize')`.execute(trx);
}

/** How many pages a step of sweeping writes. It takes some milliseconds. */
const PAGES = 30;

/** Whether a step changed anything. SQLite then counts at least two changes. */
async function mergesAny(db: Db, pages: number): Promise<boolean> {
  const before = await totalChanges(db);
  await sql`INSERT INTO proof_index (proof_index, rank) VALUES ('merge', ${pages})`.execute(db);
  return (await totalChanges(db)) - before >= 2;
}

async function totalChanges(db: Db): Promise<number> {
  const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(db);
  return rows[0]?.changes ?? 0;
}

/** Whether the index matches its table. SQLite answers by throwing an error or not. */
async function isWhole(trx: Db): Promise<boolean> {
  try {
    await sql`INSERT INTO proof_index (proof_index, rank) VALUES ('integrity-check', 1)`.execute(trx);
    return true;
  } catch {
    return false;
  }
}

/** Quotes a word, so that FTS5 does not read it as an operator. The star makes it the beginning of a word. */
function quote({ text, isWhole: asItIs }: SoughtWord): string {
  return `"${text.replaceAll('"', '""')}"${asItIs ? '' : '*'}`;
}
