import { describe, expect, test } from 'vitest';
import { startWorld } from '../bot.ts';
import { currentVersion } from '../../src/store/roadmaps/current.ts';
import { guildOf } from '../../src/store/members/guilds.ts';
import { follow, PLAIN } from './other-roadmap.ts';
import { progressOf } from '../../src/store/progress/progress.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

async function group(world: World, locale = 'en-US') {
  const guild = world.discord.addGuild({ name: 'Study', locale });
  const organiser = guild.addMember({ name: 'Ada', locale, permissions: ['ManageGuild'] });
  const other = guild.addMember({ name: 'Grace', locale, permissions: ['ManageGuild'] });
  const member = guild.addMember({ name: 'Ben', locale });
  return { guild, organiser, other, member };
}

/** The roadmap of a guild, in the version in use. */
async function inUse(world: World, guildId: string) {
  const guild = await guildOf(world.app.db, guildId);
  const current = await currentVersion(world.app.db, guild?.roadmapId ?? 'backend');
  if (current === null) throw new Error('there is one');
  return current;
}

async function idOf(world: World, guildId: string, title: string): Promise<string> {
  const { outline } = await inUse(world, guildId);
  return outline.nodes.find(({ topic }) => topic.title === title)?.id ?? '';
}

test('an organiser changes a topic; the server then has its own copy, and ticks stay', async () => {
  await using world = await startWorld();
  const { guild, organiser, member } = await group(world);
  await member.slash('done', { topic: 'ACID' });
  const acid = await idOf(world, guild.id, 'ACID');

  const page = await organiser.slash('roadmap edit');
  expect(page.ephemeral).toBe(true);
  expect(page.text).toContain('gives this server its own copy');
  await organiser.choose(page, 'Choose a section', ['Main Roadmap']);
  expect(page.text).toContain('Page 1 of 5');
  await organiser.choose(page, 'Choose a topic', ['ACID']);
  const form = await organiser.press(page, 'Edit title, time…');
  await organiser.fill(form, { title: 'ACID [x] <!-- id: x -->', minutes: '45' });
  expect(page.text).toContain('Saved in the server’s **Backend TODO**, as version 2');
  expect(page.text).toContain('45 min');

  const { outline, source } = await inUse(world, guild.id);
  expect(outline.id).not.toBe('backend');
  expect(outline.byId.get(acid)?.topic).toMatchObject({ title: 'ACID [x] <!-- id: x -->', minutes: 45 });
  const bundled = await currentVersion(world.app.db, 'backend');
  const lines = new Set(bundled?.source.split('\n'));
  expect(source.split('\n').filter((line) => !lines.has(line))).toHaveLength(1);
  expect(bundled?.outline.byId.get(acid)?.topic.title).toBe('ACID');
  const list = (await organiser.slash('roadmap list')).text;
  expect(list.split('**Backend TODO**'), 'the copy takes the place of its original').toHaveLength(2);
  const choices = await organiser.press(await organiser.slash('setup'), { customId: 'v1:setup-change' });
  expect(JSON.stringify(choices.message)).toContain('"label":"Backend TODO (original)"');
  expect((await progressOf(world.app.db, member.id, outline.id)).get(acid)?.state).toBe('done');

  await organiser.press(page, 'Undo');
  expect(page.text).toContain('Undone');
  expect((await inUse(world, guild.id)).source).toBe(bundled?.source);
});

test('the second of two organisers sees what the first has changed, and types nothing twice', async () => {
  await using world = await startWorld();
  const { guild, organiser, other } = await group(world);
  const acid = await idOf(world, guild.id, 'ACID');
  const [mine, theirs] = [await organiser.slash('roadmap edit'), await other.slash('roadmap edit')];
  const [first, second] = [
    await organiser.press(mine, { customId: `v1:edit-form:note:${acid}:1` }),
    await other.press(theirs, { customId: `v1:edit-form:note:${acid}:1` }),
  ];
  await organiser.fill(first, { note: 'All or nothing' });
  await other.fill(second, { note: 'Four letters' });
  expect(theirs.text).toContain('changed the roadmap meanwhile');
  expect(theirs.text).toContain(`<@${organiser.id}>`);
  expect(theirs.text).toContain('All or nothing');
  expect((await inUse(world, guild.id)).source).not.toContain('Four letters');

  const again = await other.press(theirs, 'Add a note…');
  await other.fill(again, {});
  expect(theirs.text).toContain('as version 3');
  const { outline } = await inUse(world, guild.id);
  expect(outline.byId.get(acid)?.topic.notes).toEqual(
    expect.arrayContaining(['All or nothing', 'Four letters']),
  );
});

