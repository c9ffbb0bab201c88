import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { Client } from 'pg';
import { ensureMember } from '../../src/store/members/members.ts';
import { once, wasHandled } from '../../src/store/once.ts';
import { openStore } from '../../src/store/open.ts';
import { makePool } from '../../src/store/postgres/pool.ts';
import { StoreError } from '../../src/store/store-error.ts';
import type { Store } from '../../src/store/store.ts';
import { readAtOnce, write } from '../../src/store/write.ts';
import { findPrograms } from './programs.ts';
import { addressOf, makeServer, type TestServer } from './make-server.ts';

let server: TestServer;
let store: Store;
beforeAll(async () => {
  // What was committed has to outlive a server that ends at once.
  server = await makeServer(findPrograms() ?? '', { max_connections: '12', synchronous_commit: 'on' });
  await server.start();
  store = await openStore(addressOf(server.folder, 'postgres'));
});
afterAll(async () => {
  await store.close();
  await server.stop('immediate');
  await server.remove();
});
beforeEach(async () => {
  await store.db.deleteFrom('member').execute();
  await store.db.deleteFrom('handled_interaction').execute();
});

const members = async (): Promise<readonly string[]> =>
  (await store.db.selectFrom('member').select('user_id').execute()).map((row) => row.user_id);

/** Ends every connection except its own, as an administrator or a failover would. */
async function endConnections(): Promise<void> {
  const client = new Client({ connectionString: addressOf(server.folder, 'postgres') });
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = $1',
    ['client backend'],
  );
  await client.end();
}

test.each(['fast', 'immediate'] as const)('the bot waits for a server that restarts (%s)', async (mode) => {
  await ensureMember(store.db, 'ana', 0);
  await server.stop(mode);
  const reading = members();
  const writing = write(store.db, (trx) => ensureMember(trx, 'ben', 0));
  await sleep(200);
  await server.start();
  await reading;
  await writing;
  expect((await members()).toSorted()).toEqual(['ana', 'ben']);
});

test('a transaction that loses its connection runs again, and is written once', async () => {
  let runs = 0;
  await write(store.db, async (trx) => {
    runs += 1;
    await once(trx, '1', 0);
    if (runs === 1) await endConnections();
    await ensureMember(trx, 'ana', 0);
  });
  expect([runs, await members()]).toEqual([2, ['ana']]);
});

test('a read transaction that loses its connection runs again', async () => {
  await ensureMember(store.db, 'ana', 0);
  let runs = 0;
  const found = await readAtOnce(store.db, async (trx) => {
    runs += 1;
    if (runs === 1) await endConnections();
    return trx.selectFrom('member').select('user_id').execute();
  });
  expect([runs, found]).toEqual([2, [{ user_id: 'ana' }]]);
});

test('an idle connection that is lost is replaced, and the process goes on', async () => {
  await Promise.all([members(), members(), members()]);
  await endConnections();
  await sleep(50);
  expect(await members()).toEqual([]);
});

test.each([
  ['sets something', () => store.db.updateTable('member').set({ locale: 'tr' }).execute()],
  ['adds what may be there', () => ensureMember(store.db, 'ana', 0)],
  ['removes something', () => store.db.deleteFrom('member').where('user_id', '=', 'ben').execute()],
])('a single statement that %s is repeated on a new connection', async (_, change) => {
  await ensureMember(store.db, 'ana', 0);
  // While another query uses the connection, nobody else has noticed that it is gone.
  await store.db.connection().execute(async (own) => {
    await sql`SELECT 1`.execute(own);
    await endConnections();
    await own.updateTable('member').set({ theme: 'light' }).execute();
  });
  await endConnections();
  await change();
  const ana = await store.db.selectFrom('member').select(['theme']).executeTakeFirst();
  expect(ana).toEqual({ theme: 'light' });
});

test('a row that is added without a rule for a second time is not added twice', async () => {
  await sql`CREATE TABLE IF NOT EXISTS plain (n integer)`.execute(store.db);
  const lost = store.db.connection().execute(async (own) => {
    await sql`SELECT 1`.execute(own);
    await endConnections();
    await sql`INSERT INTO plain VALUES (1)`.execute(own);
  });
  await expect(lost).rejects.toThrow(/terminat|connection/i);
});

test('a transaction that loses its connection at the commit does not run again, and the store knows whether it was saved', async () => {
  await sql`CREATE FUNCTION end_itself() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`.execute(store.db);
  await sql`CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON handled_interaction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_itself()`.execute(store.db);
  let runs = 0;
  const lost = write(store.db, (trx) => {
    runs += 1;
    return once(trx, '1', 0);
  });
  await expect(lost).rejects.toThrow('terminating connection');
  await sql`DROP TRIGGER at_commit ON handled_interaction`.execute(store.db);
  expect([runs, await wasHandled(store.db, '1')]).toEqual([1, false]);
});

test('once the server was awaited in vain, nobody waits for it until it is back', async () => {
  await server.stop();
  const pool = makePool(addressOf(server.folder, 'postgres'), 3000);
  const told = async (): Promise<string> => {
    const error: unknown = await pool.connect().catch((thrown: unknown) => thrown);
    return error instanceof StoreError ? error.problem : 'reached';
  };
  expect(await told()).toBe('unreachable');
  expect(await Promise.race([told(), sleep(2500, 'waited', { ref: false })])).toBe('unreachable');
  await server.start();
  const client = await pool.connect();
  client.release();
  await pool.end();
});

test('the bot waits for a server that takes no more connections', async () => {
  await endConnections();
  const others = await takeAll();
  const reading = members();
  await sleep(300);
  for (const other of others) await other.end();
  expect(await reading).toEqual([]);
});

/** Opens all connections that the server allows. */
async function takeAll(): Promise<readonly Client[]> {
  const taken: Client[] = [];
  for (;;) {
    const client = new Client({ connectionString: addressOf(server.folder, 'postgres') });
    try {
      await client.connect();
    } catch {
      return taken;
    }
    taken.push(client);
  }
}
