import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { changeMember, ensureMember, memberOf } from '../../../src/store/members/members.ts';
import { topicsActedOnByDate } from '../../../src/store/progress/studied-days.ts';
import { undoLast } from '../../../src/store/progress/history.ts';
import { progressOf } from '../../../src/store/progress/progress.ts';
import { deletePersonalData } from '../../../src/store/members/personal-data.ts';
import { postsThatName } from '../../../src/store/members/named-in-posts.ts';
import { migrations } from '../../../src/store/migrations/index.ts';
import { openStore } from '../../../src/store/open.ts';
import { dueReminders } from '../../../src/store/reminders.ts';
import { proofWithId, writeProof } from '../../../src/store/proofs/proofs.ts';
import { proofsOf } from '../../../src/store/proofs/roadmap-proofs.ts';
import { recordRating } from '../../../src/store/review/answering.ts';
import { cardsOf } from '../../../src/store/review/cards.ts';
import { undoReview } from '../../../src/store/review/undo.ts';
import { skillsOf } from '../../../src/store/skills/mates.ts';
import type { Tables } from '../../../src/store/schema.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { currentVersion } from '../../../src/store/roadmaps/current.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { versionsOf } from '../../../src/store/roadmaps/versions.ts';
import { bringSearchInStep, searchProofs } from '../../../src/store/search.ts';
import { shareOf } from '../../../src/store/proofs/shares.ts';
import { buildWithId } from '../../../src/store/showcase/builds.ts';
import { pictureOf } from '../../../src/store/showcase/submissions.ts';
import { toggleClear } from '../../../src/store/teach-back/teach-back.ts';
import { WHOLE } from '../../../src/store/share.ts';

const at = (instant: string): number => Date.parse(instant);

/** A row of every table of the first version, connected as in real use. */
const FIRST_VERSION = `
  INSERT INTO roadmap VALUES ('trail', 'Trail', '# Trail', 1, 0);
  INSERT INTO topic VALUES ('walk', 'trail', 'walk', 'Walk', 0, NULL);
  INSERT INTO guild VALUES ('g', 'trail', 'c', 'Europe/Istanbul', 'tr', '09:00', '1234567', 7, NULL, 0, NULL);
  INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at) VALUES ('ana', 4, 1, 1, 0);
  INSERT INTO membership VALUES ('g', 'ana', 1);
  INSERT INTO progress VALUES ('ana', 'walk', 'done', 2, NULL);
  INSERT INTO activity VALUES ('1-0000', '1', 'ana', 'g', 'walk', 'done', 2, NULL, NULL);
  INSERT INTO pick VALUES ('ana', 'trail', '2026-11-23', 'walk', 0, '{"kind":"next","section":"Track"}', 2, NULL);
  INSERT INTO handled_interaction VALUES ('1', 2);
  INSERT INTO post VALUES ('g', 'daily', 3, '2026-11-24', NULL, NULL);
  INSERT INTO delivery VALUES ('d', 'g', 'daily', '2026-11-23', 'sent', 'c', 1, 1, 1, 'm', '{}');
  INSERT INTO setting VALUES ('commands-hash', 'x');
`;

test('a database of the first version, with rows in every table, keeps all of them in this version', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const { '001-first': first } = migrations;
  if (first === undefined) throw new Error('there is a first migration');
  await (await openStore(file, { '001-first': first })).close();
  const before = new Database(file);
  before.exec(FIRST_VERSION);
  const tables = ['roadmap', 'guild', 'member', 'membership', 'progress', 'activity', 'pick'] as const;
  const rowsBefore = tables.map((table) => before.prepare(`SELECT * FROM ${table}`).all());
  before.close();

  const store = await openStore(file);
  const { db } = store;
  for (const [index, table] of tables.entries()) {
    // A later version may add columns. The earlier ones keep their values.
    const rows = await db
      .selectFrom(table satisfies keyof Tables)
      .selectAll()
      .execute();
    expect(rows).toMatchObject(rowsBefore[index] ?? []);
    expect(rows).toHaveLength(1);
  }
  await store.close();
  await rm(folder, { recursive: true });
});

