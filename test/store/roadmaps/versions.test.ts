import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { AlreadyHandled } from '../../../src/store/once.ts';
import { importDone } from '../../../src/store/progress/progress.ts';
import { currentVersion } from '../../../src/store/roadmaps/current.ts';
import { applyVersion, restoreVersion, versionsOf } from '../../../src/store/roadmaps/versions.ts';
import { type Group, groupWith, list } from './group.ts';

let group: Group;
afterEach(() => group.close());
const open = async (...items: readonly string[]): Promise<Group> => (group = await groupWith(list(...items)));

describe('a topic that still exists keeps its progress', () => {
  test('if it is renamed, moved or worded differently', async () => {
    await open('Normal forms of tables', 'Joins', 'Caching: use a cache');
    await group.say('ana', 'done', 'Normal forms of tables', 'Caching: use a cache');
    await group.say('ben', 'start', 'Joins');
    await group.change(list('JOINS', 'Caching: use a cache near the reader', 'NORMAL FORMS, of tables'));
    expect(await group.standing('ana')).toEqual({
      'NORMAL FORMS, of tables': 'done',
      'Caching: use a cache near the reader': 'done',
    });
    expect(await group.standing('ben')).toEqual({ JOINS: 'doing' });
  });

  test('a removed topic is archived with its history, and comes back with it', async () => {
    await open('Joins', 'Views');
    await group.say('ana', 'done', 'Views');
    await group.change(list('Joins'));
    expect(await group.standing('ana')).toEqual({});
    await group.change(list('Joins', 'Locks'));
    await group.change(list('Joins', 'Locks', 'Views'));
    expect(await group.standing('ana')).toEqual({ Views: 'done' });
  });

  test('a new topic with the key of a removed one is another topic', async () => {
    await open('Joins', 'Views');
    await group.say('ana', 'done', 'Views');
    const plan = await group.plan(list('Joins', 'Views'));
    expect(plan.match.sure.size).toBe(2);
    await group.change(list('Joins', 'Views'), new Map([['track/views', []]]));
    expect(await group.standing('ana')).toEqual({});
    const topics = await group.db.selectFrom('topic').select('key').orderBy('key').execute();
    expect(topics.map(({ key }) => key)).toEqual(['track/joins', 'track/views', 'track/views#2']);
  });

  test('an answer overrules the match', async () => {
    await open('Indexes', 'Views');
    await group.say('ana', 'done', 'Indexes');
    const after = list('Indexes, Locks', 'Views');
    expect([...(await group.plan(after)).match.likely.keys()]).toEqual(['track/indexes']);
    await group.change(after, new Map([['track/indexes', ['track/indexes-locks']]]));
    expect(await group.standing('ana')).toEqual({ 'Indexes, Locks': 'done' });
  });

  test('the plan says how many members have progress on each topic', async () => {
    await open('Joins', 'Views');
    await group.say('ana', 'done', 'Views');
    await group.say('ben', 'start', 'Views');
    await group.say('ben', 'snooze', 'Joins');
    const { members, before } = await group.plan(list('Joins'));
    expect([...members]).toEqual([[before.byKey.get('track/views')?.id, 2]]);
  });
});

describe('a topic that gains parts', () => {
  const before = ['Databases', 'Shell'];
  const after = ['Databases', '  Joins', '  Views', 'Shell'];

  test('is done in those that come with it, without an act of the member; later ones are open', async () => {
    await open(...before);
    await group.say('ana', 'done', 'Databases');
    await group.say('ben', 'skip', 'Databases');
    await group.say('cem', 'start', 'Databases');
    await group.change(list(...after));
    expect(await group.standing('ana')).toEqual({ Databases: 'done', Joins: 'done', Views: 'done' });
    expect(await group.standing('ben')).toEqual({ Databases: 'skipped', Joins: 'skipped', Views: 'skipped' });
    expect(await group.standing('cem')).toEqual({ Databases: 'doing', Joins: 'doing' });
    const carried = await group.db
      .selectFrom('progress')
      .select('user_id')
      .where('carried_in', '=', 'trail@2')
      .execute();
    expect(carried).toHaveLength(5);
    expect(await group.db.selectFrom('activity').select('id').execute()).toHaveLength(3);

    await group.change(list(...after.toSpliced(3, 0, '  Locks')));
    expect(await group.standing('ana')).toEqual({ Databases: 'doing', Joins: 'done', Views: 'done' });
  });

  test('does not change the progress of a part that was a topic before', async () => {
    await open('Databases', 'Joins of two tables');
    await group.say('ana', 'done', 'Databases');
    await group.change(list('Databases', '  Joins of two tables', '  Views'));
    expect(await group.standing('ana')).toEqual({ Databases: 'doing', Views: 'done' });
  });

  test('and loses them again counts as before, or as done if all parts were', async () => {
    await open(...before);
    await group.say('ana', 'done', 'Databases');
    await group.change(list(...after));
    await group.say('ana', 'reset', 'Joins');
    await group.say('ben', 'done', 'Joins', 'Views');
    await group.say('cem', 'done', 'Joins');
    await group.change(list(...before));
    expect(await group.standing('ana')).toEqual({ Databases: 'done' });
    expect(await group.standing('ben')).toEqual({ Databases: 'done' });
    expect(await group.standing('cem')).toEqual({});
  });
});