test('topics are added, moved, merged and removed with lists, in Turkish', async () => {
  await using world = await startWorld();
  const { guild, organiser, member } = await group(world, 'tr');
  await member.slash('done', { topic: 'ACID' });
  await member.slash('done', { topic: 'Transactions' });
  const [acid, transactions] = [
    await idOf(world, guild.id, 'ACID'),
    await idOf(world, guild.id, 'Transactions'),
  ];
  const page = await organiser.slash('roadmap edit');
  expect(page.text).toContain('Düzenle');
  await organiser.press(page, { customId: `v1:edit-topic:${acid}` });
  await organiser.choose(page, 'Diğer…', ['Birleştir']);
  const search = await organiser.press(page, 'Konu ara…');
  await organiser.fill(search, { search: 'Transactions' });
  await organiser.choose(page, 'Konu seç', [transactions]);
  expect(page.text).toContain('birleşsin mi');
  await organiser.press(page, 'Birleştir');
  expect(page.text).toContain('sunucunun 2. sürümü');
  expect(page.text, 'a merged topic is not a new one').not.toContain('Eklendi');
  const { outline } = await inUse(world, guild.id);
  expect(outline.byId.has(acid)).toBe(false);
  const merged = outline.nodes.find(({ topic }) => topic.title === 'Transactions');
  const progress = await progressOf(world.app.db, member.id, outline.id);
  expect([progress.get(merged?.id ?? '')?.state, merged?.id === transactions]).toEqual(['done', false]);

  const form = await organiser.press(page, 'Konu ekle…');
  await organiser.fill(form, { lines: 'Bir\n\n- [x] İki' });
  expect(page.text).toContain('Eklendi: **Bir** ve **\\[x\\] İki** (bölümün sonunda)\nKaydedildi: ');
  expect(page.text.split('İki'), 'the page shows what was added').toHaveLength(3);
  const added = (await inUse(world, guild.id)).outline;
  const two = added.nodes.find(({ topic }) => topic.title === '[x] İki');
  expect(two?.topic.ticked).toBe(false);
  await organiser.press(page, { customId: `v1:edit-remove:${two?.id}:3` });
  expect(page.text).toContain('kaldırılsın mı');
  await organiser.press(page, 'Kaldır');
  expect((await inUse(world, guild.id)).outline.byId.has(two?.id ?? '')).toBe(false);
});

test('needs are chosen from lists, and a circle is refused with its topics', async () => {
  await using world = await startWorld();
  const { guild, organiser } = await group(world);
  const acid = await idOf(world, guild.id, 'ACID');
  const transactions = await idOf(world, guild.id, 'Transactions');
  const page = await organiser.slash('roadmap edit');
  const chosen = async (topic: string, other: string) => {
    await organiser.press(page, { customId: `v1:edit-pick:needs:${topic}` });
    await organiser.choose(page, 'Choose a section', ['Main Roadmap']);
    await organiser.choose(page, 'Choose a topic', [other]);
  };
  await chosen(transactions, acid);
  expect(page.text).toContain('would wait for each other: **ACID** and **Transactions**');
});