test('a proof from before the search is found after the next start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const untilSearch = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '006'));
  await (await openStore(file, untilSearch)).close();
  const before = new Database(file);
  before.exec(FIRST_VERSION);
  before.exec(`
    INSERT INTO proof VALUES ('p', 'ana', 'walk', 'project', NULL, NULL, 3, 3, 3);
    INSERT INTO proof_part VALUES ('p', 0, 'Işık ve ısı.');
    INSERT INTO build VALUES ('b', 'g', 'walk', 3);
    INSERT INTO build_member VALUES ('b', 'ana', 3, 3, 'p');
    INSERT INTO submission VALUES ('b', 'https://example.org', NULL, 'Isı.', 3, 3);
    INSERT INTO submission_picture VALUES ('b', 'png', 'A light', 3, x'89504E47');
    INSERT INTO applause VALUES ('b', 'ana', 3);
  `);
  before.close();

  const store = await openStore(file);
  const { db } = store;
  const ana = { userId: 'ana', guildId: null };
  expect(await searchProofs(db, ana, ['isi'])).toEqual([]);
  expect(await bringSearchInStep(db)).toBe(1);
  expect(await searchProofs(db, ana, ['isi'])).toEqual(['p']);
  expect(await buildWithId(db, 'g', 'b')).toMatchObject({ team: ['ana'], isShown: true });
  expect(await pictureOf(db, 'b')).toEqual({ type: 'png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]) });
  await db.deleteFrom('member').execute();
  expect(await searchProofs(db, ana, ['isi'])).toEqual([]);
  await store.close();
  await rm(folder, { recursive: true });
});

test('a member is taken out of a post from before it was stored whom posts name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const { '001-first': first } = migrations;
  if (first === undefined) throw new Error('there is a first migration');
  await (await openStore(file, { '001-first': first })).close();
  const [ana, ben] = ['100000000000000001', '100000000000000002'];
  const before = new Database(file);
  before.exec(FIRST_VERSION);
  const person =
    before.prepare(`INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at)
    VALUES (?, 4, 1, 1, 0)`);
  for (const userId of [ana, ben]) person.run(userId);
  const post =
    before.prepare(`INSERT INTO delivery (id, guild_id, kind, local_date, state, channel_id, due_at,
    claimed_at, content) VALUES (?, 'g', 'daily', ?, 'sent', 'c', 1, 1, ?)`);
  for (let day = 0; day < 1200; day += 1)
    post.run(`d${day}`, `d${day}`, JSON.stringify({ by: [{ userId: ben }] }));
  post.run('both', 'both', JSON.stringify({ by: [{ userId: ana }, { userId: ben }], done: [ana] }));
  post.run('gone', 'gone', JSON.stringify({ by: [{ userId: '100000000000000003' }] }));
  before.close();

  const store = await openStore(file);
  const { db } = store;
  expect(await postsThatName(db, ana)).toMatchObject([{ id: 'both' }]);
  expect(await postsThatName(db, ben)).toHaveLength(1201);
  await deletePersonalData(db, { interactionId: '2', userId: ana, guildId: null, at: 2 });
  const { content } = await db
    .selectFrom('delivery')
    .select('content')
    .where('id', '=', 'both')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(content ?? '')).toEqual({ by: [{ userId: ben }], done: [] });
  await store.close();
  await rm(folder, { recursive: true });
});

test('a shared proof from before feedback exists afterwards, and can get feedback', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const { '001-first': first, '002-proofs': proofs } = migrations;
  if (first === undefined || proofs === undefined) throw new Error('there are two migrations');
  await (await openStore(file, { '001-first': first, '002-proofs': proofs })).close();
  const before = new Database(file);
  before.exec(FIRST_VERSION);
  before.exec(`
    INSERT INTO proof VALUES ('p', 'ana', 'walk', 'feynman', NULL, NULL, NULL, 3, 3);
    INSERT INTO proof_part VALUES ('p', 0, 'One foot, then the other.');
    INSERT INTO proof_share VALUES ('p', 'g', 'c', 'm', 4);
  `);
  before.close();

  const store = await openStore(file);
  const { db } = store;
  expect(await shareOf(db, 'p', 'g')).toEqual({
    proofId: 'p',
    guildId: 'g',
    post: { channelId: 'c', messageId: 'm' },
    threadId: null,
    sharedAt: 4,
  });
  await ensureMember(db, 'ben', 5);
  await toggleClear(db, { interactionId: '2', userId: 'ben', guildId: 'g', at: 5 }, 'p', 'g');
  expect(await db.selectFrom('proof_clear').selectAll().execute()).toHaveLength(1);
  await db.deleteFrom('guild').where('id', '=', 'g').execute();
  expect(await db.selectFrom('proof_clear').selectAll().execute()).toEqual([]);
  await store.close();
  await rm(folder, { recursive: true });
});

