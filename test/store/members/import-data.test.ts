import { runs } from '../../database.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalOf, setGoal } from '../../../src/store/goals/goals.ts';
import { pausesOf, planPause } from '../../../src/store/members/pauses.ts';
import { importPersonalData } from '../../../src/store/members/import-data.ts';
import { ensureMember } from '../../../src/store/members/members.ts';
import { personalData } from '../../../src/store/members/personal-data.ts';
import { proofsOf, proofsOfMembers } from '../../../src/store/proofs/roadmap-proofs.ts';
import { createRoadmap } from '../../../src/store/roadmaps/owners.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { type ExportedData, readExport } from '../../../src/study/exported-data.ts';
import { atOnce } from '../../../src/roadmap/in-turns.ts';
import { dataInSteps } from '../../../src/view/settings/personal-export.ts';
import { isFull } from '../../size.ts';
import { storeWith } from '../store.ts';

const TRAIL =
  '# Trail\n\n## Track <!-- methods: cheatcode feynman -->\n\n- [ ] One\n- [ ] Two\n- [ ] Three\n';
const DAY = 24 * 60 * 60_000;
const NOW = Date.parse('2026-11-26T12:00:00Z');
const before = fc.integer({ min: 1, max: 400 * 24 * 60 }).map((minutes) => NOW - minutes * 60_000);
const day = before.map((at) => new Date(at).toISOString().slice(0, 10));

const topic = fc.record({
  progress: fc.option(
    fc.record({ state: fc.constantFrom('todo', 'doing', 'done', 'skipped'), since: before, date: day }),
  ),
  proof: fc.option(
    fc.record({
      text: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
      proven: fc.option(before),
      at: before,
    }),
  ),
  review: fc.option(
    fc.record({ due: day, stability: fc.integer({ min: 1, max: 999 }), last: fc.option(before) }),
  ),
});
type Kept = typeof topic extends fc.Arbitrary<infer T> ? T : never;

async function filled(topics: readonly Kept[]) {
  const store = await storeWith(TRAIL);
  await ensureMember(store.db, 'ana', NOW);
  for (const [at, { progress, proof, review }] of topics.entries()) {
    const own = { user_id: 'ana', topic_id: store.trail.nodes[at]?.id ?? '' };
    if (progress !== null) {
      const { state, since, date } = progress;
      const row = { ...own, state, since, since_date: date, snoozed_until: null };
      await store.db.insertInto('progress').values(row).execute();
    }
    if (proof !== null) {
      const id = `proof ${at}`;
      const times = { proven_at: proof.proven, created_at: proof.at, updated_at: proof.at };
      await store.db
        .insertInto('proof')
        .values({ ...own, id, method: 'feynman', url: null, language: null, ...times })
        .execute();
      for (const [position, text] of proof.text.entries()) {
        await store.db.insertInto('proof_part').values({ proof_id: id, position, text }).execute();
      }
    }
    if (review !== null) {
      const numbers = { difficulty: 5, scheduled_days: 2, learning_steps: 0, reps: 1, lapses: 0, state: 2 };
      const dates = {
        due_date: review.due,
        review_date: review.due,
        last_review: review.last,
        put_off_to: null,
      };
      await store.db
        .insertInto('review')
        .values({ ...own, ...numbers, ...dates, stability: review.stability })
        .execute();
      await store.db
        .insertInto('review_log')
        .values({ ...own, id: `log ${at}`, rating: 'good', at: NOW - 100 + at, before: null, undoes: null })
        .execute();
    }
  }
  return store;
}

type Db = Awaited<ReturnType<typeof storeWith>>['db'];

async function exported(db: Db): Promise<ExportedData> {
  const read = readExport(atOnce(dataInSteps(await personalData(db, 'ana'), NOW)));
  if ('code' in read) throw new Error(JSON.stringify(read));
  return read;
}

/** What an import has to restore. Ids are made by each store, and so is the order of rows with the same instant. */
async function comparable(db: Db) {
  const { progress, work, reviews } = await personalData(db, 'ana');
  return {
    progress,
    proofs: work.proofs
      .map((proof) => ({ ...proof, id: 'its own' }))
      .toSorted((a, b) => a.key.localeCompare(b.key)),
    cards: reviews.cards,
    answers: reviews.answers.map((answer) => ({ ...answer, id: 'its own' })),
  };
}

