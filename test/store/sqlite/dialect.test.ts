import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/open.ts';

test('a statement is planned once, and not again for each value', async () => {
  const store = await openStore(':memory:', {});
  const { db } = store;
  await sql`CREATE TABLE word (text TEXT, language TEXT)`.execute(db);
  await sql`CREATE INDEX word_text ON word (text)`.execute(db);
  await sql`CREATE INDEX word_language ON word (language)`.execute(db);
  await sql`
    INSERT INTO word WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    SELECT iif(i % 2, 'often', i), iif(i % 2, i, 'often') FROM n
  `.execute(db);
  // Only without a limit SQLite counts how often each value occurs.
  await sql`PRAGMA analysis_limit = 0`.execute(db);
  await sql`ANALYZE word`.execute(db);
  // If SQLite looked at the values, it would take the index that finds fewer rows.
  const planFor = async (text: string, language: string) =>
    (
      await sql`EXPLAIN QUERY PLAN SELECT * FROM word WHERE text = ${text} AND language = ${language}`.execute(
        db,
      )
    ).rows;
  expect(await planFor('often', 'rare')).toEqual(await planFor('rare', 'often'));
  await store.close();
});
