import { InteractionType } from 'discord-api-types/v10';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Person } from '../../playground/people/person.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { join } from '../../src/store/members/memberships.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import { startWorld } from '../bot.ts';
import { ACTIONS, everything, setUp, type World, writesTo } from './group.ts';
import { isFull, partOf } from '../size.ts';
import { commandLines, entered, inBatches, useEverything } from './walk.ts';
import { emptyStore } from '../database.ts';

const PAYLOADS = [
  `'`,
  `"`,
  `' OR '1'='1`,
  `' OR 1=1 --`,
  `1; DROP TABLE member; --`,
  `'); DELETE FROM progress; --`,
  `' UNION SELECT source FROM roadmap --`,
  `x' || (SELECT hex(randomblob(100000000))) || '`,
  `%`,
  `_%_%_%`,
  `\\'; DROP TABLE topic; --`,
  `"" OR ""=""`,
  `NEAR(a b, 5)`,
  `a AND OR NOT`,
  `C++ a+b #c`,
  `title:* OR body:*`,
  `"unbalanced`,
  `( ( (`,
  `*`,
  `^a - b`,
  `{title body} : x`,
  `\u0000' OR 1=1 --`,
  `ＯＲ 1＝1`,
];

/** Each line and each option gets a part of the payloads in turn, or all of them in the full size. */
const PARTS = 20;

let world: World;
let mallory: Person;
let victim: Person;

beforeAll(async () => {
  world = await startWorld('2026-11-23T05:00:00Z');
  const guild = world.discord.addGuild({ name: 'Study', owner: 'Owner' });
  mallory = guild.addMember({ name: 'Mallory', permissions: ['ManageGuild'] });
  victim = guild.addMember({ name: 'Victim' });
  await world.discord.quiet();
  await setUp(world, guild);
  const { db } = world.app;
  await join(db, guild.id, mallory.id, world.clock.now());
  await join(db, guild.id, victim.id, world.clock.now());
  await victim.slash('done', { topic: 'ACID' });
  await victim.slash('today');
});
afterAll(() => world[Symbol.asyncDispose]());

const schema = async (): Promise<unknown> =>
  (await sql`select type, name, sql from sqlite_master order by name`.execute(world.app.db)).rows;

/**
 * Every row of the victim, and those of the bundled roadmap, because the attacker may have made a roadmap of their
 * own.
 */
async function others(): Promise<unknown> {
  const all = await everything(world.app.db);
  const own = Object.entries(all).map(([table, rows]) => [
    table,
    rows.filter((row) => row.includes(victim.id)),
  ]);
  const topic = all['topic']?.filter((row) => row.includes('"roadmap_id":"backend"'));
  const roadmap = all['roadmap']?.filter((row) => row.includes('"id":"backend"'));
  expect(topic?.length).toBeGreaterThan(100);
  expect(roadmap).toHaveLength(1);
  return { own, topic, roadmap };
}

/** What no attack may change. */
let unharmed: unknown;

async function expectUnharmed(attack: () => Promise<unknown>): Promise<void> {
  unharmed ??= [await schema(), await others()];
  const writes = await writesTo(world.app.db);
  await attack();
  await world.discord.quiet();
  const messages = world.logged
    .splice(0)
    .map((line) => z.looseObject({ message: z.string() }).parse(JSON.parse(line)).message);
  expect([...new Set(messages)]).toEqual([]);
  expect(world.discord.takeRefusals()).toEqual([]);
  const isWritten = (await writesTo(world.app.db)) !== writes;
  expect(isWritten ? [await schema(), await others()] : unharmed).toEqual(unharmed);
}

/** How many levels of buttons and forms are followed below an answer. */
const DEPTH = isFull ? 2 : 1;

let turn = 0;
const enter = () => ({
  text: () => PAYLOADS[(turn += 1) % PAYLOADS.length] ?? '',
  topic: 'ACID',
  person: mallory,
});

const seen = new Set<string>();

const everyLine = commandLines().map((each, at) => ({ ...each, payloads: partOf(PAYLOADS, at, PARTS) }));

test.each(partOf(everyLine, 1, 2))(
  'through every option and form of /$line',
  async ({ line, options, payloads }) => {
    await expectUnharmed(async () => {
      const lines = payloads.map((payload) => entered(options, { ...enter(), text: () => payload }, true));
      const distinct = new Map(lines.map((values) => [JSON.stringify(values), values]));
      const answers = [...distinct.values()].map((values) => () => mallory.slash(line, values));
      for (const { failed, text } of await inBatches(answers))
        expect({ text, failed }).toEqual({ text, failed: null });
      await useEverything(
        mallory,
        await mallory.slash(line, entered(options, enter())),
        enter(),
        DEPTH,
        seen,
      );
    });
  },
);

test('through a text that is being typed', async () => {
  await expectUnharmed(async () => {
    const typing = everyLine.flatMap(({ line, options, payloads }) =>
      options
        .filter(({ autocomplete }) => autocomplete === true)
        .flatMap(({ name }) =>
          payloads.map((payload) => () => mallory.type(line, { [name]: payload }, { focused: name })),
        ),
    );
    expect(typing.length).toBeGreaterThan(100 / PARTS);
    await inBatches(typing);
  });
});

test('through buttons and lists', async () => {
  const card = await mallory.slash('topic', { topic: 'ACID' });
  const attacks = ACTIONS.presses.flatMap((action, at) =>
    partOf(PAYLOADS.slice(0, 8), at, PARTS).map((payload) => () => {
      const data = { component_type: 3, custom_id: `v1:${action}`, id: 1, values: [payload] };
      return mallory.forge(InteractionType.MessageComponent, data, { where: card });
    }),
  );
  await expectUnharmed(() => inBatches(attacks));
});

test('through the names in a roadmap', async () => {
  const lines = PAYLOADS.filter((payload) => !payload.includes('\u0000')).map(
    (payload) => `- [ ] \`${payload}\` x`,
  );
  const source = ['# R', '', ...lines].join('\n');
  const store = await emptyStore();
  const roadmap = readRoadmap(source).roadmap;
  await seedRoadmap(store.db, 'hostile', roadmap, source, 0);
  const rows = await store.db.selectFrom('roadmap_topic').select('title').orderBy('position').execute();
  await store.close();
  expect(rows.map(({ title }) => title)).toEqual(
    roadmap.sections.flatMap(({ topics }) => topics.map(({ title }) => title)),
  );
  expect(rows.map(({ title }) => title)).toContain('1; DROP TABLE member; -- x');
});