test('links and notes are changed in one step or taken out, and sections renamed', async () => {
  await using world = await startWorld();
  const { guild, organiser } = await group(world);
  await follow(world, guild, 'cooking', PLAIN);
  const bread = await idOf(world, guild.id, 'Bread');
  const page = await organiser.slash('roadmap edit');
  await organiser.press(page, { customId: `v1:edit-topic:${bread}` });
  const form = await organiser.press(page, 'Add a note…');
  await organiser.fill(form, { note: 'Knead it' });
  expect(page.text).toContain('Knead it');
  const changed = await organiser.choose(page, 'Edit a link or a note', ['renote-0']);
  await organiser.fill(changed, { note: 'Knead it [twice]' });
  expect(page.text).toContain('as version 3');
  expect((await inUse(world, guild.id)).outline.byId.get(bread)?.topic.notes).toEqual(['Knead it [twice]']);
  await organiser.fill(await organiser.choose(page, 'Edit a link or a note', ['renote-0']), { note: '' });
  expect(page.text).toContain('as version 4');
  expect((await inUse(world, guild.id)).source).toBe(PLAIN);

  await organiser.fill(await organiser.press(page, 'Add a link…'), { address: 'https://a.org', label: 'A' });
  const link = await organiser.choose(page, 'Edit a link or a note', ['relink-0']);
  await organiser.fill(link, { address: 'nowhere' });
  expect(page.text).toContain('I can’t open that link');
  const again = await organiser.choose(page, 'Edit a link or a note', ['relink-0']);
  await organiser.fill(again, { address: 'https://b.org', label: 'B' });
  expect((await inUse(world, guild.id)).outline.byId.get(bread)?.topic.resources).toEqual([
    { label: 'B', url: 'https://b.org/' },
  ]);
  await organiser.press(page, 'Undo');
  await organiser.press(page, { customId: `v1:edit-topic:${bread}` });
  await organiser.fill(await organiser.choose(page, 'Edit a link or a note', ['relink-0']), {
    address: '',
  });
  expect((await inUse(world, guild.id)).source).toBe(PLAIN);

  await organiser.press(page, 'Back to section');
  const named = await organiser.choose(page, 'More…', ['Rename…']);
  await organiser.fill(named, { title: 'The oven' });
  const { source, outline } = await inUse(world, guild.id);
  expect(source).toBe(PLAIN.replace('Baking', 'The oven'));
  expect(outline.byId.has(bread)).toBe(true);
});

test('the ways to prove the topics of a section have a page, and stand on the section’s', async () => {
  await using world = await startWorld();
  const { organiser } = await group(world);
  const page = await organiser.slash('roadmap edit');
  await organiser.choose(page, 'Choose a section', ['Main Roadmap']);
  expect(page.text).toContain('Proven by: cheat code, explanation and project');
  await organiser.choose(page, 'More…', ['Ways to prove…']);
  await organiser.press(page, 'Back to section');
  await organiser.choose(page, 'More…', ['Ways to prove…']);
  await organiser.choose(page, 'Pick the ways', ['Explanation']);
  expect(page.text).toContain('as version 2');
  expect(page.text).toContain('Proven by: explanation\n');
});

test('of more links and notes than a list holds, the last one is on the second page', async () => {
  await using world = await startWorld();
  const { guild, organiser } = await group(world);
  const notes = Array.from({ length: 30 }, (_, at) => `  - Stage ${at}`);
  await follow(world, guild, 'trail', ['# Trail', '', '## A', '', '- [ ] Walk', ...notes, ''].join('\n'));
  const page = await organiser.slash('roadmap edit');
  await organiser.press(page, { customId: `v1:edit-topic:${await idOf(world, guild.id, 'Walk')}` });
  expect(page.text).toContain('Page 1 of 2');
  await organiser.press(page, 'Next');
  const form = await organiser.choose(page, 'Edit a link or a note', ['renote-29']);
  await organiser.fill(form, { note: 'The summit' });
  const { outline } = await inUse(world, guild.id);
  expect(outline.nodes[0]?.topic.notes).toEqual(
    [...notes.keys()].map((at) => (at < 29 ? `Stage ${at}` : 'The summit')),
  );
});

