import { type Kysely, sql } from 'kysely';
import type { Migration } from '../migrations/index.ts';

/**
 * The steps that PostgreSQL takes in its own way, under the names that they have on SQLite: the index for searching, and
 * instants that SQLite keeps in a column of whatever size.
 */
const OWN: Readonly<Record<string, Migration>> = {
  '006-search': { up: search },
  '013-away': { up: away },
};

/** All steps as PostgreSQL takes them, in their order. */
export function forPostgres(
  migrations: Readonly<Record<string, Migration>>,
): Readonly<Record<string, Migration>> {
  return Object.fromEntries(Object.entries(migrations).map(([name, step]) => [name, OWN[name] ?? step]));
}

/**
 * The words of each proof, folded, and the vector of them that is searched: the words as they are, since any of
 * PostgreSQL's own parsers would read `c++` as `c`. It is made by the server with whatever writes the row.
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

async function away(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('membership').addColumn('away_since', 'bigint').execute();
  await db.schema.alterTable('guild').addColumn('members_checked_at', 'bigint').execute();
}
