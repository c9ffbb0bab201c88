import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { seedRoadmaps } from '../../src/seed.ts';
import { openStore } from '../../src/store/open.ts';
import { prepared } from '../prepared.ts';
import { addressOf, makeServer } from './make-server.ts';
import { findPrograms } from './programs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the server's socket; null where the tests run on SQLite. */
    readonly postgres: string | null;
  }
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
