import { expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { follow, PLAIN } from '../commands/other-roadmap.ts';
import { studyGroup, type World, write } from '../commands/study-group.ts';

/** Topics without needs, one for each day. */
const TOPICS = ['ACID', 'REST', 'JSON', 'KISS', 'YAGNI'];

/** Finishes a topic at each instant, and looks at the progress after it. */
async function finishAt(world: World, person: Person, instants: readonly string[]): Promise<string> {
  for (const [index, at] of instants.entries()) {
    world.clock.advance(Date.parse(at) - world.clock.now());
    await person.slash('done', { topic: TOPICS[index] ?? '' });
  }
  return streakOf(person);
}

async function streakOf(person: Person): Promise<string> {
  const { text } = await person.slash('progress');
  return /\*\*Streak\*\* (\d+ days?)/.exec(text)?.[1] ?? text;
}

/**
 * Monday to Friday in Istanbul. By a clock in New York, Tuesday's and Thursday's instants would be in the night
 * before.
 */
const FIVE_DAYS = [
  '2026-11-23T20:00:00Z',
  '2026-11-24T05:00:00Z',
  '2026-11-25T20:00:00Z',
  '2026-11-26T05:00:00Z',
  '2026-11-27T20:00:00Z',
];

test.each<[string, (world: World, group: { guildId: string; ada: Person }) => Promise<unknown>]>([
  ['a member moves to New York', (_, { ada }) => ada.slash('settings', { 'time-zone': 'America/New_York' })],
  [
    'a member’s day starts at noon',
    async (_, { ada }) =>
      ada.choose(await ada.press(await ada.slash('settings'), 'How I study'), 'Pick an hour', ['12:00']),
  ],
  [
    'an organiser moves the group to New York',
    ({ app }, { guildId }) => changeGuild(app.db, guildId, { timeZone: 'America/New_York' }),
  ],
])('counted days stay counted when %s', async (_case, change) => {
  const { world, guild, members } = await studyGroup(['Ada']);
  await using _ = world;
  const [ada] = members;
  if (ada === undefined) throw new Error('Ada is there');
  expect(await finishAt(world, ada, FIVE_DAYS)).toBe('5 days');

  await change(world, { guildId: guild.id, ada });
  expect(await streakOf(ada)).toBe('5 days');
});

test('nine days of reviewing and writing are a streak, also on several roadmaps', async () => {
  const { world, guild, members } = await studyGroup(['Ada']);
  await using _ = world;
  const [ada] = members;
  if (ada === undefined) throw new Error('Ada is there');
  for (const topic of TOPICS) await ada.slash('done', { topic });
  for (let day = 1; day < 9; day += 1) {
    world.clock.advance(24 * 60 * 60 * 1000);
    if (day % 3 === 0) {
      await write(world, ada, 'acid', 'feynman', `What I know on day ${day}.`);
      continue;
    }
    const asked = await ada.slash('review');
    await ada.press(asked, asked.buttons[0] ?? '');
    await ada.press(asked, { label: asked.buttons[0] ?? '' });
  }
  expect(await streakOf(ada)).toBe('9 days');

  await follow(world, guild, 'cooking', PLAIN);
  expect(await streakOf(ada)).toBe('9 days');
});
