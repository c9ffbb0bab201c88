import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { everyComponent } from '../../playground/state/components.ts';
import { topicId } from '../../src/roadmap/outline.ts';
import { join } from '../../src/store/members/memberships.ts';
import { topicsActedOnByDate } from '../../src/store/progress/studied-days.ts';
import { progressOf } from '../../src/store/progress/progress.ts';
import { follow } from '../../src/store/roadmaps/followed.ts';
import { openProposals } from '../../src/store/roadmaps/proposals.ts';
import { setUp, startWith, type World } from '../attacks/group.ts';
import { text } from '../roadmap/sketch.ts';

const BACKEND = text`
  # Backend <!-- tr: Arka uç -->
  ## Servers
  - [ ] HTTP <!-- id: http -->
  - [ ] Git <!-- id: git -->
  - [ ] Docker <!-- id: docker -->
  - [ ] Looks
    - [ ] Colours
    - [ ] Fonts
`;
const FRONTEND = text`
  # Frontend
  ## Pages
  - [ ] HTTP <!-- id: http -->
  - [ ] Styles <!-- id: styles -->
  - [ ] Containers <!-- id: containers same: backend/docker -->
  - [ ] Fonts <!-- id: fonts -->
  ## Words
  - [ ] Git <!-- id: git -->
  ## Tools again
  - [ ] Git <!-- id: git-2 -->
`;

let world: World;
let ana: Person;
let organiser: Person;
let guildId: string;

/** Makes a server that follows two roadmaps. */
beforeEach(async () => {
  world = await startWith({ backend: BACKEND, frontend: FRONTEND });
  const guild = world.discord.addGuild({ name: 'Here' });
  guildId = guild.id;
  ana = guild.addMember({ name: 'Ana' });
  organiser = guild.addMember({ name: 'Ada', permissions: ['ManageGuild'] });
  await world.discord.quiet();
  await setUp(world, guild);
  await join(world.app.db, guild.id, ana.id, 0);
  await follow(world.app.db, { guildId: guild.id }, 'frontend', 1);
});
afterEach(() => world[Symbol.asyncDispose]());

const state = async (roadmap: string, key: string) =>
  (await progressOf(world.app.db, ana.id, roadmap)).get(topicId(roadmap, key))?.state ?? 'todo';
const studied = async () => [...(await topicsActedOnByDate(world.app.db, ana.id)).values()];
const labelsIn = ({ message }: Answer): readonly string[] =>
  everyComponent(message?.components ?? []).flatMap(
    (each) => each.label ?? each.options?.map(({ label }) => label) ?? [],
  );

describe('a done topic whose title is in another roadmap too', () => {
  test('is offered once, with its place, and counts in both if the member says yes', async () => {
    const done = await ana.slash('done', { topic: 'HTTP' });
    expect(done.text).toContain('Count it in both?');
    expect(done.text).toContain('**HTTP** · Frontend › Pages');
    expect(await state('frontend', 'http')).toBe('todo');
    await ana.press(done, 'Yes, count it');
    expect(done.text).toContain('They count together now');
    expect(await state('frontend', 'http')).toBe('done');
    expect(await studied()).toEqual([1]);
    // An undo of the tick undoes it in both.
    await ana.slash('undo');
    expect([await state('backend', 'http'), await state('frontend', 'http')]).toEqual(['todo', 'todo']);
    expect((await ana.slash('done', { topic: 'HTTP' })).text).not.toContain('Count it');
    expect(await state('frontend', 'http')).toBe('done');
  });

  test('is offered too if it was done together with others under one topic', async () => {
    const asked = await ana.slash('done', { topic: 'Looks' });
    const done = await ana.press(asked, 'Mark all 2 done');
    expect(done.text).toContain('**Fonts** · Frontend › Pages');
    await ana.press(done, 'Yes, count it');
    expect(await state('frontend', 'fonts')).toBe('done');
  });

  test('is not offered again for either topic', async () => {
    const done = await ana.slash('done', { topic: 'HTTP' });
    await ana.press(done, 'Keep them apart');
    expect(done.text).toContain('Kept apart');
    expect(await state('frontend', 'http')).toBe('todo');
    await ana.slash('undo');
    expect((await ana.slash('done', { topic: 'HTTP' })).text).not.toContain('Count it');
    const other = await ana.slash('done', { topic: 'HTTP', roadmap: 'Frontend' });
    expect(other.text).not.toContain('Count it');
  });

  test('is not offered if several topics have the title, but can be chosen by its place', async () => {
    expect((await ana.slash('done', { topic: 'Git' })).text).not.toContain('Count it');
    const card = await ana.slash('topic', { topic: 'Git' });
    await ana.choose(card, 'More…', ['Where it counts']);
    expect(card.text).toContain('Counts in this roadmap only');
    const screen = card;
    expect(labelsIn(screen)).toEqual(expect.arrayContaining(['Git', 'Git']));
    await ana.choose(screen, 'Count it together with…', [topicId('frontend', 'git-2')]);
    expect(screen.text).toContain('**Git** · Frontend › Tools again');
    expect([await state('frontend', 'git'), await state('frontend', 'git-2')]).toEqual(['todo', 'done']);
  });
});

describe('topics that a file calls the same', () => {
  test('are named on the card, and can be kept apart and joined again', async () => {
    await ana.slash('done', { topic: 'Docker' });
    expect(await state('frontend', 'containers')).toBe('done');
    const card = await ana.slash('topic', { topic: 'Docker' });
    expect(card.text).toContain('Counts in Frontend, too');
    await ana.choose(card, 'More…', ['Where it counts']);
    expect(card.text).toContain('**Containers** · Frontend › Pages');
    await ana.press(card, 'Keep it apart');
    expect(card.text).toContain('What you’ve done so far stays in each');
    expect(await state('frontend', 'containers')).toBe('done');
    await ana.slash('undo');
    const other = await ana.slash('topic', { topic: 'Docker' });
    expect(other.text).not.toContain('Counts in Frontend');
    await ana.slash('start', { topic: 'Docker' });
    expect(await state('frontend', 'containers')).toBe('todo');
    await ana.choose(other, 'More…', ['Where it counts']);
    await ana.choose(other, 'Count it together with…', [topicId('frontend', 'containers')]);
    expect(await state('frontend', 'containers')).toBe('doing');
  });

  test('cannot be topics of a roadmap that the member does not follow', async () => {
    const card = await ana.slash('topic', { topic: 'HTTP' });
    const own = topicId('backend', 'http');
    await ana.press(card, { customId: `v1:same-join:${own}:${topicId('elsewhere', 'http')}` });
    expect(await world.app.db.selectFrom('member_skill').selectAll().execute()).toEqual([]);
  });
});

test('an organiser accepts a proposal for a topic of another roadmap of the server', async () => {
  const card = await ana.slash('topic', { topic: 'Styles' });
  const form = await ana.choose(card, 'More…', ['Suggest a change…']);
  await ana.fill(form, { topic: 'Grids' });
  const page = await organiser.slash('roadmap edit');
  await organiser.press(page, 'Proposals (1)');
  expect(page.text).toContain('after **Styles** · Frontend');
  await organiser.press(page, 'Accept');
  expect(page.text).toContain('Saved');
  expect(await openProposals(world.app.db, guildId)).toEqual([]);
  expect((await ana.slash('topic', { topic: 'Grids' })).text).toContain('Pages');
});