test('sections are added, moved and removed; ticks stay, and all of it is undone', async () => {
  await using world = await startWorld();
  const { guild, organiser, member } = await group(world);
  await member.slash('roadmap join');
  await member.slash('done', { topic: 'ACID' });
  const acid = await idOf(world, guild.id, 'ACID');
  const page = await organiser.slash('roadmap edit');
  const form = await organiser.press(page, 'Add a section…');
  await organiser.fill(form, { title: 'Reading', lines: ' \n' });
  expect(page.text).toContain('needs at least one topic');
  const again = await organiser.press(page, 'Add a section…');
  // The title that was typed stands in the form again.
  await organiser.fill(again, { lines: 'Papers\nBooks' });
  expect(page.text).toContain('as version 2');
  expect(page.text).toContain('## Reading');

  await organiser.choose(page, 'More…', ['Move']);
  await organiser.choose(page, 'Choose a section', ['Theory']);
  await organiser.press(page, 'Inside it');
  expect(page.text).toContain('## Reading\nTheory\n');
  const { outline } = await inUse(world, guild.id);
  const papers = outline.nodes.find(({ topic }) => topic.title === 'Papers');
  expect(papers?.path).toEqual(['Theory', 'Reading']);

  const named = await organiser.choose(page, 'More…', ['Rename…']);
  await organiser.fill(named, { title: 'To read', turkish: 'Okunacak' });
  expect(page.text).toContain('## To read');
  await organiser.press(page, 'All sections');
  await organiser.choose(page, 'Choose a section', ['Main Roadmap']);
  const before = (await inUse(world, guild.id)).outline;
  await organiser.choose(page, 'More…', ['Remove']);
  expect(page.text).toContain('1 person has progress there');
  await organiser.press(page, 'Remove it');
  const { outline: without } = await inUse(world, guild.id);
  expect(without.byId.has(acid)).toBe(false);
  await organiser.press(page, 'Undo');
  const { outline: back } = await inUse(world, guild.id);
  expect(back.tree).toEqual(before.tree);
  expect((await progressOf(world.app.db, member.id, back.id)).get(acid)?.state).toBe('done');
});

test('of two organisers, the second moves no section that the first removed; in Turkish', async () => {
  await using world = await startWorld();
  const { guild, organiser, other } = await group(world, 'tr');
  await follow(world, guild, 'cooking', `${PLAIN}\n## Son\n\n- [ ] Kahve\n`);
  const [mine, theirs] = [await organiser.slash('roadmap edit'), await other.slash('roadmap edit')];
  await other.choose(theirs, 'Bölüm seç', ['Son']);
  await other.choose(theirs, 'Diğer…', ['Taşı']);
  await other.choose(theirs, 'Bölüm seç', ['Baking']);
  await organiser.choose(mine, 'Bölüm seç', ['Son']);
  await organiser.choose(mine, 'Diğer…', ['Kaldır']);
  expect(mine.text).toContain('kaldırılsın mı');
  await organiser.press(mine, 'Kaldır');
  expect(mine.text).toContain('sunucunun 2. sürümü');
  const late = await other.press(theirs, 'Hemen önüne');
  expect(late.text).toContain('eskimiş');
  expect((await inUse(world, guild.id)).number).toBe(2);
});

