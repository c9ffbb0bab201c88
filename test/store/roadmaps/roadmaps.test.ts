import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { planChange, writeChange } from '../../../src/store/roadmaps/editing.ts';
import type { ReadSource } from '../../../src/store/roadmaps/current.ts';
import { makeLibrary } from '../../../src/store/roadmaps/library.ts';
import { progressOf, record } from '../../../src/store/progress/progress.ts';
import { storedRoadmap } from '../../../src/store/roadmaps/roadmaps.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { idOf, storeWith } from '../store.ts';

const BEFORE = '# Trail\n\n## Track\n\n- [ ] Walk <!-- id: walk -->\n- [ ] Run <!-- id: run -->\n';
const AFTER = '# Trail\n\n## Track\n\n- [ ] Stroll <!-- id: walk -->\n- [ ] Jump <!-- id: jump -->\n';

const NOTHING = { added: [], archived: [], restored: [], unsettled: [] };

const seed = (db: Parameters<typeof seedRoadmap>[0], source: string, now: number) =>
  seedRoadmap(db, 'trail', readRoadmap(source).roadmap, source, now);

describe('seeding', () => {
  test('does nothing if nothing has changed', async () => {
    const { db, close } = await storeWith(BEFORE);
    expect(await seed(db, BEFORE, 5)).toEqual(NOTHING);
    expect((await storedRoadmap(db, 'trail'))?.revision).toBe(1);
    await close();
  });

  test('adds, renames with everybody’s progress, archives with history, and restores', async () => {
    const { db, trail, close } = await storeWith(BEFORE);
    const actor = { interactionId: '1', userId: 'ana', guildId: null, at: 10 };
    await record(db, actor, [
      { topicId: idOf(trail, 'Walk'), action: 'done' },
      { topicId: idOf(trail, 'Run'), action: 'start' },
    ]);

    expect(await seed(db, AFTER, 20)).toEqual({ ...NOTHING, added: ['jump'], archived: ['run'] });
    const progress = await progressOf(db, 'ana', 'trail');
    expect(progress.get(idOf(trail, 'Walk'))?.state).toBe('done');
    const topics = await db
      .selectFrom('roadmap_topic')
      .select(['key', 'title', 'archived_at'])
      .orderBy('key')
      .execute();
    expect(topics).toEqual([
      { key: 'jump', title: 'Jump', archived_at: null },
      { key: 'run', title: 'Run', archived_at: 20 },
      { key: 'walk', title: 'Stroll', archived_at: null },
    ]);

    expect(await seed(db, BEFORE, 30)).toEqual({ ...NOTHING, archived: ['jump'], restored: ['run'] });
    expect((await progressOf(db, 'ana', 'trail')).get(idOf(trail, 'Run'))?.state).toBe('doing');
    await close();
  });
});

describe('the library', () => {
  test('reads a roadmap once, and again when its source has changed', async () => {
    const { db, close } = await storeWith(BEFORE);
    const library = makeLibrary();
    const first = await library.roadmap(db, 'trail');
    expect(await library.roadmap(db, 'trail')).toBe(first);
    await seed(db, AFTER, 20);
    const second = await library.roadmap(db, 'trail');
    expect(second?.nodes.map((node) => node.topic.title)).toEqual(['Stroll', 'Jump']);
    expect(await library.roadmap(db, 'nowhere')).toBeNull();
    await close();
  });

  test('reads a roadmap once for many who ask at the same time', async () => {
    const { db, close } = await storeWith(BEFORE);
    let reads = 0;
    const library = makeLibrary((source, options) => {
      reads += 1;
      return readRoadmap(source, options);
    });
    const given = await Promise.all(Array.from({ length: 20 }, () => library.roadmap(db, 'trail')));
    expect([reads, new Set(given).size]).toEqual([1, 1]);
    await close();
  });

  test('lets go of what nobody has asked for longest, and reads it again when somebody does', async () => {
    const { db, close } = await storeWith(BEFORE);
    for (const id of ['path', 'lane']) await seedRoadmap(db, id, readRoadmap(BEFORE).roadmap, BEFORE, 5);
    const reads: string[] = [];
    const read: ReadSource = (source, options) => {
      reads.push(source);
      return readRoadmap(source, options);
    };
    // Each roadmap has two topics, so there is room for two of them.
    const library = makeLibrary(read, 5);
    const kept = await library.roadmap(db, 'trail');
    for (const id of ['path', 'trail', 'lane', 'trail']) await library.roadmap(db, id);
    expect(await library.roadmap(db, 'trail')).toBe(kept);
    expect(reads).toHaveLength(3);
    expect((await library.roadmap(db, 'path'))?.nodes).toHaveLength(2);
    expect(reads).toHaveLength(4);
    await close();
  });

  test('keeps a roadmap that is larger than all it has room for', async () => {
    const { db, close } = await storeWith(BEFORE);
    const library = makeLibrary(readRoadmap, 1);
    expect(await library.roadmap(db, 'trail')).toBe(await library.roadmap(db, 'trail'));
    await close();
  });

  test('reads nothing again for an edit, neither the version in use nor the new one', async () => {
    const { db, close } = await storeWith(BEFORE);
    let reads = 0;
    const library = makeLibrary((source, options) => {
      reads += 1;
      return readRoadmap(source, options);
    });
    await library.roadmap(db, 'trail');
    const current = await library.version(db, 'trail');
    if (current === null) throw new Error('it is there');
    const owner = { userId: 'ana' };
    const edits = [{ kind: 'rename', key: 'walk', title: 'Stroll' }] as const;
    const planned = await planChange(db, { current, owner, shown: current.number, edits });
    if (planned === null) throw new Error('nobody else was there');
    const actor = { userId: 'ana', guildId: null, interactionId: '1', at: 10 };
    const made = await db.transaction().execute((trx) => writeChange(trx, planned, actor));
    if (made.kind !== 'applied') throw new Error(made.kind);
    await library.shelve(db, made.roadmapId, { number: made.number, tree: planned.plan.after });
    const copy = await library.roadmap(db, made.roadmapId);
    expect(copy?.nodes.map(({ topic }) => topic.title)).toEqual(['Stroll', 'Run']);
    expect(copy?.nodes.map(({ id }) => id)).toEqual(current.outline.nodes.map(({ id }) => id));
    expect(reads).toBe(1);
    await close();
  });
});
