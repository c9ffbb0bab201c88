import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { tick } from '../../src/schedule/tick.ts';
import { posts } from '../../src/schedule/posts/index.ts';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { changeGuild, guildOf } from '../../src/store/members/guilds.ts';
import { makeLibrary } from '../../src/store/roadmaps/library.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import { guildWith, HOUR, MINUTE, NINE, setting } from './setting.ts';

test('two weeks of the real posts, in which every third answer is lost and Discord forgets nonces: each comes once', async () => {
  const here = await setting(posts);
  const markdown = await readFile('data/roadmaps/backend.md', 'utf8');
  await guildWith(here.db, []);
  await seedRoadmap(here.db, 'backend', readRoadmap(markdown).roadmap, markdown, 0);
  await changeGuild(here.db, '1001', { weekdays: [1, 2, 3, 4, 5] });
  const guild = await guildOf(here.db, '1001');
  if (guild === null) throw new Error('the guild was just written');
  await reschedule(here.db, guild, NINE - HOUR);
  const scheduler = { ...here.scheduler, app: { ...here.scheduler.app, library: makeLibrary() } };

  for (let ticks = 0; ticks < 14 * 24 * 4; ticks += 1) {
    here.clock.now = NINE + ticks * 15 * MINUTE;
    here.outbox.fates.splice(0, Infinity, here.outbox.requests.send % 3 === 2 ? 'answer-lost' : 'ok');
    await tick(scheduler, here.clock.now);
  }
  const rows = await here.db.selectFrom('delivery').selectAll().execute();
  const topics = rows.flatMap(({ kind, content }) => (kind === 'daily' ? [content] : []));
  await here.store.close();

  expect(rows.filter(({ kind, state }) => kind === 'daily' && state === 'sent')).toHaveLength(10);
  expect(rows.filter(({ kind, state }) => kind === 'weekly' && state === 'sent')).toHaveLength(2);
  expect(rows).toHaveLength(12);
  expect(here.outbox.messages).toHaveLength(12);
  expect(new Set(topics).size).toBe(10);
});
