import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../playground/people/answer.ts';
import type { Person } from '../../../playground/people/person.ts';
import { guildOf } from '../../../src/store/members/guilds.ts';
import { topicsActedOnByDate } from '../../../src/store/progress/studied-days.ts';
import { progressOf } from '../../../src/store/progress/progress.ts';
import { startWorld } from '../../bot.ts';
import { addGroup, type StudyGroup, type World } from '../study-group.ts';

const COOKING = `# Cooking

- [x] Rice
- [ ] Soup
  - [ ] Stock
  - [ ] Noodles

## Baking

- [ ] Bread
- [ ]
`;
const file = (content: string, name = 'cooking.md') => ({ name, content: Buffer.from(content) });

let world: World;
let group: Omit<StudyGroup, 'world'>;
let boss: Person;
let member: Person;
beforeAll(async () => {
  world = await startWorld();
  group = await addGroup(world, ['Member']);
  boss = group.guild.addMember({ name: 'Boss', locale: 'en-US', permissions: ['ManageGuild'] });
  const [first] = group.members;
  if (first === undefined) throw new Error('there is a member');
  member = first;
});
afterAll(() => world[Symbol.asyncDispose]());

/** The roadmap that the group follows, with its topics. */
async function followed(): Promise<{ id: string; title: string; topics: readonly string[] }> {
  const guild = await guildOf(world.app.db, group.guild.id);
  const roadmap = await world.app.library.roadmap(world.app.db, guild?.roadmapId ?? '');
  return {
    id: roadmap?.id ?? '',
    title: roadmap?.tree.title ?? '',
    topics: roadmap?.nodes.map(({ topic }) => topic.title) ?? [],
  };
}

const apply = (person: Person, preview: Answer): Promise<Answer> => person.press(preview, 'Save');

describe('a file for the server', () => {
  test('is shown only to its organiser, and changes nothing before it is applied', async () => {
    const preview = await boss.slash('roadmap import', { file: file(COOKING) });
    expect(preview.ephemeral).toBe(true);
    expect(preview.text).toContain('## Cooking');
    expect(preview.text).toContain('**4 topics** in 2 sections · 1 ticked');
    expect(preview.text).toContain('**Cooking** · 3\n-# Rice · Soup › Stock · Soup › Noodles');
    expect(preview.text).toContain('Line 11: This box has no text, so it’s left out.');
    expect((await followed()).id).toBe('backend');
    const applied = await apply(boss, preview);
    expect(applied.text).toContain('**Cooking** is ready: 4 topics.\nYour group follows it from now on.');
    expect(await followed()).toMatchObject({
      title: 'Cooking',
      topics: ['Rice', 'Soup', 'Stock', 'Noodles', 'Bread'],
    });
  });

  test('asks whether its ticks are the member’s own, and takes them', async () => {
    const { id } = await followed();
    expect((await progressOf(world.app.db, boss.id, id)).size).toBe(0);
    const preview = await boss.slash('roadmap import', { file: file(COOKING) });
    const applied = await apply(boss, preview);
    expect(applied.text).toContain('Ticked in your list: **Rice**. Have you done that?');
    const [pressed] = /v1[^":]*:import-ticks:[^"]+/.exec(JSON.stringify(applied.message)) ?? [];
    const taken = await boss.press(applied, 'Yes, mark it done');
    const states = async () =>
      [...(await progressOf(world.app.db, boss.id, id)).values()].map(({ state }) => state);
    expect(await states()).toEqual(['done']);

    const undone = await boss.press(taken, 'Undo');
    expect(undone.text).toContain('**Rice** is back on your list.');
    expect(undone.text).toContain('Undone: **Rice** (you took it over from your list)');
    expect(await states()).toEqual([]);
    await boss.press(undone, 'Redo');
    expect(await states()).toEqual(['done']);
    await boss.press(undone, { customId: pressed ?? '' });
    expect(undone.text, 'a second press').toContain('Nothing left to mark');
    // What was done before Roadmate is no study of today.
    expect(await topicsActedOnByDate(world.app.db, boss.id)).toEqual(new Map());
    expect((await boss.slash('undo')).text).toContain('Undone: **Rice**');
  });

  test('with an existing title becomes a version, and shows what would be removed and whose progress it has', async () => {
    await member.slash('done', { topic: 'Bread' });
    await member.slash('done', { topic: 'Noodles' });
    const changed = COOKING.replace('- [ ] Bread\n', '- [ ] Flat bread and rolls\n- [ ] Cakes\n').replace(
      '  - [ ] Noodles\n',
      '',
    );
    const preview = await boss.slash('roadmap import', { file: file(changed) });
    expect(preview.text).toMatch(/Compared to version 2/);
    expect(preview.text).toMatch(/Noodles · 1 person has progress here/);
    expect(preview.text).toMatch(/➕ Cakes/);
  });
});

