import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Outline, outline } from '../../src/roadmap/outline.ts';
import type { Actor } from '../../src/store/actor.ts';
import { ensureGuild } from '../../src/store/members/guilds.ts';
import { join } from '../../src/store/members/memberships.ts';
import { openStore } from '../../src/store/open.ts';
import { wasHandled } from '../../src/store/once.ts';
import { undoLast } from '../../src/store/progress/history.ts';
import { record } from '../../src/store/progress/progress.ts';
import { todaysPicks } from '../../src/store/suggestions/todays-picks.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { recordRating } from '../../src/store/review/answering.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import { claimDelivery } from '../../src/store/schedule/deliveries.ts';
import { movePostOn, planPost } from '../../src/store/schedule/posts.ts';
import type { Db } from '../../src/store/schema.ts';
import { beginSession } from '../../src/store/sessions/sessions.ts';
import type { Store } from '../../src/store/store.ts';
import { write } from '../../src/store/write.ts';
import { makeDatabase, type TestDatabase } from '../database.ts';
import { readOnce } from '../prepared.ts';
import { idOf } from '../store/store.ts';

/*
 * People of different groups write at the same time, each by a process of their own, into tables that are so small that
 * all their rows are neighbours. PostgreSQL notices who reads where somebody else writes by pages, and not by rows.
 */
const MARKDOWN = `# Trail

## Track <!-- kind: track methods: cheatcode feynman -->

${['Walk', 'Run', 'Swim', 'Rest'].map((title) => `- [ ] ${title}`).join('\n')}
`;
const DAY = { at: 1000, date: '2026-11-26' };
const ROUNDS = 3;
const CROWD = 12;

let database: TestDatabase;
let trail: Outline;
let stores: readonly Store[];
beforeAll(async () => {
  database = await makeDatabase();
  stores = await Promise.all(Array.from({ length: CROWD }, () => openStore(database.place)));
  const { roadmap } = readOnce(MARKDOWN);
  const [store] = stores;
  if (store !== undefined) await seedRoadmap(store.db, 'trail', roadmap, MARKDOWN, 0);
  trail = outline('trail', roadmap);
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await database[Symbol.asyncDispose]();
});

interface Person {
  readonly user: string;
  readonly guild: string;
}

let count = 0;
function nextId(): string {
  count += 1;
  return String(1_300_000_000_000_000_000n + BigInt(count));
}

function by({ user, guild }: Person): Actor {
  return { interactionId: nextId(), userId: user, guildId: guild, at: 10 };
}

async function newcomer(db: Db): Promise<Person> {
  const person = { user: nextId(), guild: nextId() };
  await ensureGuild(db, person.guild, 'en-US', 0);
  await join(db, person.guild, person.user, 1);
  return person;
}

const done = (db: Db, person: Person, ...titles: readonly string[]) =>
  record(
    db,
    by(person),
    titles.map((title) => ({ topicId: idOf(trail, title), action: 'done' })),
  );
const rate = (db: Db, person: Person, reps: number) =>
  recordRating(db, by(person), { topicId: idOf(trail, 'Walk'), firstDue: DAY.date, reps }, 'good');

interface Write {
  /** What each of them has done before. */
  readonly before?: (db: Db, person: Person) => Promise<unknown>;
  readonly run: (db: Db, person: Person) => Promise<unknown>;
}

/** The writes that read nothing where others add rows. Such people never meet. */
const APART: Readonly<Record<string, Write>> = {
  'a topic is done': { run: (db, person) => done(db, person, 'Walk') },
  'several topics are done': { run: (db, person) => done(db, person, 'Walk', 'Run', 'Swim') },
  'a topic is reviewed for the first time': { run: (db, person) => rate(db, person, 0) },
};

/** Those that have to read first, and may meet neighbours. They are tried again until they have written. */
const NEIGHBOURS: Readonly<Record<string, Write>> = {
  'a topic is reviewed again': {
    before: (db, person) => rate(db, person, 0),
    run: (db, person) => rate(db, person, 1),
  },
  'an act is undone': {
    before: (db, person) => done(db, person, 'Walk'),
    run: (db, me) => undoLast(db, by(me)),
  },
  'a proof is written': {
    run: (db, person) =>
      writeProof(db, by(person), {
        topicId: idOf(trail, 'Walk'),
        method: 'cheatcode',
        parts: ['One foot, then the other.'],
        url: null,
        language: null,
      }),
  },
  'a session begins': {
    run: (db, person) =>
      beginSession(db, by(person), { topicId: idOf(trail, 'Walk'), minutes: 25, startsTopic: true }),
  },
  'the picks of a day are chosen': {
    run: (db, { user: userId }) =>
      todaysPicks(db, { userId, roadmap: trail, member: { dayStart: 4 }, timeZone: 'UTC', now: 10 }),
  },
  'a post is claimed': {
    before: (db, { guild }) => planPost(db, guild, 'daily', DAY),
    run: (db, { guild: guildId }) =>
      write(db, async (trx) => {
        const due = { guildId, kind: 'daily', run: DAY } as const;
        await movePostOn(trx, due, { at: 2000, date: '2026-11-27' });
        return claimDelivery(trx, { ...due, channelId: 'c', content: {}, at: 10 });
      }),
  },
};

/** Runs a write of many people at once. @returns how many transactions it took, and what failed */
async function atOnce({ before, run }: Write): Promise<{ begun: number; failed: readonly unknown[] }> {
  const people = await Promise.all(stores.map(async ({ db }) => ({ db, person: await newcomer(db) })));
  for (const { db, person } of people) await before?.(db, person);
  let begun = 0;
  const counted = (db: Db): Db =>
    new Proxy(db, {
      get(target, key) {
        if (key === 'transaction') begun += 1;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const came = await Promise.allSettled(people.map(({ db, person }) => run(counted(db), person)));
  return { begun, failed: came.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])) };
}

test.each(Object.entries(APART))('nobody meets anybody when %s', async (_, one) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    expect(await atOnce(one)).toEqual({ begun: CROWD, failed: [] });
  }
});

test.each(Object.entries(NEIGHBOURS))('nothing fails when many meet because %s', async (_, one) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    expect((await atOnce(one)).failed).toEqual([]);
  }
});

test('a write that hangs keeps those behind it waiting for a moment only', async () => {
  const [store] = stores;
  if (store === undefined) throw new Error('there are several stores');
  const behind = Promise.withResolvers<null>();
  const hanging = write(store.db, () => behind.promise);
  await done(store.db, await newcomer(store.db), 'Walk');
  behind.resolve(null);
  await hanging;
});

test('people read while more writes hang than there are connections', async () => {
  const [store] = stores;
  if (store === undefined) throw new Error('there are several stores');
  const all = Promise.withResolvers<null>();
  const hanging = Array.from({ length: CROWD }, () => write(store.db, () => all.promise));
  expect(await wasHandled(store.db, 'nothing')).toBe(false);
  all.resolve(null);
  await Promise.all(hanging);
});