test('a parent that loses an open part is done through the others', async () => {
  await open('Databases', '  Joins', '  Views');
  await group.say('ana', 'done', 'Joins');
  await group.change(list('Databases', '  Joins'));
  expect(await group.standing('ana')).toEqual({ Databases: 'done', Joins: 'done' });
});

test('the parts of a parent that becomes a heading keep their progress', async () => {
  await open('Databases', '  Joins', '  Views');
  await group.say('ana', 'done', 'Joins');
  await group.change('# Trail\n\n## Databases\n\n- [ ] Joins\n- [ ] Views\n');
  expect(await group.standing('ana')).toEqual({ Joins: 'done' });
});

describe('a split', () => {
  test.for([
    ['all parts', ['track/indexes', 'track/views'], { Indexes: 'done', Views: 'done' }],
    ['one of them', ['track/views'], { Views: 'done' }],
    ['none', [], {}],
  ] as const)('is done in %s, as it is answered', async ([, becomes, standing]) => {
    await open('Indexes, Views', 'Shell');
    await group.say('ana', 'done', 'Indexes, Views');
    await group.change(list('Indexes', 'Views', 'Shell'), new Map([['track/indexes-views', becomes]]));
    expect(await group.standing('ana')).toEqual(standing);
  });
});

test('a merged topic is done if all were done, otherwise begun, and the old ones keep theirs', async () => {
  await open('Indexes', 'Views', 'Shell');
  await group.say('ana', 'done', 'Indexes', 'Views');
  await group.say('ben', 'done', 'Indexes');
  const rows = () =>
    group.db.selectFrom('progress').select(['topic_id', 'state']).where('carried_in', 'is', null).execute();
  const own = await rows();
  const merged = ['track/indexes-views'];
  await group.change(
    list('Indexes, Views', 'Shell'),
    new Map([
      ['track/indexes', merged],
      ['track/views', merged],
    ]),
  );
  expect(await group.standing('ana')).toEqual({ 'Indexes, Views': 'done' });
  expect(await group.standing('ben')).toEqual({ 'Indexes, Views': 'doing' });
  expect(await rows()).toEqual(own);
});

describe('undo', () => {
  test('restores everything; undone itself, it restores the later state', async () => {
    await open('Databases', 'Indexes', 'Views', 'Shell');
    await group.say('ana', 'done', 'Databases', 'Indexes', 'Views');
    await group.say('ben', 'start', 'Databases', 'Shell');
    const before = await group.everything();
    const merged = ['track/indexes-views'];
    await group.change(
      list('Databases', '  Joins', '  Locks', 'Indexes, Views'),
      new Map([
        ['track/indexes', merged],
        ['track/views', merged],
      ]),
    );
    const after = await group.everything();
    expect(after).not.toBe(before);
    for (const wanted of [before, after, before]) {
      expect(await group.undo()).toMatchObject({ kind: 'applied' });
      expect(await group.everything()).toBe(wanted);
    }
  });

  test('keeps what was said in between; about missing topics it is kept, and returns with them', async () => {
    await open('Databases', 'Shell');
    await group.say('ana', 'done', 'Databases');
    await group.change(list('Databases', '  Joins', '  Views', 'Shell'));
    await group.say('ana', 'reset', 'Joins');
    await group.say('ben', 'done', 'Views', 'Shell');
    await group.undo();
    expect(await group.standing('ana')).toEqual({ Databases: 'done' });
    expect(await group.standing('ben')).toEqual({ Shell: 'done' });
    await group.undo();
    expect(await group.standing('ana')).toEqual({ Databases: 'doing', Views: 'done' });
    expect(await group.standing('ben')).toEqual({ Databases: 'doing', Views: 'done', Shell: 'done' });
  });

  test('what was said about a topic in a version is not carried again when that version comes back', async () => {
    await open('Kernel', '  Compilers', '  Linkers');
    await group.say('ana', 'done', 'Compilers', 'Linkers');
    await group.say('ben', 'done', 'Compilers');
    await group.change(list('Kernel', 'Compilers', 'Linkers'));
    // These are separate topics now, so what happens to two of them says nothing about the third.
    await group.say('ana', 'reset', 'Compilers');
    await group.say('ana', 'start', 'Compilers');
    await group.say('ben', 'done', 'Linkers');
    const [, ...parts] = (await group.outline()).nodes.map(({ id }) => id);
    const cem = { interactionId: 'ticks', userId: 'cem', guildId: null, at: 7500 };
    await importDone(group.db, cem, parts);
    const is = await group.everything();
    expect(await group.standing('ana')).toEqual({ Kernel: 'done', Compilers: 'doing', Linkers: 'done' });
    await group.undo();
    await group.undo();
    expect(await group.everything()).toBe(is);
  });

  test('what was said in between about a carried topic is carried too', async () => {
    await open('Kernel', '  Compilers', '  Linkers');
    await group.say('ana', 'done', 'Compilers');
    await group.change(list('Kernel', 'Compilers', 'Linkers'));
    await group.say('ana', 'start', 'Linkers');
    await group.undo();
    await group.say('ana', 'done', 'Linkers');
    await group.undo();
    expect(await group.standing('ana')).toEqual({ Kernel: 'done', Compilers: 'done', Linkers: 'done' });
  });

  test('can go back over several versions at once', async () => {
    await open('Databases', 'Shell');
    await group.say('ana', 'done', 'Databases', 'Shell');
    const before = await group.everything();
    await group.change(list('Databases', '  Joins', 'Shell'));
    await group.change(list('Databases', '  Joins', 'Shell', '  Pipes'));
    expect(await group.standing('ana')).toEqual({
      Databases: 'done',
      Joins: 'done',
      Shell: 'done',
      Pipes: 'done',
    });
    const doer = { interactionId: '1', userId: 'organiser', guildId: null, at: 90_000 };
    expect(await restoreVersion(group.db, { roadmapId: 'trail', shown: 3, to: 1 }, doer)).toEqual({
      kind: 'applied',
      number: 4,
    });
    expect(await group.everything()).toBe(before);
  });

  test('is not possible without a version before', async () => {
    await open('Shell');
    expect(await group.undo()).toEqual({ kind: 'not-kept' });
  });
});

