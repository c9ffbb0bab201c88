import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import { everyComponent, isSelect } from '../../playground/state/components.ts';
import type { MessageJson } from '../../playground/state/json.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import { everything, setUp, startWith, type World } from './group.ts';
import { fill } from './walk.ts';

const BACKEND = await readFile(new URL('../../data/roadmaps/backend.md', import.meta.url), 'utf8');
const OTHER = '# Other\n\n- [ ] Rice\n';

let world: World;
let guild: GuildHandle;
let alice: Person;
/** The messages on Alice's screen. */
let screen: readonly MessageJson[];
let form: Answer;

beforeEach(async () => {
  world = await startWith({ backend: BACKEND, other: OTHER }, '2026-11-23T05:00:00Z');
  guild = world.discord.addGuild({ name: 'Study', owner: 'Owner' });
  alice = guild.addMember({ name: 'Alice' });
  await world.discord.quiet();
  await setUp(world, guild);
  await alice.slash('roadmap join');
  const answers = [
    await alice.slash('topic', { topic: 'ACID' }),
    await alice.slash('done', { topic: 'Caching' }),
    await alice.slash('start', { topic: 'Transactions' }),
    await alice.slash('today'),
    await alice.slash('roadmap view'),
    await alice.slash('career'),
    await alice.slash('toolset'),
    await alice.slash('progress', { section: 'Theory' }),
    await alice.slash('topic', { topic: 'no such topic, but database' }),
  ];
  world.clock.advance(6 * 60 * 60 * 1000);
  await world.tick();
  form = await alice.choose(await alice.slash('topic', { topic: 'ACID' }), 'v1:menu', ['Put off…']);
  screen = [...answers.flatMap(({ message }) => message ?? []), ...guild.channel().messages];
});
afterEach(() => world[Symbol.asyncDispose]());

/** The topics of the old roadmap, and everything of Alice's that refers to them. */
async function touched(): Promise<unknown> {
  const { activity, progress } = await everything(world.app.db);
  return { activity, progress };
}

/** Presses every button that names a topic, a section or a post, on every message of the screen. */
async function pressAll(): Promise<number> {
  let pressed = 0;
  for (const message of screen) {
    for (const { type, custom_id: customId = '', options = [] } of everyComponent(message.components)) {
      if (!/^v1:(?:(?:do|all|one|later|pick|topic|progress):|topic$|post:(?:in|done|discuss))/.test(customId))
        continue;
      const values = options.slice(0, 1).map(({ value }) => value);
      const answer = isSelect(type)
        ? await alice.choose(message, customId, values, { force: true })
        : await alice.press(message, { customId });
      expect({ customId, failed: answer.failed }).toEqual({ customId, failed: null });
      expect(answer.text).toContain('out of date');
      expect(answer.ephemeral).toBe(true);
      pressed += 1;
    }
  }
  return pressed;
}

test('buttons of a roadmap that the server no longer follows do nothing, and say so politely', async () => {
  await changeGuild(world.app.db, guild.id, { roadmapId: 'other' });
  // Otherwise Alice would still follow the roadmap herself, and could go on with it.
  await world.app.db.updateTable('member').set({ roadmap_id: null }).execute();
  const before = await touched();
  expect(await pressAll()).toBeGreaterThan(20);
  const enter = { text: () => '', topic: '', person: alice };
  expect((await fill(alice, form, enter)).text).toContain('out of date');
  expect(await touched()).toEqual(before);
});

test('so do buttons of topics that are no longer in the file', async () => {
  const { db } = world.app;
  await seedRoadmap(db, 'backend', readRoadmap(OTHER).roadmap, OTHER, world.clock.now());
  const before = await touched();
  expect(await pressAll()).toBeGreaterThan(20);
  expect(await touched()).toEqual(before);
});

test('so do buttons of a post that was deleted from the store', async () => {
  await world.app.db.deleteFrom('delivery').execute();
  const before = await touched();
  const [post] = guild.channel().messages;
  if (post === undefined) throw new Error('nothing was posted');
  for (const button of ['I’m in', 'Done', 'Discuss'])
    expect((await alice.press(post, button)).text).toContain('out of date');
  expect(await touched()).toEqual(before);
});
