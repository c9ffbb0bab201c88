import { afterEach, beforeEach, expect, test } from 'vitest';
import { topicId } from '../../../src/roadmap/outline.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { undoLast } from '../../../src/store/progress/history.ts';
import { progressOf, record } from '../../../src/store/progress/progress.ts';
import { redo } from '../../../src/store/progress/redo.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { addLog } from '../../../src/store/sessions/logs.ts';
import { beginSession, sessionsOf } from '../../../src/store/sessions/sessions.ts';
import { joinTopics, keepApart } from '../../../src/store/skills/own-skills.ts';
import type { Store } from '../../../src/store/store.ts';
import { emptyStore } from '../../database.ts';
import { readOnce } from '../../prepared.ts';

const HOUR = 3_600_000;
const HTTP = topicId('trail', 'http');
const NOW = Date.UTC(2026, 0, 10, 22);
const PAGES = '# Pages\n\n- [ ] HTTP <!-- id: http same: trail/http -->\n';
const SOURCE = '# Trail\n\n- [ ] HTTP <!-- id: http -->\n';

let store: Store;
let seconds = 0;
beforeEach(async () => {
  seconds = 0;
  store = await emptyStore();
  await seedRoadmap(store.db, 'trail', readOnce(SOURCE).roadmap, SOURCE, 0);
  await seedRoadmap(store.db, 'pages', readOnce(PAGES).roadmap, PAGES, 0);
  await ensureGuild(store.db, 'g', 'en-US', 0);
  await join(store.db, 'g', 'ana', 0);
});
afterEach(() => store.close());

/** An interaction of hers, a second after the one before. */
function next(at?: number) {
  seconds += 1;
  return { userId: 'ana', guildId: 'g', interactionId: `${100 + seconds}`, at: at ?? NOW + seconds * 1000 };
}
const log = (hour: number, hours: number) =>
  addLog(store.db, next(), {
    topicId: HTTP,
    startedAt: Date.UTC(2026, 0, 10, hour),
    minutes: hours * 60,
  });
async function undo(): Promise<string> {
  const actor = next();
  expect((await undoLast(store.db, actor)).kind).toBe('undone');
  return actor.interactionId;
}

test('of several undone study times, only the one undone last comes back', async () => {
  const undone: string[] = [];
  for (const hour of [6, 10, 14]) {
    await log(hour, 4);
    undone.push(await undo());
  }
  for (const each of undone) await redo(store.db, next(), each);
  expect(await sessionsOf(store.db, 'ana')).toHaveLength(1);
  const again = await undo();
  expect(await redo(store.db, next(), again)).toMatchObject({ act: 'log' });
  expect(await sessionsOf(store.db, 'ana')).toHaveLength(1);
});

test('a study time does not come back if what was studied since leaves no room in its day', async () => {
  await log(4, 8);
  await log(12, 8);
  const undone = await undo();
  await beginSession(store.db, next(), { topicId: HTTP, minutes: 30, startsTopic: false });
  expect(await redo(store.db, next(NOW + HOUR), undone)).toBeNull();
  expect((await sessionsOf(store.db, 'ana')).map(({ kind }) => kind).toSorted()).toEqual(['alone', 'logged']);
});

test('an act on a topic does not come back after a choice of where the topic counts', async () => {
  const pages = topicId('pages', 'http');
  await record(store.db, next(), [{ topicId: HTTP, action: 'done' }]);
  const first = await undo();
  await keepApart(store.db, next(), pages);
  expect(await redo(store.db, next(), first)).toBeNull();

  await record(store.db, next(), [{ topicId: HTTP, action: 'done' }]);
  const second = await undo();
  expect(await joinTopics(store.db, next(), pages, [HTTP])).toBe('joined');
  expect(await redo(store.db, next(), second)).toBeNull();
  for (const roadmap of ['trail', 'pages'])
    expect(
      [...(await progressOf(store.db, 'ana', roadmap)).values()].filter((one) => one.state === 'done'),
    ).toEqual([]);
});
