import { afterEach, expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { ensureMember } from '../../../src/store/members/members.ts';
import { deletePersonalData, personalData } from '../../../src/store/members/personal-data.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { effortSince } from '../../../src/store/progress/activities.ts';
import { progressOf } from '../../../src/store/progress/progress.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import { proofsOfMembers } from '../../../src/store/proofs/roadmap-proofs.ts';
import { currentVersion } from '../../../src/store/roadmaps/current.ts';
import { copyRoadmap, createRoadmap } from '../../../src/store/roadmaps/owners.ts';
import { planVersion } from '../../../src/store/roadmaps/plan.ts';
import { applyVersion, versionsOf } from '../../../src/store/roadmaps/versions.ts';
import { type Group, groupWith, list } from './group.ts';

let group: Group;
afterEach(() => group.close());
const doer = { interactionId: '1', userId: 'ana', guildId: null, at: 100_000 };

/** Ana's own copy of the roadmap. */
async function copied(): Promise<void> {
  const base = await currentVersion(group.db, 'trail');
  if (base === null) throw new Error('the roadmap is there');
  await ensureMember(group.db, 'ana', 0);
  const own = { id: 'own', owner: { userId: 'ana' }, madeBy: 'ana', at: 50_000 };
  await group.db.transaction().execute((trx) => copyRoadmap(trx, base, own));
}

/** Plans a version of the copy; `known`: the ids of topics by key. */
const planCopy = async (source: string, known: ReadonlyMap<string, string> = new Map()) => {
  const plan = await planVersion(group.db, {
    roadmapId: 'own',
    source,
    roadmap: readRoadmap(source).roadmap,
    guildId: null,
    known,
  });
  if (plan === null) throw new Error('the copy is there');
  return plan;
};

test('progress in a copy counts in the original, and changes of one do not change the other', async () => {
  group = await groupWith(list('Joins', 'Views'));
  await copied();
  await group.say('ana', 'done', 'Joins');
  expect([...(await progressOf(group.db, 'ana', 'own')).values()]).toMatchObject([{ state: 'done' }]);
  await applyVersion(
    group.db,
    await planCopy(list('Joining tables <!-- id: track/joins -->', 'Locks')),
    new Map(),
    doer,
  );
  const copy = await currentVersion(group.db, 'own');
  expect(copy?.outline.nodes.map(({ topic }) => topic.title)).toEqual(['Joining tables', 'Locks']);
  expect((await group.outline()).nodes.map(({ topic }) => topic.title)).toEqual(['Joins', 'Views']);
  expect(copy?.outline.nodes[0]?.id).toBe((await group.outline()).nodes[0]?.id);
  const titles = await group.db
    .selectFrom('topic')
    .select('title')
    .where('roadmap_id', '=', 'trail')
    .execute();
  expect(titles.map(({ title }) => title).toSorted()).toEqual(['Joins', 'Views']);
});

test('proven and finished topics of a copy count for the copy', async () => {
  group = await groupWith(list('Joins', 'Views'));
  await copied();
  const { db } = group;
  await ensureGuild(db, '7', 'en-US', 0);
  await join(db, '7', 'ana', 0);
  await group.say('ana', 'done', 'Joins');
  const [topicId = ''] = (await group.outline()).nodes.map(({ id }) => id);
  const work = { method: 'cheatcode', parts: ['All rows that match'], url: null, language: null } as const;
  await writeProof(db, { ...doer, interactionId: 'written' }, { topicId, ...work });
  expect((await proofsOfMembers(db, ['ana'], ['own'])).get('ana')).toMatchObject([{ topicId }]);
  expect(await proofsOfMembers(db, ['ana'], ['another'])).toEqual(new Map());
  expect(await effortSince(db, 'ana', 'own', '1969-12-01')).toEqual({ reviews: 0, finished: [topicId] });
  expect(await effortSince(db, 'ana', 'another', '1969-12-01')).toEqual({ reviews: 0, finished: [] });
});

test('a newer version of the original matches the copy by topics, whatever their titles', async () => {
  group = await groupWith(list('Joins', 'Views'));
  await copied();
  await applyVersion(
    group.db,
    await planCopy(list('Everything about joining', 'Views')),
    new Map([['track/joins', ['track/everything-about-joining']]]),
    doer,
  );
  const newer = list('Joins', 'Views', 'Locks');
  await group.change(newer);
  const base = await group.outline();
  const plan = await planCopy(newer, new Map(base.nodes.map(({ topic, id }) => [topic.key, id])));
  expect(plan.match.sure.get('track/everything-about-joining')).toBe('track/joins');
  await applyVersion(group.db, plan, new Map(), { ...doer, interactionId: '2' });
  const copy = await currentVersion(group.db, 'own');
  expect(copy?.outline.nodes.map(({ id }) => id)).toEqual(base.nodes.map(({ id }) => id));
});

test('a member’s own roadmap is exported and deleted with them; their versions of others’ roadmaps no longer name them', async () => {
  group = await groupWith(list('Joins'));
  const source = list('My secret topic');
  await ensureMember(group.db, 'ana', 0);
  const own = {
    id: 'own',
    source,
    roadmap: readRoadmap(source).roadmap,
    owner: { userId: 'ana' },
    madeBy: 'ana',
    at: 7,
  };
  await group.db.transaction().execute((trx) => createRoadmap(trx, own));
  const plan = await group.plan(list('Joins', 'Views'));
  await applyVersion(group.db, plan, new Map(), doer);
  expect((await personalData(group.db, 'ana')).roadmaps).toEqual({
    own: [{ roadmap: 'own', title: 'Trail', source, createdAt: 7 }],
    followed: [],
    versions: [
      { roadmap: 'own', number: 1, at: 7 },
      { roadmap: 'trail', number: 2, at: 100_000 },
    ],
  });
  await deletePersonalData(group.db, { ...doer, interactionId: '2' });
  expect(await currentVersion(group.db, 'own')).toBeNull();
  expect(
    await group.db.selectFrom('topic').select('title').where('title', 'like', '%secret%').execute(),
  ).toEqual([]);
  expect((await versionsOf(group.db, 'trail')).map(({ madeBy }) => madeBy)).toEqual([null, null]);
});
