import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeLibrary } from '../../../src/store/roadmaps/library.ts';
import { copyRoadmap, createRoadmap, type Owner } from '../../../src/store/roadmaps/owners.ts';
import { progressOf, record } from '../../../src/store/progress/progress.ts';
import { proofOf, writeProof } from '../../../src/store/proofs/proofs.ts';
import { proofsOf } from '../../../src/store/proofs/roadmap-proofs.ts';
import { recordRating } from '../../../src/store/review/answering.ts';
import { cardsOf } from '../../../src/store/review/cards.ts';
import { currentVersion } from '../../../src/store/roadmaps/current.ts';
import { planVersion } from '../../../src/store/roadmaps/plan.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { applyVersion, restoreVersion } from '../../../src/store/roadmaps/versions.ts';
import { seedRoadmaps } from '../../../src/seed.ts';
import { usableRoadmaps } from '../../../src/store/roadmaps/followed.ts';
import { ensureMember } from '../../../src/store/members/members.ts';
import { emptyStore } from '../../database.ts';

let store: Store;
beforeEach(async () => {
  store = await emptyStore();
});
afterEach(() => store.close());

async function create(
  id: string,
  source: string,
  owner: Owner | null = null,
): Promise<ReadonlyMap<string, string>> {
  const { roadmap } = readRoadmap(source);
  await store.db
    .transaction()
    .execute((trx) => createRoadmap(trx, { id, source, roadmap, owner, madeBy: null, at: 0 }));
  const loaded = await makeLibrary().roadmap(store.db, id);
  return new Map(loaded?.nodes.map((node) => [node.topic.key, node.id]));
}

/** The skills of topics by their files. */
async function skillsOf(...ids: readonly (string | undefined)[]): Promise<readonly (string | undefined)[]> {
  const rows = await store.db.selectFrom('topic').select(['id', 'skill_id']).execute();
  const skills = new Map(rows.map(({ id, skill_id }) => [id, skill_id ?? id]));
  return ids.map((id) => skills.get(id ?? ''));
}
async function areOne(one: string | undefined, other: string | undefined): Promise<boolean> {
  const [first, second] = await skillsOf(one, other);
  return first !== undefined && first === second;
}

test('a topic has the same skill as the bundled topic that its file calls the same', async () => {
  const backend = await create('backend', '# Backend\n\n- [ ] HTTP <!-- id: http -->\n');
  const frontend = await create(
    'frontend',
    '# Frontend\n\n- [ ] HTTP <!-- id: http same: backend/http -->\n- [ ] Again <!-- id: again same: backend/http -->\n- [ ] Gone <!-- id: gone same: backend/gone -->\n',
  );
  expect(await areOne(frontend.get('http'), backend.get('http'))).toBe(true);
  // No two topics of a roadmap have the same skill.
  expect(await areOne(frontend.get('again'), backend.get('http'))).toBe(false);
  expect(new Set(await skillsOf(...frontend.values())).size).toBe(3);
});

test('two bundled files that name each other share the topics that either names, in any order', async () => {
  const science = await create(
    'science',
    '# Science\n\n- [ ] Learning <!-- id: learning same: data/models -->\n- [ ] Chance <!-- id: chance -->\n',
  );
  const data = await create(
    'data',
    '# Data\n\n- [ ] Models <!-- id: models -->\n- [ ] Odds <!-- id: odds same: science/chance -->\n',
  );
  expect(await areOne(data.get('models'), science.get('learning'))).toBe(true);
  expect(await areOne(data.get('odds'), science.get('chance'))).toBe(true);
  await ensureMember(store.db, 'ana', 0);
  const hers = await create('mine', '# Mine\n\n- [ ] Models <!-- id: models -->\n', { userId: 'ana' });
  expect(await skillsOf(...science.values(), ...data.values())).not.toContain(hers.get('models'));
});

const TRAIL = '# Trail\n\n- [ ] The web <!-- id: web -->\n- [ ] Shell <!-- id: shell -->\n';
const NAMING = TRAIL.replace('id: web', 'id: web same: backend/http');
const actor = (userId: string, at: number) => ({
  interactionId: `${userId}${at}`,
  userId,
  guildId: null,
  at,
});

const seed = (source: string) => seedRoadmap(store.db, 'trail', readRoadmap(source).roadmap, source, 50);
const idOf = async (key: string) =>
  (await makeLibrary().roadmap(store.db, 'trail'))?.byKey.get(key)?.id ?? '';
const stateOf = async (userId: string, roadmapId: string) =>
  [...(await progressOf(store.db, userId, roadmapId)).values()].map(({ state }) => state);

