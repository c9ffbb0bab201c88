import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sqliteTables } from '../src/store/sqlite/table-reader.ts';
import { startWorld } from './bot.ts';
import { addGroup } from './commands/study-group.ts';
import { isOnPostgres } from './database.ts';
import { eventually } from './patience.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

/** How many rows each table has, without the empty ones. */
async function rowsIn({ app: { db } }: World): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { name } of await sqliteTables.tables(db)) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(name)}`.execute(db);
    if (rows.length > 0) counts[name] = rows.length;
  }
  return counts;
}

test.skipIf(isOnPostgres)('a world that is used again has nothing of the earlier test', async () => {
  const fresh = await startWorld();
  const rows = await rowsIn(fresh);
  const time = fresh.clock.now();
  const {
    guild,
    members: [ana],
  } = await addGroup(fresh, ['Ana']);
  await ana?.slash('done', { topic: 'ACID' });
  await ana?.slash('remind me', { what: 'read on', when: 'tomorrow' });
  fresh.clock.advance(3_600_000);
  expect(await rowsIn(fresh)).not.toEqual(rows);
  await fresh[Symbol.asyncDispose]();

  const again = await startWorld();
  expect(again).toBe(fresh);
  expect(await rowsIn(again)).toEqual(rows);
  expect(again.clock.now()).toBe(time);
  expect(again.discord.guilds).toEqual([]);
  expect(again.discord.requests).toEqual([]);
  expect(again.app.client.guilds.cache.has(guild.id)).toBe(false);
  expect(() => again.discord.person(ana?.id ?? '')).toThrow('nobody');
  await again[Symbol.asyncDispose]();

  const earlier = '2026-01-02T03:04:05Z';
  await using then = await startWorld(earlier);
  expect(then).toBe(fresh);
  expect(then.clock.now()).toBe(Date.parse(earlier));
  expect(await rowsIn(then)).toEqual(rows);
});

test('a bot that is stopped answers first what was asked before', async () => {
  await using world = await startWorld();
  const { members } = await addGroup(world, ['Ana']);
  // The first try of the answer fails. The second one has to come in spite of the stop.
  world.discord.faults.add({ kind: '500', path: /\/callback$/, ms: 50 });
  const answering = members[0]?.slash('done', { topic: 'ACID' });
  await eventually(() => expect(world.discord.faults.pending).toBe(0));
  await world.restart();
  expect((await answering)?.text).toContain('● **ACID** done.');
});

test('a world is not used again in another environment, after a change of a roadmap, or with a fault left in it', async () => {
  const changes: ((world: World) => unknown)[] = [
    (world) => world.restart(undefined, { backupKeep: 3 }),
    ({ app: { db } }) => db.updateTable('roadmap').set({ title: 'Another' }).execute(),
    ({ discord }) => discord.faults.add({ kind: '500' }),
  ];
  for (const change of changes) {
    const world = await startWorld();
    await change(world);
    await world[Symbol.asyncDispose]();
    await using next = await startWorld();
    expect(next).not.toBe(world);
  }
});

test('a world is used again after a restart, with nothing left from before it', async () => {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study' });
  await guild.addMember({ name: 'Ada' }).slash('done', { topic: 'ACID' });
  await world.restart();
  await world[Symbol.asyncDispose]();
  await using next = await startWorld();
  expect(next).toBe(world);
  expect(await next.app.db.selectFrom('activity').select('id').execute()).toEqual([]);
  expect(next.discord.guilds).toEqual([]);
});