describe('a match', () => {
  const next = COOKING.replace('- [ ] Bread\n', '- [ ] Sourdough\n');
  let preview: Answer;
  let id: string;

  test('can be corrected: a topic that seems to be gone has another title, and keeps its progress', async () => {
    preview = await boss.slash('roadmap import', { file: file(next) });
    expect(preview.text).toMatch(/➖ Bread · 1 person/);
    id = idIn(preview);
    const matches = await boss.press(preview, 'Fix matches');
    expect(matches.text).toContain('**Bread**');
    const chosen = await boss.choose(matches, `v1:import-match:${id}:0:4`, ['Now: Sourdough']);
    const back = await boss.press(chosen, 'Back to the import');
    expect(back.text).toMatch(/✏️ Bread → Sourdough · 1 person has progress here/);
    preview = back;
  });

  test('can be named if it is not in the list', async () => {
    const matches = await boss.press(preview, 'Fix matches');
    const form = await boss.press(matches, { customId: `v1:import-another:${id}:0:4` });
    expect((await boss.fill(form, { topic: 'nothing like that' })).text).toContain('I don’t know the topic');
    const again = await boss.press(matches, { customId: `v1:import-another:${id}:0:4` });
    const named = await boss.fill(again, { topic: 'sourdough' });
    preview = await boss.press(named, 'Back to the import');
    await apply(boss, preview);
    const { id: roadmapId, topics } = await followed();
    expect(topics).toContain('Sourdough');
    const roadmap = await world.app.library.roadmap(world.app.db, roadmapId);
    const sourdough = roadmap?.nodes.find(({ topic }) => topic.title === 'Sourdough');
    expect((await progressOf(world.app.db, member.id, roadmapId)).get(sourdough?.id ?? '')?.state).toBe(
      'done',
    );
  });
});

describe('a topic that was split', () => {
  test('becomes its parts, by choice or by name, and each part gets the tick', async () => {
    await member.slash('done', { topic: 'Sourdough' });
    const { source } = (await world.app.library.version(world.app.db, (await followed()).id)) ?? {
      source: '',
    };
    const next = source.replace(
      '- [ ] Sourdough\n',
      '- [ ] Levain\n- [ ] Baking a loaf\n- [ ] Storing bread\n',
    );
    const preview = await boss.slash('roadmap import', { file: file(next) });
    const id = idIn(preview);
    const matches = await boss.press(preview, 'Fix matches');
    const parts = await boss.choose(matches, `v1:import-match:${id}:0:4`, ['It was split into several…']);
    expect(parts.text).toContain('What was **Sourdough** split into?');
    const form = await boss.press(parts, 'Name them…');
    expect((await boss.fill(form, { topic: 'Levain\nUnheard of' })).text).toContain('Unheard of');
    const again = await boss.press(parts, 'Name them…');
    const named = await boss.fill(again, {});
    expect(named.text).toContain('Unheard of');
    const done = await boss.choose(parts, 'Choose its parts, two or more', ['Levain', 'Baking a loaf']);
    expect(done.text).toContain('**Sourdough**');
    const back = await boss.press(done, 'Back to the import');
    expect(back.text).toMatch(/1 split/);
    expect(back.text).toMatch(/- Sourdough → Levain and Baking a loaf · 1 person has progress here/);
    await apply(boss, back);

    const { id: roadmapId } = await followed();
    const roadmap = await world.app.library.roadmap(world.app.db, roadmapId);
    const progress = await progressOf(world.app.db, member.id, roadmapId);
    const states = ['Levain', 'Baking a loaf', 'Storing bread'].map((title) => {
      const node = roadmap?.nodes.find(({ topic }) => topic.title === title);
      return progress.get(node?.id ?? '')?.state ?? 'todo';
    });
    expect(states).toEqual(['done', 'done', 'todo']);
  });
});