describe('versions', () => {
  const doer = { interactionId: '1', userId: 'organiser', guildId: null, at: 5000 };

  test('the slower of two organisers is told, and nothing is changed', async () => {
    await open('Joins');
    const [one, other] = [await group.plan(list('Joins', 'Views')), await group.plan(list('Joins', 'Locks'))];
    expect(await applyVersion(group.db, one, new Map(), doer)).toEqual({ kind: 'applied', number: 2 });
    const second = applyVersion(group.db, other, new Map(), { ...doer, interactionId: '2' });
    expect(await second).toEqual({ kind: 'conflict', number: 2 });
    expect((await group.outline()).nodes.map(({ topic }) => topic.title)).toEqual(['Joins', 'Views']);
  });

  test('an interaction that is delivered twice makes one version', async () => {
    await open('Joins');
    const plan = await group.plan(list('Joins', 'Views'));
    await applyVersion(group.db, plan, new Map(), doer);
    await expect(applyVersion(group.db, plan, new Map(), doer)).rejects.toThrow(AlreadyHandled);
  });

  test('are stored with who made them and when, the last twenty', async () => {
    await open('Joins');
    for (let at = 1; at <= 25; at += 1) await group.change(list('Joins', `Part ${at}`));
    const versions = await versionsOf(group.db, 'trail');
    expect(versions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => 26 - at));
    expect(versions[0]).toEqual({ number: 26, madeBy: 'organiser', at: 26_000, restores: null });
  });

  test('of a roadmap for which a newer Roadmate makes other keys stay the same', async () => {
    await open('Databases', '  Video', 'Shell', '  Video');
    await group.say('ana', 'done', 'Shell', 'Databases');
    await group.change(list('Databases', '  Video', 'Shell', '  Video', 'Kernel'));
    const before = await group.outline();
    // As if an older Roadmate had read this version, whose keys contained the title of the file.
    await group.db
      .updateTable('roadmap_topic')
      .set({ key: sql`'trail/' || key` })
      .execute();
    for (const { number, topics } of await group.db
      .selectFrom('roadmap_version')
      .select(['number', 'topics'])
      .execute()) {
      const older = topics.replaceAll('["', '["trail/');
      await group.db
        .updateTable('roadmap_version')
        .set({ topics: older })
        .where('number', '=', number)
        .execute();
    }
    const after = await currentVersion(group.db, 'trail');
    expect(after?.outline.nodes.map(({ id, topic }) => [id, topic.key])).toEqual(
      before.nodes.map(({ id, topic }) => [id, topic.key]),
    );
    expect(after?.number).toBe(3);
    expect(await restoreVersion(group.db, { roadmapId: 'trail', shown: 3, to: 1 }, doer)).toMatchObject({
      kind: 'applied',
    });
    expect((await group.outline()).nodes.map(({ id }) => id)).toEqual(
      before.nodes.slice(0, 4).map(({ id }) => id),
    );
  });
});