test('an export that is imported into an empty store is the same; a second import adds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(topic, { minLength: 3, maxLength: 3 }), async (topics) => {
      const [here, there] = [await filled(topics), await storeWith(TRAIL)];
      const data = await exported(here.db);
      const first = await importPersonalData(there.db, by('1'), data);
      const wanted = await comparable(here.db);
      expect(await comparable(there.db)).toEqual(wanted);
      expect([first.topics, first.proofs]).toEqual([wanted.progress.length, wanted.proofs.length]);

      const second = await importPersonalData(there.db, by('2'), data);
      expect(second).toEqual({ topics: 0, proofs: 0, reviews: 0, roadmaps: 0, unknown: 0, withoutFile: 0 });
      expect(await comparable(there.db)).toEqual(wanted);
      await Promise.all([here.close(), there.close()]);
    }),
    runs(isFull ? 15 : 4),
  );
});

test('existing rows stay, and topics that are unknown here are counted', async () => {
  const { db, trail, close } = await filled([
    { progress: { state: 'doing', since: NOW - 5, date: '2026-11-26' }, proof: null, review: null },
  ]);
  const [node] = trail.nodes;
  const row = {
    roadmap: 'trail',
    key: node?.topic.key ?? '',
    title: '',
    state: 'done',
    since: NOW - 9,
    notSuggestedBefore: null,
  } as const;
  const data = await exported(db);
  const done = await importPersonalData(db, by('1'), {
    ...data,
    topics: [
      { ...row, roadmap: trail.id },
      { ...row, roadmap: 'elsewhere' },
    ],
  });
  expect(done).toMatchObject({ topics: 0, unknown: 1 });
  expect((await personalData(db, 'ana')).progress.map(({ state }) => state)).toEqual(['doing']);
  await close();
});

test('the member’s own roadmaps are imported, but not others’', async () => {
  const [here, there] = [await storeWith(TRAIL), await storeWith(TRAIL)];
  const source = '# Mine\n\n- [ ] A\n';
  const { roadmap } = readRoadmap(source);
  for (const user of ['ana', 'ben']) {
    await ensureMember(here.db, user, NOW);
    const owner = { userId: user };
    await here.db
      .transaction()
      .execute((trx) =>
        createRoadmap(trx, { id: `of-${user}`, source, roadmap, owner, madeBy: user, at: NOW }),
      );
  }
  const row = { key: 'a', title: 'A', state: 'done', since: NOW - 9, notSuggestedBefore: null } as const;
  const data = {
    ...(await exported(here.db)),
    topics: [
      { ...row, roadmap: 'of-ana' },
      { ...row, roadmap: 'of-ben' },
    ],
  };
  expect(await importPersonalData(there.db, by('1'), data)).toMatchObject({
    roadmaps: 1,
    topics: 1,
    unknown: 1,
  });
  expect(await importPersonalData(there.db, by('2'), data)).toMatchObject({ roadmaps: 0, topics: 0 });
  expect((await personalData(there.db, 'ana')).roadmaps.own.map((own) => own.source)).toEqual([source]);
  // If another member's roadmap still exists, nothing of it is touched.
  expect(await importPersonalData(here.db, by('3'), data)).toMatchObject({
    roadmaps: 0,
    topics: 1,
    unknown: 1,
  });
  await Promise.all([here.close(), there.close()]);
});

/** Whether each proof of the member was proven in an imported file. */
async function imported({ db }: Awaited<ReturnType<typeof storeWith>>): Promise<readonly boolean[]> {
  const proofs = await proofsOfMembers(db, ['ana'], ['trail']);
  return (proofs.get('ana') ?? []).map(({ isImported }) => isImported);
}