test('topics that were done before there were reviews can be reviewed, and fade as usual', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '005'));
  await (await openStore(file, earlier)).close();
  const before = new Database(file);
  before.exec(FIRST_VERSION);
  before.close();

  const store = await openStore(file);
  const { db } = store;
  expect((await memberOf(db, 'ana')).fadingBelow).toBe(80);
  expect((await cardsOf(db, 'ana', 'trail')).size).toBe(0);
  const actor = { interactionId: '3', userId: 'ana', guildId: null, at: 5 };
  await recordRating(db, actor, { topicId: 'walk', firstDue: '2026-11-23', reps: 0 }, 'good');
  expect((await cardsOf(db, 'ana', 'trail')).get('walk')?.card.reps).toBe(1);
  await db.deleteFrom('member').execute();
  expect(await db.selectFrom('review_log').selectAll().execute()).toEqual([]);
  await store.close();
  await rm(folder, { recursive: true });
});

test('proofs from before files exist afterwards, and can have a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '007'));
  await (await openStore(file, earlier)).close();
  const before = new Database(file);
  before.exec(FIRST_VERSION);
  before.exec(`
    INSERT INTO proof VALUES ('p', 'ana', 'walk', 'tez', NULL, NULL, NULL, 3, 4);
    INSERT INTO proof_part VALUES ('p', 0, 'One foot, then the other.');
  `);
  before.close();

  const store = await openStore(file);
  const { db } = store;
  expect(await proofWithId(db, 'p')).toMatchObject({
    parts: ['One foot, then the other.'],
    file: null,
    createdAt: 3,
  });
  const actor = { interactionId: '2', userId: 'ana', guildId: null, at: 5 };
  const pdf = { name: 'walk.pdf', kind: 'pdf', size: 1, bytes: new Uint8Array([37]) } as const;
  await writeProof(db, actor, {
    topicId: 'walk',
    method: 'tez',
    parts: [],
    url: null,
    language: null,
    file: pdf,
  });
  expect(await proofWithId(db, 'p')).toMatchObject({ parts: [], file: { name: 'walk.pdf' }, createdAt: 3 });
  await store.close();
  await rm(folder, { recursive: true });
});