describe('an import that waits', () => {
  test('outlives a restart', async () => {
    const preview = await boss.slash('roadmap import', { file: file('# Reading\n\n- [ ] Books') });
    await world.restart();
    expect((await apply(boss, preview)).text).toContain('**Reading** is ready');
    // The server already follows a roadmap of its own.
    expect((await followed()).title).toBe('Cooking');
  });

  test('is shown again instead of applied if another organiser was faster', async () => {
    const other = group.guild.addMember({ name: 'Other', locale: 'tr', permissions: ['ManageGuild'] });
    const first = await boss.slash('roadmap import', { file: file(`${COOKING}- [ ] Cakes\n`) });
    const second = await other.slash('roadmap import', { file: file(`${COOKING}- [ ] Biscuits\n`) });
    await apply(boss, first);
    const again = await other.press(second, 'Kaydet');
    expect(again.text).toContain('uygulanmadı');
    expect((await followed()).topics).not.toContain('Biscuits');
    await other.press(again, 'Kaydet');
    expect((await followed()).topics).toContain('Biscuits');
  });

  test('belongs to its author, but not after they are no longer an organiser', async () => {
    const preview = await boss.slash('roadmap import', { file: file('# Secret\n\n- [ ] Plan') });
    const before = await followed();
    for (const person of [member, group.guild.addMember({ name: 'Third', permissions: ['ManageGuild'] })]) {
      const forged = await person.forge(
        3,
        {
          component_type: 2,
          custom_id: `v1:import-apply:${idIn(preview)}:0:0`,
          id: 1,
        },
        { where: await person.slash('help') },
      );
      expect(forged.text).toContain('has ended');
    }
    expect(await followed()).toEqual(before);
  });

  test('is dropped when newer ones come, and after a day', async () => {
    const previews: Answer[] = [];
    for (const name of ['A', 'B', 'C', 'D']) {
      world.clock.set(world.clock.now() + 1000);
      previews.push(await boss.slash('roadmap import', { file: file(`# ${name}\n\n- [ ] Topic`) }));
    }
    const [a, b] = previews;
    if (a === undefined || b === undefined) throw new Error('there are four');
    expect((await apply(boss, a)).text).toContain('has ended');
    world.clock.set(world.clock.now() + 25 * 60 * 60_000);
    await world.tick();
    expect((await apply(boss, b)).text).toContain('has ended');
  });
});

test('a member cannot import for the server, but for themselves', async () => {
  expect(
    (await member.slash('roadmap import', { scope: 'For this server', file: file(COOKING) })).text,
  ).toContain('Only organisers');
  const before = await followed();
  const preview = await member.slash('roadmap import', { file: file(COOKING) });
  expect(preview.text).toContain('just for you');
  const applied = await apply(member, preview);
  expect(applied.text).toContain('It’s your main roadmap now.');
  expect(applied.text).toMatch(/from \*\*.*\*\* in direct messages; here from the group’s \*\*.*\*\*\./);
  expect(applied.buttons).toContain('See my picks');
  expect(await followed()).toEqual(before);
  member.install();
  expect((await member.dm.slash('roadmap view')).text).toContain('Cooking');
});

test('a text in a form, in direct messages, and its correction', async () => {
  member.install();
  const form = await member.dm.slash('roadmap import', {});
  const preview = await member.dm.fill(form, { text: 'just words', title: 'My list' });
  expect(preview.text).toContain('I found no topics.');
  const again = await member.dm.press(preview, 'Change the text…');
  const better = await member.dm.fill(again, { text: '- One\n- Two', title: 'My list' });
  expect(better.text).toContain('## My list');
  expect(better.text).toContain('**2 topics**');
  expect(better.text).toContain('Each bullet is a topic.');
  expect(better.buttons, 'there are no boxes to take instead').toEqual([
    'Save',
    'Change the text…',
    'Cancel',
  ]);
});

test('both readings are counted in topics, and nothing that is ticked seems lost', async () => {
  member.install();
  const form = await member.dm.slash('roadmap import', {});
  const text = '- [x] Git\n  - [ ] Branches\n  - [x] Merging\n- [ ] CSS\n- Flexbox\n- Grid';
  const preview = await member.dm.fill(form, { text, title: 'Mixed' });
  expect(preview.text).toContain('**3 topics** in 1 section · 1 ticked');
  expect(preview.text).toContain('Git › Branches · Git › Merging · CSS');
  expect(preview.text).toContain('-# With topics under them: Git. Only the ticks on topics count.');
  await member.dm.press(preview, 'Take plain items too (5 topics)');
  expect(preview.text).toContain('**5 topics**');
  expect(preview.buttons).toContain('Take only checkboxes (3 topics)');
});

test.each([
  ['Fruit', '## Fruit'],
  ['', '## Food'],
])('the title %j beside a list with a heading: %s', async (title, heading) => {
  member.install();
  const form = await member.dm.slash('roadmap import', {});
  expect((await member.dm.fill(form, { text: '# Food\n- [ ] One', title })).text).toContain(heading);
});

function idIn({ message }: Answer): string {
  return /import-apply:([\w-]+)/.exec(JSON.stringify(message?.components ?? []))?.[1] ?? '';
}

test('a new list does not replace a roadmap on which somebody has begun: a button does', async () => {
  const studied = await addGroup(world, ['Ada']);
  const organiser = studied.guild.addMember({ name: 'Org', locale: 'en-US', permissions: ['ManageGuild'] });
  await studied.members[0]?.slash('start', { topic: 'ACID' });
  const applied = await apply(organiser, await organiser.slash('roadmap import', { file: file(COOKING) }));
  const inUse = async () => (await guildOf(world.app.db, studied.guild.id))?.roadmapId;
  expect(await inUse()).toBe('backend');
  await organiser.press(applied, 'Use it here');
  expect(await inUse()).not.toBe('backend');
});
