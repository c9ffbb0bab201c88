import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { inject } from 'vitest';
import type { Env } from '../src/env.ts';
import { openStore } from '../src/store/open.ts';
import type { Db } from '../src/store/schema.ts';
import type { Store } from '../src/store/store.ts';
import { keepContent } from './content.ts';
import { addressOf } from './postgres/make-server.ts';
import { EMPTY, TEMPLATES } from './postgres/server.ts';
import { prepared } from './prepared.ts';

const server = inject('postgres');

/** Whether the tests run on a PostgreSQL server (`npm run test:postgres`). Otherwise they run on SQLite. */
export const isOnPostgres: boolean = server !== null;

/** How many examples a property tries: fewer on a server, where each takes longer and `npm test` has tried them all. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: isOnPostgres ? Math.ceil(usual / 5) : usual };
}

/** A database for one test. Stores can be opened on it one after the other. */
export interface TestDatabase extends AsyncDisposable {
  /** The argument for `openStore`. */
  readonly place: string;
  readonly env: Pick<Env, 'databasePath' | 'databaseUrl'>;
}

/** Makes a database for one test. `content`: only the empty tables, or the usual roadmap as well. */
export function makeDatabase(content: keyof typeof TEMPLATES = 'tables'): Promise<TestDatabase> {
  return server === null ? makeFile(content) : makeOnServer(server, content);
}

/** A store that no test uses at the moment. */
interface IdleStore {
  readonly store: Store;
  readonly database: TestDatabase;
  /** Empties it, and gives whether it is as it was when it was new. */
  readonly empty: (db: Db) => Promise<boolean>;
}
const idleStores: IdleStore[] = [];

/**
 * A separate store with empty tables. When it is closed it is emptied for a next test, because a new one would have to
 * compile and plan all its queries again.
 */
export async function emptyStore(): Promise<Store> {
  const idle = idleStores.pop() ?? (await newStore());
  return {
    ...idle.store,
    async close() {
      if (await idle.empty(idle.store.db)) {
        idleStores.push(idle);
        return;
      }
      await idle.store.close();
      await idle.database[Symbol.asyncDispose]();
    },
  };
}

async function newStore(): Promise<IdleStore> {
  const database = await makeDatabase();
  const store = await openStore(database.place);
  const empty = isOnPostgres ? emptyOnServer : await keepContent(store.db);
  return { store, database, empty };
}

async function emptyOnServer(db: Db): Promise<boolean> {
  await sql.raw(EMPTY).execute(db);
  return true;
}

async function makeFile(content: keyof typeof TEMPLATES): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-'));
  const place = join(folder, 'roadmate.sqlite');
  const { database, empty } = await prepared();
  await writeFile(place, content === 'roadmap' ? database : empty);
  return {
    place,
    env: { databasePath: place, databaseUrl: null },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** A database that no test uses at the moment, and a connection that can empty it. */
interface Idle {
  readonly name: string;
  readonly keeper: Client;
}
const idle: Record<keyof typeof TEMPLATES, Idle[]> = { tables: [], roadmap: [] };

/**
 * Takes an emptied database of an earlier test, or makes one from the template. Emptying takes some milliseconds,
 * making up to a second.
 */
async function makeOnServer(folder: string, content: keyof typeof TEMPLATES): Promise<TestDatabase> {
  const { name, keeper } = idle[content].pop() ?? (await makeFrom(folder, content));
  const place = addressOf(folder, name);
  return {
    place,
    env: { databasePath: 'none', databaseUrl: place },
    async [Symbol.asyncDispose]() {
      await keeper.query(EMPTY);
      idle[content].push({ name, keeper });
    },
  };
}

async function makeFrom(folder: string, content: keyof typeof TEMPLATES): Promise<Idle> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: addressOf(folder, 'postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATES[content]}`);
  await admin.end();
  const keeper = new Client({ connectionString: addressOf(folder, name) });
  await keeper.connect();
  return { name, keeper };
}