test('study from before study dates counts for the days that it counts for now, and stays there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '008'));
  await (await openStore(file, earlier)).close();
  const before = new Database(file);
  before.exec(FIRST_VERSION);
  const insert = before.prepare('INSERT INTO activity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  // In Istanbul it is 04:30 on the 24th, in New York 20:30 on the 23rd, and in UTC the day before.
  const night = at('2026-11-24T01:30:00Z');
  insert.run('2-0000', '2', 'ana', 'g', 'walk', 'start', night, null, null);
  before.exec(`
    UPDATE progress SET state = 'doing', since = ${night};
    INSERT INTO member (user_id, time_zone, day_start, show_topics, show_progress, created_at, fading_below)
      VALUES ('ben', 'America/New_York', 4, 1, 1, 0, 80);
    INSERT INTO review_log VALUES ('3', 'ana', 'walk', 'good', ${at('2026-11-25T12:00:00Z')}, NULL, NULL);
    INSERT INTO review_log VALUES ('4', 'ana', 'walk', 'later', ${at('2026-11-26T12:00:00Z')}, NULL, NULL);
    INSERT INTO review_log VALUES ('5', 'ana', 'walk', 'good', ${at('2026-11-27T12:00:00Z')}, NULL, NULL);
    INSERT INTO review_log VALUES ('6', 'ana', 'walk', 'undo', ${at('2026-11-27T12:01:00Z')}, NULL, '5');
    INSERT INTO proof VALUES ('p', 'ana', 'walk', 'tez', NULL, NULL, NULL, ${at('2026-11-28T12:00:00Z')}, 0);
    INSERT INTO proof_share VALUES ('p', 'g', NULL, NULL, 0, NULL);
    INSERT INTO proof_clear VALUES ('p', 'g', 'ben', ${night});
    INSERT INTO proof_gap VALUES ('7', 'p', 'g', 'ben', '?', NULL, NULL, ${at('2026-11-25T12:00:00Z')}, NULL);
    INSERT INTO proof_reading VALUES ('p', 'g', 'ben', 0, 'work', '.', ${at('2026-11-26T12:00:00Z')}, NULL, NULL);
  `);
  before.close();

  const store = await openStore(file);
  const { db } = store;
  const datesOf = async (userId: string) => [...(await topicsActedOnByDate(db, userId)).keys()].toSorted();
  const anas = ['1969-12-31', '2026-11-24', '2026-11-25', '2026-11-28'];
  expect(await datesOf('ana')).toEqual(anas);
  expect(await datesOf('ben')).toEqual(['2026-11-23', '2026-11-25', '2026-11-26']);
  expect((await progressOf(db, 'ana', 'trail')).get('walk')?.sinceDate).toBe('2026-11-24');
  await changeMember(db, 'ana', { timeZone: 'America/New_York' }, 0);
  expect(await datesOf('ana')).toEqual(anas);
  await store.close();
  await rm(folder, { recursive: true });
});

test('reviews that were dated by instants are due on study days, also after an undo', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '011'));
  await (await openStore(file, earlier)).close();
  const before = new Database(file);
  before.exec(`
    INSERT INTO roadmap VALUES ('trail', 'Trail', '# Trail', 1, 0);
    INSERT INTO topic VALUES ('walk', 'trail', 'walk', 'Walk', 0, NULL);
    INSERT INTO member (user_id, time_zone, day_start, show_topics, show_progress, created_at)
      VALUES ('ana', 'Europe/Istanbul', 4, 1, 1, 0);
  `);
  // It was reviewed at half past one at night in Istanbul, which is still the 20th, and is due three days later.
  const [reviewed, due] = [at('2026-11-20T22:30:00Z'), at('2026-11-23T22:30:00Z')];
  const card = { due, stability: 2.3, difficulty: 2.1, scheduledDays: 3, learningSteps: 0, reps: 1 };
  const kept = { ...card, lapses: 0, state: 2, lastReview: reviewed };
  before
    .prepare('INSERT INTO review VALUES (?, ?, ?, 2.3, 2.1, 3, 0, 1, 0, 2, ?, ?)')
    .run('ana', 'walk', due, reviewed, at('2026-11-25T01:00:00Z'));
  before
    .prepare('INSERT INTO review_log VALUES (?, ?, ?, ?, ?, ?, NULL)')
    .run('8', 'ana', 'walk', 'later', due, JSON.stringify({ card: kept, putOffUntil: null }));
  before.close();

  const store = await openStore(file);
  const { db } = store;
  const dated = { dueDate: '2026-11-23', reviewDate: '2026-11-20', stability: 2.3, reps: 1 };
  const cardOf = async () => (await cardsOf(db, 'ana', 'trail')).get('walk');
  expect(await cardOf()).toMatchObject({ card: dated, reviewedAt: reviewed, putOffTo: '2026-11-25' });
  const actor = { interactionId: '9', userId: 'ana', guildId: null, at: due + 1 };
  expect(await undoReview(db, actor, '8')).toBe('walk');
  expect(await cardOf()).toMatchObject({ card: dated, reviewedAt: reviewed, putOffTo: null });
  await store.close();
  await rm(folder, { recursive: true });
});