async function seeded(): Promise<{ readonly http: string; readonly web: string }> {
  const backend = await create('backend', '# Backend\n\n- [ ] HTTP <!-- id: http -->\n');
  const trail = await create('trail', TRAIL);
  return { http: backend.get('http') ?? '', web: trail.get('web') ?? '' };
}
describe('an existing topic whose file begins to name another', () => {
  test('becomes one with it; ticks and cards are carried along, and an undo restores them', async () => {
    const { http, web } = await seeded();
    await record(store.db, actor('ana', 1), [{ topicId: web, action: 'done' }]);
    await record(store.db, actor('ben', 2), [{ topicId: http, action: 'done' }]);
    const answer = { topicId: web, firstDue: '1970-01-02', reps: 0 };
    await recordRating(store.db, actor('ana', 3), answer, 'good', 0.9);
    await seed(NAMING);
    expect(await idOf('web')).toBe(web);
    expect(await areOne(web, http)).toBe(true);
    expect([await stateOf('ana', 'backend'), await stateOf('ben', 'trail')]).toEqual([['done'], ['done']]);
    const card = (roadmapId: string, topicId: string) =>
      cardsOf(store.db, 'ana', roadmapId).then((cards) => cards.get(topicId)?.reviewedAt);
    expect(await card('backend', http)).toBe(3);
    expect(await card('trail', web)).toBe(3);
    const undo = { roadmapId: 'trail', shown: 2, to: 1 };
    await restoreVersion(store.db, undo, { userId: null, at: 60 });
    expect(await areOne(web, http)).toBe(false);
    expect([await stateOf('ana', 'backend'), await stateOf('ben', 'backend')]).toEqual([[], ['done']]);
    expect([await stateOf('ana', 'trail'), await stateOf('ben', 'trail')]).toEqual([['done'], []]);
  });

  test('its proofs count for the other one too', async () => {
    const { web, http } = await seeded();
    const work = { topicId: web, method: 'cheatcode', parts: ['All.'], url: null, language: null } as const;
    await writeProof(store.db, actor('ana', 1), work);
    await seed(NAMING);
    expect((await proofsOf(store.db, 'ana', 'backend')).get(http)?.get('cheatcode')).toBe('proven');
    expect((await proofOf(store.db, 'ana', http, 'cheatcode'))?.parts).toEqual(['All.']);
  });

  test('stays separate if another topic of its roadmap has that skill', async () => {
    const { http, web } = await seeded();
    await seed(`${TRAIL}- [ ] HTTP <!-- id: other same: backend/http -->\n`);
    expect(await areOne(await idOf('other'), http)).toBe(true);
    await seed(`${NAMING}- [ ] HTTP <!-- id: other same: backend/http -->\n`);
    expect(await skillsOf(web, await idOf('other'))).toEqual([web, http]);
  });
});

test('a copy that calls a topic the same as another has a topic of its own for it, with the ticks', async () => {
  const { http, web } = await seeded();
  await record(store.db, actor('ana', 1), [{ topicId: web, action: 'done' }]);
  await ensureGuild(store.db, 'g', 'en-US', 0);
  const base = await currentVersion(store.db, 'trail');
  if (base === null) throw new Error('there is a trail');
  const copy = { id: 'copy', owner: { guildId: 'g' }, madeBy: null, at: 2 };
  await store.db.transaction().execute((trx) => copyRoadmap(trx, base, copy));
  const change = async (source: string) => {
    const { roadmap } = readRoadmap(source);
    const plan = await planVersion(store.db, { roadmapId: 'copy', source, roadmap, guildId: null });
    if (plan === null) throw new Error('there is a copy');
    await applyVersion(store.db, plan, new Map(), { userId: null, at: 3 });
    return (await currentVersion(store.db, 'copy'))?.outline.byKey;
  };
  const own = (await change(NAMING))?.get('web')?.id ?? '';
  expect(own).not.toBe(web);
  expect([await areOne(own, http), await areOne(web, http)]).toEqual([true, false]);
  expect((await progressOf(store.db, 'ana', 'copy')).get(own)?.state).toBe('done');
  expect(await stateOf('ana', 'backend')).toEqual(['done']);
  // The skill is taken, so nothing else of the copy moves.
  const again = await change(NAMING.replace('id: shell', 'id: shell same: backend/http'));
  expect(again?.get('shell')?.id).toBe(base.outline.byKey.get('shell')?.id);
  expect(again?.get('web')?.id).toBe(own);
});

test('nobody reaches topics of another member by calling their own the same', async () => {
  await ensureMember(store.db, 'ana', 0);
  await ensureMember(store.db, 'ben', 0);
  const hers = await create('hers', '# Hers\n\n- [ ] Secret <!-- id: secret -->\n', { userId: 'ana' });
  const his = await create('his', '# His\n\n- [ ] Secret <!-- id: secret same: hers/secret -->\n', {
    userId: 'ben',
  });
  expect(await areOne(his.get('secret'), hers.get('secret'))).toBe(false);
});

test('in the bundled files, topics that are called the same have the same skill, even if two files name each other', async () => {
  await seedRoadmaps(store.db, 'data/roadmaps', 0);
  const library = makeLibrary();
  const apart: string[] = [];
  for (const { id } of await usableRoadmaps(store.db, { userId: '', guildId: null })) {
    for (const node of (await library.roadmap(store.db, id))?.nodes ?? []) {
      for (const name of node.topic.same) {
        const [other = '', key = ''] = name.split('/');
        const named = (await library.roadmap(store.db, other))?.byKey.get(key);
        if (!(await areOne(named?.id, node.id))) apart.push(`${id}/${node.topic.key} ${name}`);
      }
    }
  }
  expect(apart).toEqual([]);
});
