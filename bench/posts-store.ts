import Database from 'better-sqlite3';
import { moveToServer } from '../src/store/moving/between.ts';
import { openStore } from '../src/store/open.ts';
import { addressOf, makeServer } from '../test/postgres/make-server.ts';
import { findPrograms } from '../test/postgres/programs.ts';

/** A filled database for a bot that posts. */
export interface PostsStore {
  /** The variables by which the bot finds it. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes all daily posts due at an instant (epoch ms), whose date in UTC is given, while the bot runs. */
  makeDue(at: number, date: string): Promise<void>;
  end(): Promise<void>;
}

/** Leaves the database in its file. */
export function inFile(file: string): Promise<PostsStore> {
  return Promise.resolve({
    env: { DATABASE_PATH: file },
    makeDue(at, date) {
      const db = new Database(file);
      db.prepare(`UPDATE post SET next_at = ?, next_date = ? WHERE kind = 'daily'`).run(at, date);
      db.close();
      return Promise.resolve();
    },
    end: () => Promise.resolve(),
  });
}

/** Moves the database to a PostgreSQL server of its own, which writes as safely as an operator's. */
export async function onServer(file: string): Promise<PostsStore> {
  const programs = findPrograms();
  if (programs === null) throw new Error('PostgreSQL is not installed (Debian: the package postgresql).');
  const safe = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', autovacuum: 'on' };
  const server = await makeServer(programs, safe);
  await server.start();
  const url = addressOf(server.folder, 'postgres');
  await moveToServer(file, url);
  return {
    env: { DATABASE_URL: url },
    async makeDue(at, date) {
      const store = await openStore(url);
      await store.db
        .updateTable('post')
        .set({ next_at: at, next_date: date })
        .where('kind', '=', 'daily')
        .execute();
      await store.close();
    },
    async end() {
      await server.stop('immediate');
      await server.remove();
    },
  };
}