test('topics from before versions of roadmaps stay the same, archived ones too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '012'));
  await (await openStore(file, earlier)).close();
  const before = new Database(file);
  const source = '# Trail\n\n## Track\n\n- [ ] Walk <!-- id: walk -->\n';
  before.prepare("INSERT INTO roadmap VALUES ('trail', 'Trail', ?, 3, 0)").run(source);
  before.exec(`
    INSERT INTO topic VALUES ('walk', 'trail', 'walk', 'Walk', 0, NULL);
    INSERT INTO topic VALUES ('run', 'trail', 'track/run', 'Run', 0, 5);
    INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at) VALUES ('ana', 4, 1, 1, 0);
    INSERT INTO progress (user_id, topic_id, state, since) VALUES ('ana', 'walk', 'done', 2);
    INSERT INTO progress (user_id, topic_id, state, since) VALUES ('ana', 'run', 'doing', 2);
  `);
  before.close();

  const store = await openStore(file);
  const { db } = store;
  expect((await currentVersion(db, 'trail'))?.outline.nodes.map(({ id }) => id)).toEqual(['walk']);
  expect((await versionsOf(db, 'trail')).map(({ number }) => number)).toEqual([3]);
  const newer = `${source}- [ ] Run\n`;
  expect(await seedRoadmap(db, 'trail', readRoadmap(newer).roadmap, newer, 9)).toMatchObject({
    restored: ['track/run'],
  });
  const progress = await progressOf(db, 'ana', 'trail');
  expect([progress.get('walk')?.state, progress.get('run')?.state]).toEqual(['done', 'doing']);
  await store.close();
  await rm(folder, { recursive: true });
});

test('a member who wanted to be reminded of reviews is reminded to study, at the same hour and in the same way', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '016'));
  await (await openStore(file, earlier)).close();
  const before = new Database(file);
  before.exec(`
    INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at) VALUES ('ana', 4, 1, 1, 0);
    INSERT INTO review_reminder (user_id, way, hour, time_zone, locale, next_at, next_date, last_date)
      VALUES ('ana', 'dm', 21, 'Europe/Istanbul', 'tr', 7, '2026-11-24', '2026-11-23');
  `);
  before.close();

  const store = await openStore(file);
  const asked = { userId: 'ana', way: 'dm', hour: 21, timeZone: 'Europe/Istanbul', locale: 'tr' };
  const next = { at: 7, date: '2026-11-24' };
  expect(await dueReminders(store.db, WHOLE, 7)).toMatchObject([{ ...asked, next, lastDate: '2026-11-23' }]);
  await store.close();
  await rm(folder, { recursive: true });
});