test('a proof that is proven in the file counts, but is not celebrated', async () => {
  const one = { progress: null, review: null, proof: { text: ['a'], proven: NOW - 1, at: NOW - 1 } };
  const [here, there] = [await filled([one]), await storeWith(TRAIL)];
  await importPersonalData(there.db, by('1'), await exported(here.db));
  expect(await imported(here)).toEqual([false]);
  expect(await imported(there)).toEqual([true]);
  expect([...(await proofsOf(there.db, 'ana', 'trail')).values()]).toEqual([
    new Map([['feynman', 'proven']]),
  ]);
  await Promise.all([here.close(), there.close()]);
});

describe('a file that anybody may have written', () => {
  const good = { roadmap: 'r', key: 'k', title: 't', state: 'done', since: '2026-01-01T00:00:00Z' };
  test.each([
    ['', { code: 'not-json' }],
    ['{"exported":', { code: 'not-json' }],
    ['['.repeat(200_000), { code: 'not-json' }],
    ['null', { code: 'not-ours' }],
    ['[]', { code: 'not-ours' }],
    ['{"topics":[]}', { code: 'not-ours' }],
    [exportOf({ ...good, state: 'god' }), { code: 'wrong', where: 'topics.0.state' }],
    [exportOf({ ...good, since: 'yesterday' }), { code: 'wrong', where: 'topics.0.since' }],
    [exportOf({ ...good, key: { a: 1 } }), { code: 'wrong', where: 'topics.0.key' }],
    [
      `{"exported":1,"topics":[${Array(20_001).fill(JSON.stringify(good)).join(',')}]}`,
      { code: 'wrong', where: 'topics' },
    ],
  ])('%.40s', (text, problem) => {
    expect(readExport(text)).toEqual(problem);
  });

  test('an invalid address is left out, and future instants count as now', async () => {
    const { db, trail, close } = await storeWith(TRAIL);
    const own = { roadmap: trail.id, key: trail.nodes[0]?.topic.key, title: '' };
    const late = '2999-01-01T00:00:00Z';
    const proof = {
      ...own,
      method: 'project',
      url: 'javascript:alert(1)',
      language: null,
      text: [],
      proven: late,
      written: late,
      changed: late,
    };
    const read = readExport(
      JSON.stringify({ exported: 'x', topics: [{ ...good, ...own, since: late }], proofs: [proof] }),
    );
    if ('code' in read) throw new Error(read.code);
    await importPersonalData(db, by('1'), read);
    const { progress, work } = await personalData(db, 'ana');
    expect(progress[0]?.since).toBe(NOW);
    expect(work.proofs[0]).toMatchObject({ url: null, provenAt: NOW });
    await close();
  });
});

function exportOf(some: object): string {
  return JSON.stringify({ exported: 'x', topics: [some] });
}

function by(interactionId: string) {
  return { interactionId, userId: 'ana', guildId: null, at: NOW };
}

describe('a goal and a planned pause', () => {
  const PAUSE = { from: '2026-12-01', to: '2026-12-09' };
  async function withBoth() {
    const store = await storeWith(TRAIL);
    await setGoal(store.db, by('g'), { kind: 'minutes', target: 150 }, '2026-11-23');
    await planPause(store.db, by('p'), PAUSE, '2026-11-26');
    return store;
  }

  test('come with the export, once, and a reached goal can be celebrated here', async () => {
    const [here, there] = [await withBoth(), await storeWith(TRAIL)];
    const data = await exported(here.db);
    for (const id of ['1', '2']) await importPersonalData(there.db, by(id), data);
    expect(await goalOf(there.db, 'ana')).toMatchObject({ kind: 'minutes', target: 150, celebrated: null });
    expect(await pausesOf(there.db, 'ana')).toMatchObject([PAUSE]);
    await Promise.all([here.close(), there.close()]);
  });

  test('stay as they are here, and a pause that is over changes no streak of the past', async () => {
    const [here, there] = [await withBoth(), await storeWith(TRAIL)];
    await setGoal(there.db, by('g'), { kind: 'topics', target: 2 }, null);
    await importPersonalData(there.db, { ...by('1'), at: NOW + 20 * DAY }, await exported(here.db));
    expect(await goalOf(there.db, 'ana')).toMatchObject({ kind: 'topics', target: 2 });
    expect(await pausesOf(there.db, 'ana')).toEqual([]);
    await Promise.all([here.close(), there.close()]);
  });
});
