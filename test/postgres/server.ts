import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { seedRoadmaps } from '../../src/seed.ts';
import { openStore } from '../../src/store/open.ts';
import { prepared } from '../prepared.ts';
import { findPrograms } from './programs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the server's socket; null where the tests run on SQLite. */
    readonly postgres: string | null;
  }
}

const run = promisify(execFile);

/**
 * A PostgreSQL server of the tests' own, in a folder that is removed afterwards. It listens on a socket in there, so that
 * it meets no other server, and nothing of it is written safely, since nothing has to last.
 */
export interface TestServer {
  readonly folder: string;
  start(): Promise<void>;
  /** `immediate`: as if the machine had lost its power. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  remove(): Promise<void>;
}

const OPTIONS = {
  listen_addresses: '',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '200',
  max_wal_size: '512MB',
};

/**
 * @param programs the folder of PostgreSQL's programs
 * @param own settings in place of the usual ones
 */
export async function makeServer(
  programs: string,
  own: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-postgres-'));
  const data = join(folder, 'data');
  const call = await caller(programs, folder);
  const settings = Object.entries({ ...OPTIONS, ...own, unix_socket_directories: folder });
  const options = settings.map(([name, value]) => `-c ${name}='${value}'`).join(' ');
  await call('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C', '-E', 'UTF8', '--no-sync');
  return {
    folder,
    start: () => call('pg_ctl', 'start', '-w', '-D', data, '-o', options, '-l', join(folder, 'log')),
    stop: (mode = 'fast') => call('pg_ctl', 'stop', '-w', '-D', data, '-m', mode),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** PostgreSQL does not run as root: then it runs as the user that its package has made, whose the folder has to be. */
async function caller(
  programs: string,
  folder: string,
): Promise<(program: string, ...given: readonly string[]) => Promise<void>> {
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? { uid: await idOfPostgres('-u'), gid: await idOfPostgres('-g') } : null;
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  return async (program, ...given) => {
    // What the server goes on writing to has to be a file, or its caller would wait for the end of it.
    await run(join(programs, program), given, { ...owner, cwd: folder });
  };
}

async function idOfPostgres(which: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [which, 'postgres'])).stdout);
}

/** The address of a database on a test's server. */
export function addressOf(folder: string, database: string): string {
  return `postgres:///${database}?host=${encodeURIComponent(folder)}&user=postgres`;
}

/** What databases are made from: one with all tables, and one with the usual roadmap in them. */
export const TEMPLATES = { tables: 'tables', roadmap: 'roadmap' } as const;

/** Brings a database back to what its template holds. */
export const EMPTY = 'CALL kept.empty_tables()';

/**
 * What `EMPTY` calls: all rows go, whatever refers to whatever, and those of the template come back from where they are
 * kept. It has a schema of its own, so that nobody takes it for a part of Roadmate's.
 */
const KEEPING = `
  CREATE SCHEMA kept;
  CREATE PROCEDURE kept.empty_tables() LANGUAGE plpgsql AS $$
  DECLARE
    name text;
  BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%' LOOP
      EXECUTE format('DELETE FROM public.%I', name);
    END LOOP;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
      EXECUTE format('INSERT INTO public.%1$I SELECT * FROM kept.%1$I', name);
    END LOOP;
  END $$;`;

/** Starts the server of `npm run test:postgres`, with its templates. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const programs = findPrograms();
  if (programs === null) {
    project.provide('postgres', null);
    return () => Promise.resolve();
  }
  const server = await makeServer(programs);
  await server.start();
  await makeTemplates(server.folder);
  project.provide('postgres', server.folder);
  return async () => {
    await server.stop('immediate');
    await server.remove();
  };
}

async function makeTemplates(folder: string): Promise<void> {
  const admin = new Client({ connectionString: addressOf(folder, 'postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATES.tables}`);
  await (await openStore(addressOf(folder, TEMPLATES.tables))).close();
  await within(addressOf(folder, TEMPLATES.tables), KEEPING);
  await admin.query(`CREATE DATABASE ${TEMPLATES.roadmap} TEMPLATE ${TEMPLATES.tables}`);
  await admin.end();
  const store = await openStore(addressOf(folder, TEMPLATES.roadmap));
  await seedRoadmaps(store.db, (await prepared()).roadmaps, 0);
  await store.close();
  const seeded = ['roadmap', 'topic', 'roadmap_topic', 'roadmap_version'];
  const keeping = seeded.map((table) => `CREATE TABLE kept.${table} AS TABLE public.${table}`);
  await within(addressOf(folder, TEMPLATES.roadmap), keeping.join(';'));
}

async function within(address: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(statements);
  await client.end();
}
