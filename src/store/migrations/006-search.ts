import { type Kysely, sql } from 'kysely';

/**
 * Searching: the words of each proof, folded, in a table of their own, and SQLite's full-text index over it. The triggers
 * are those of SQLite's documentation of external content tables: whatever becomes of a row becomes of the index in the
 * same transaction. FTS5's `secure-delete` stays off: in SQLite 3.54 it damages the index when a text is taken out in
 * which a word stands some 125 times, as in any long one.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('proof_words')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('proof_id', 'text', (c) => c.notNull().unique().references('proof.id').onDelete('cascade'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('written_at', 'bigint', (c) => c.notNull())
    .execute();

  await sql`CREATE VIRTUAL TABLE proof_index USING fts5(
    title, body, content='proof_words', content_rowid='number', tokenize="unicode61 remove_diacritics 0 tokenchars '+#'"
  )`.execute(db);
  await sql`CREATE TRIGGER proof_words_added AFTER INSERT ON proof_words BEGIN
    INSERT INTO proof_index (rowid, title, body) VALUES (new.number, new.title, new.body);
  END`.execute(db);
  await sql`CREATE TRIGGER proof_words_removed AFTER DELETE ON proof_words BEGIN
    INSERT INTO proof_index (proof_index, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
  END`.execute(db);
  await sql`CREATE TRIGGER proof_words_changed AFTER UPDATE ON proof_words BEGIN
    INSERT INTO proof_index (proof_index, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
    INSERT INTO proof_index (rowid, title, body) VALUES (new.number, new.title, new.body);
  END`.execute(db);
}
