import { expect, test } from 'vitest';
import {
  currentQuest,
  dropQuest,
  questEndedIn,
  questOn,
  questProgress,
  setQuest,
} from '../../../src/store/goals/quests.ts';
import { changeGuild, ensureGuild, guildOf } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { idOf, storeWith } from '../store.ts';

const TITLES = ['Walk', 'Run', 'Swim', 'Rest'] as const;
const MARKDOWN = `# Trail\n\n## Track\n\n${TITLES.map((title) => `- [ ] ${title}`).join('\n')}\n`;
const NOON = (date: string): number => Date.parse(`${date}T12:00:00Z`);

let interactions = 0;

/** A group of two whose weekly post comes on Mondays. */
async function group() {
  const here = await storeWith(MARKDOWN);
  const { db } = here;
  await ensureGuild(db, 'g', 'en-US', 0);
  await changeGuild(db, 'g', { roadmapId: 'trail', weeklyDay: 1, quests: true });
  for (const person of ['ana', 'ben']) await join(db, 'g', person, 0);
  const guild = await guildOf(db, 'g');
  if (guild === null) throw new Error('the guild was just stored');
  const does = async (userId: string, action: 'done' | 'reset', title: string, date: string) => {
    interactions += 1;
    const actor = { interactionId: String(interactions), userId, guildId: 'g', at: NOON(date) };
    await record(db, actor, [{ topicId: idOf(here.trail, title), action }]);
  };
  return { here, db, guild, does };
}

test('a quest begins on the day of the weekly post, once for all who ask, and its target stays', async () => {
  const { here, db, guild, does } = await group();
  await using _ = here;
  await does('ana', 'done', 'Walk', '2026-11-10');
  expect(await currentQuest(db, guild, '2026-11-18')).toBeNull();
  for (const title of ['Walk', 'Run']) await does('ben', 'done', title, '2026-11-18');
  const both = await Promise.all([
    currentQuest(db, guild, '2026-11-26'),
    currentQuest(db, guild, '2026-11-26'),
  ]);
  const quest = { from: '2026-11-23', to: '2026-11-29', target: 1 };
  expect(both).toEqual([quest, quest]);
  await does('ana', 'reset', 'Walk', '2026-11-26');
  expect(await currentQuest(db, guild, '2026-11-27')).toEqual(quest);
});

test('it counts what members finish on its days and what is still done', async () => {
  const { here, db, guild, does } = await group();
  await using _ = here;
  await setQuest(db, guild, '2026-11-26', 3);
  await does('ana', 'done', 'Walk', '2026-11-22');
  for (const title of ['Run', 'Swim']) await does('ana', 'done', title, '2026-11-23');
  await does('ben', 'done', 'Walk', '2026-11-29');
  await does('ben', 'done', 'Run', '2026-11-30');
  await does('ana', 'reset', 'Swim', '2026-11-29');
  // Done before, taken back and done again is nothing new.
  await does('ana', 'reset', 'Walk', '2026-11-25');
  await does('ana', 'done', 'Walk', '2026-11-26');
  const quest = await questOn(db, 'g', '2026-11-26');
  if (quest === null) throw new Error('it was just set');
  expect((await questProgress(db, guild, quest)).done).toBe(2);
  expect(await questEndedIn(db, 'g', { from: '2026-11-23', to: '2026-11-29' })).toEqual(quest);
  expect(await questEndedIn(db, 'g', { from: '2026-11-30', to: '2026-12-06' })).toBeNull();
});

test('if the day of the weekly post is changed, no day belongs to two quests', async () => {
  const { here, db, guild } = await group();
  await using _ = here;
  await setQuest(db, guild, '2026-11-26', 3);
  const later = { ...guild, weeklyDay: 5 };
  await setQuest(db, later, '2026-11-28', 4);
  expect(await questOn(db, 'g', '2026-11-28')).toEqual({ from: '2026-11-23', to: '2026-11-29', target: 4 });
  await setQuest(db, later, '2026-11-30', 5);
  expect(await questOn(db, 'g', '2026-11-30')).toEqual({ from: '2026-11-30', to: '2026-12-03', target: 5 });
  await dropQuest(db, 'g', '2026-12-01');
  expect(await questOn(db, 'g', '2026-11-30')).toBeNull();
});