test('a topic that two roadmaps shared becomes two topics of one skill, each with all that members have of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '023'));
  await (await openStore(file, earlier)).close();
  const before = new Database(file);
  const trail = '# Trail\n\n- [ ] HTTP <!-- id: http -->\n- [ ] Git <!-- id: git -->\n';
  const pages = '# Pages\n\n- [ ] HTTP <!-- id: http same: trail/http -->\n';
  for (const [id, source, base] of [
    ['trail', trail, null],
    ['pages', pages, null],
    ['copy', pages, 'pages'],
  ]) {
    before
      .prepare(
        'INSERT INTO roadmap (id, title, source, revision, updated_at, base_id) VALUES (?, ?, ?, 1, 0, ?)',
      )
      .run(id, id, source, base);
    before
      .prepare("INSERT INTO roadmap_version VALUES (?, 1, ?, NULL, ?, '[]', '[]', '[]', NULL, NULL, 0)")
      .run(id, source, JSON.stringify([['http', 'http'], ...(id === 'trail' ? [['git', 'git']] : [])]));
  }
  before.exec(`
    INSERT INTO topic VALUES ('http', 'trail', 'http', 'HTTP');
    INSERT INTO topic VALUES ('git', 'trail', 'git', 'Git');
    INSERT INTO topic VALUES ('old', 'trail', 'old', 'Old');
    INSERT INTO roadmap_topic VALUES ('http', 'trail', 'http', 'HTTP', 0, NULL, NULL, NULL, NULL);
    INSERT INTO roadmap_topic VALUES ('git', 'trail', 'git', 'Git', 1, NULL, NULL, NULL, NULL);
    INSERT INTO roadmap_topic VALUES ('http', 'pages', 'http', 'HTTP', 0, NULL, NULL, NULL, NULL);
    INSERT INTO roadmap_topic VALUES ('http', 'copy', 'http', 'HTTP', 0, NULL, NULL, NULL, NULL);
    INSERT INTO merged_topic VALUES ('git', 'old');
    INSERT INTO member (user_id, time_zone, day_start, show_topics, show_progress, created_at, fading_below)
      VALUES ('ana', 'Europe/Istanbul', 4, 1, 1, 0, 80);
    INSERT INTO progress VALUES ('ana', 'http', 'done', 5, NULL, '1969-12-31', NULL, NULL);
    INSERT INTO activity VALUES ('1-0000', '1', 'ana', NULL, 'http', 'done', 5, NULL, NULL, '1969-12-31');
    INSERT INTO proof (id, user_id, topic_id, method, proven_at, created_at, updated_at)
      VALUES ('p', 'ana', 'http', 'cheatcode', 6, 6, 6);
    INSERT INTO proof (id, user_id, topic_id, method, proven_at, created_at, updated_at)
      VALUES ('q', 'ana', 'old', 'cheatcode', 6, 6, 6);
  `);
  before.close();

  const store = await openStore(file);
  const { db } = store;
  const idIn = async (id: string) => (await currentVersion(db, id))?.outline.byKey.get('http')?.id ?? '';
  const own = await idIn('pages');
  expect(own).not.toBe('http');
  expect(await idIn('copy')).toBe(own);
  expect([...(await skillsOf(db, 'ana', ['http', own])).values()]).toEqual(['http', 'http']);
  for (const id of ['trail', 'pages', 'copy']) {
    expect((await progressOf(db, 'ana', id)).get(await idIn(id))?.state).toBe('done');
    expect((await proofsOf(db, 'ana', id)).get(await idIn(id))?.get('cheatcode')).toBe('proven');
  }
  expect((await proofsOf(db, 'ana', 'trail')).get('git')?.get('cheatcode')).toBe('proven');
  expect([...(await topicsActedOnByDate(db, 'ana')).values()]).toEqual([1]);
  // A later start finds nothing to change, and an undo of an earlier act undoes it in both topics.
  await seedRoadmap(db, 'pages', readRoadmap(`${pages}\n`).roadmap, `${pages}\n`, 9);
  expect(await idIn('pages')).toBe(own);
  await undoLast(db, { interactionId: '2', userId: 'ana', guildId: null, at: 9 });
  for (const id of ['trail', 'pages']) expect((await progressOf(db, 'ana', id)).size).toBe(0);
  await store.close();
  await rm(folder, { recursive: true });
});

test('a plan from before its maker could go stays with whom planned it, and with those who came', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-migrations-'));
  const file = join(folder, 'roadmate.sqlite');
  const older = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '046'));
  await (await openStore(file, older)).close();
  const before = new Database(file);
  before.exec(`
    INSERT INTO roadmap (id, title, source, revision, updated_at) VALUES ('trail', 'Trail', '# Trail', 1, 0);
    INSERT INTO topic (id, roadmap_id, key, title) VALUES ('walk', 'trail', 'walk', 'Walk');
    INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at) VALUES ('ana', 4, 1, 1, 0);
    INSERT INTO plan (id, guild_id, user_id, topic_id, place, minutes, said, asked_at, time_zone, step)
      VALUES ('p', 'g', 'ana', 'walk', 'Café', 60, 'tomorrow 18:00', 1, 'UTC', 'over');
    INSERT INTO plan_visit VALUES ('p', 'ana', '2026-11-23', 2);`);
  before.close();
  const store = await openStore(file);
  expect(await store.db.selectFrom('plan').select(['id', 'made_by']).execute()).toEqual([
    { id: 'p', made_by: 'ana' },
  ]);
  expect(await store.db.selectFrom('plan_visit').select('plan_id').execute()).toEqual([{ plan_id: 'p' }]);
  await store.close();
  await rm(folder, { recursive: true });
});
