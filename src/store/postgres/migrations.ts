import { type Kysely, sql } from 'kysely';
import { indexPages } from '../migrations/045-searching.ts';
import type { Migration } from '../migrations/index.ts';

/**
 * The migrations that are different on PostgreSQL, under the same names: the search index that there once was, and
 * instants, which SQLite stores in an integer column of any size.
 */
const OWN: Readonly<Record<string, Migration>> = {
  '006-search': { up: search },
  '013-away': { up: away },
  '045-searching': { up: searching },
};

/** All migrations in their PostgreSQL form, in order. */
export function forPostgres(
  migrations: Readonly<Record<string, Migration>>,
): Readonly<Record<string, Migration>> {
  return Object.fromEntries(Object.entries(migrations).map(([name, step]) => [name, OWN[name] ?? step]));
}

/**
 * The folded words of each proof, and their vector, which is searched. The server computes the vector whenever a row
 * is written. It contains the words as they are, because PostgreSQL's own parsers would read `c++` as `c`.
 */
async function search(db: Kysely<never>): Promise<void> {
  await sql`CREATE FUNCTION word_vector(title text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT coalesce(string_agg(
        '''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''':' || least(place, 16383) || weight, ' '
      ), '')::tsvector
      FROM (
        SELECT word, place, 'A' AS weight FROM string_to_table(title, ' ') WITH ORDINALITY AS t (word, place)
        UNION ALL
        SELECT word, place, 'D' AS weight FROM string_to_table(body, ' ') WITH ORDINALITY AS b (word, place)
      ) AS said
      WHERE word <> ''
    $$`.execute(db);
  await db.schema
    .createTable('proof_words')
    .addColumn('number', 'bigint', (c) => c.primaryKey().generatedByDefaultAsIdentity())
    .addColumn('proof_id', 'text', (c) => c.notNull().unique().references('proof.id').onDelete('cascade'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('written_at', 'bigint', (c) => c.notNull())
    .addColumn('vector', sql`tsvector`, (c) => c.generatedAlwaysAs(sql`word_vector(title, body)`).stored())
    .execute();
  await sql`CREATE INDEX proof_words_vector ON proof_words USING gin (vector)`.execute(db);
}

async function searching(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('proof_words').dropColumn('vector').execute();
  await sql`DROP FUNCTION word_vector(text, text)`.execute(db);
  await indexPages(db);
}

async function away(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('membership').addColumn('away_since', 'bigint').execute();
  await db.schema.alterTable('guild').addColumn('members_checked_at', 'bigint').execute();
}
