import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { keepStatements } from '../../../src/store/sqlite/statements.ts';

/** A database with one table and one row. */
function open() {
  const sqlite = new Database(':memory:');
  sqlite.exec(
    `CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO word (text) VALUES ('road')`,
  );
  return { sqlite, kept: keepStatements(sqlite) };
}

describe('a connection that keeps its statements', () => {
  test('prepares a text once', () => {
    const { kept } = open();
    const first = kept.prepare('SELECT text FROM word WHERE id = ?');
    expect(kept.prepare('SELECT text FROM word WHERE id = ?')).toBe(first);
    expect(first.all([1])).toEqual([{ text: 'road' }]);
    expect(first.all([2])).toEqual([]);
  });

  test('sees a schema that has changed since', () => {
    const { sqlite, kept } = open();
    const all = 'SELECT * FROM word';
    expect(kept.prepare(all).all([])).toEqual([{ id: 1, text: 'road' }]);
    sqlite.exec(`ALTER TABLE word ADD COLUMN language TEXT NOT NULL DEFAULT 'en'`);
    expect(kept.prepare(all).all([])).toEqual([{ id: 1, text: 'road', language: 'en' }]);
    sqlite.exec('ALTER TABLE word RENAME COLUMN text TO title');
    expect(kept.prepare(all).all([])).toEqual([{ id: 1, title: 'road', language: 'en' }]);
  });

  test('can be used again after an error', () => {
    const { kept } = open();
    const insert = 'INSERT INTO word (id, text) VALUES (?, ?)';
    expect(() => kept.prepare(insert).run([1, 'mate'])).toThrow(/UNIQUE/);
    expect(kept.prepare(insert).run([2, 'mate']).changes).toBe(1);
  });

  test('forgets the oldest of many', () => {
    const { kept } = open();
    const first = kept.prepare('SELECT 0');
    for (let n = 1; n <= 1000; n += 1) kept.prepare(`SELECT ${n}`);
    expect(kept.prepare('SELECT 0')).not.toBe(first);
    expect(first.all([])).toEqual([{ 0: 0 }]);
  });
});