describe('of several roadmaps', () => {
  test('a page of the editor stays about its roadmap, whatever is followed later', async () => {
    await using world = await startWorld();
    const { guild, organiser } = await group(world);
    const acid = await idOf(world, guild.id, 'ACID');
    const page = await organiser.slash('roadmap edit');
    await organiser.press(page, { customId: `v1:edit-topic:${acid}` });
    const form = await organiser.press(page, 'Add a note…');
    await follow(world, guild, 'cooking', PLAIN);
    await organiser.fill(form, { note: 'All or nothing' });
    expect(page.text).toContain('as version 2');
    expect(page.text).toContain('All or nothing');
    // Another roadmap is the default one now, and does not change.
    expect((await inUse(world, guild.id)).outline.id).toBe('cooking');
    expect((await inUse(world, guild.id)).number).toBe(1);

    await organiser.choose(page, 'More…', ['Remove']);
    await organiser.press(page, 'Remove it');
    expect(page.text).toContain('as version 3');
  });

  test('a page from before the copy does not change the original', async () => {
    await using world = await startWorld();
    const { guild, organiser } = await group(world);
    const [page, old] = [await organiser.slash('roadmap edit'), await organiser.slash('roadmap edit')];
    const [acid, twin] = [await idOf(world, guild.id, 'ACID'), await idOf(world, guild.id, 'Transactions')];
    await organiser.press(old, { customId: `v1:edit-topic:${twin}` });
    await organiser.press(page, { customId: `v1:edit-remove:${acid}:1:yes` });
    await organiser.choose(old, 'More…', ['Remove']);
    await organiser.press(old, 'Remove it');
    expect(old.text).toContain('changed the roadmap meanwhile');
    const { number, outline } = await inUse(world, guild.id);
    expect([number, outline.byId.has(twin)]).toEqual([2, true]);
  });

  test('the named one is changed; without a name, the default one', async () => {
    await using world = await startWorld();
    const { guild, organiser } = await group(world);
    await follow(world, guild, 'cooking', PLAIN);
    await follow(world, guild, 'trail', '# Trail\n\n## A\n\n- [ ] Walk\n');
    expect((await organiser.slash('roadmap edit')).text).toContain('Edit: Trail');
    const page = await organiser.slash('roadmap edit', { roadmap: 'Cooking' });
    expect(page.text).toContain('Edit: Cooking');
    await organiser.choose(page, 'Choose a section', ['Baking']);
    const form = await organiser.press(page, 'Add topics…');
    await organiser.fill(form, { lines: 'Cake' });
    expect(page.text).toContain('as version 2');
    expect((await inUse(world, guild.id)).outline.id).toBe('trail');
    const again = await organiser.slash('roadmap edit', { roadmap: 'cooking' });
    await organiser.choose(again, 'Choose a section', ['Baking']);
    expect(again.text).toContain('2 topics');
  });
});

describe('who may change what', () => {
  test('members of a server do not change its roadmap; in direct messages they change their own', async () => {
    await using world = await startWorld();
    const { guild, member } = await group(world);
    const acid = await idOf(world, guild.id, 'ACID');
    expect((await member.slash('roadmap edit')).text).toContain('Only organisers');
    const view = await member.slash('roadmap view');
    for (const id of ['edit-remove', 'edit-form:note']) {
      const answer = await member.press(view, {
        customId: `v1:${id}:${acid}:1:yes`.replace('note:', 'note:'),
      });
      expect(answer.text).toContain('Only organisers');
    }
    expect((await inUse(world, guild.id)).outline.id).toBe('backend');

    const ben = world.discord.addPerson({ name: 'Dana', locale: 'en-US' }).install();
    const page = await ben.dm.slash('roadmap edit');
    await ben.dm.press(page, { customId: `v1:edit-remove:${acid}:1:yes` });
    expect(page.text).toContain('as version 2');
    expect((await inUse(world, guild.id)).outline.byId.has(acid)).toBe(true);
    expect((await ben.dm.slash('roadmap view')).failed).toBeNull();
  });

  test('made-up ids change nothing', async () => {
    await using world = await startWorld();
    const { guild, organiser } = await group(world);
    const acid = await idOf(world, guild.id, 'ACID');
    const page = await organiser.slash('roadmap edit');
    for (const customId of [
      `v1:edit-topic:nothing`,
      `v1:edit-move:${acid}:1:into:${acid}`,
      `v1:edit-move:${acid}:x:behind:${acid}`,
      `v1:edit-chosen:steal:${acid}:1`,
      `v1:edit-form:all:${acid}:1`,
      `v1:edit-undo:backend:1`,
      `v1:edit-methods:nothing:1`,
      `v1:edit-ways:nothing`,
      `v1:edit:99`,
      `v1:edit-said:${acid}`,
      `v1:edit-beside:${acid}`,
      `v1:edit-section-move:${acid}:1:behind:${acid}`,
      `v1:edit-section-remove:-:1:yes`,
      `v1:edit-form:section:nothing:1`,
    ]) {
      expect((await organiser.press(page, { customId })).failed).toBeNull();
    }
    expect((await inUse(world, guild.id)).number).toBe(1);
  });
});
