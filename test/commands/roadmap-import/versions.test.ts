import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../../playground/people/answer.ts';
import type { Person } from '../../../playground/people/person.ts';
import { guildOf } from '../../../src/store/members/guilds.ts';
import { progressOf } from '../../../src/store/progress/progress.ts';
import { startWorld } from '../../bot.ts';
import { addGroup, type StudyGroup, type World } from '../study-group.ts';

const list = (...titles: readonly string[]): string =>
  ['# Databases', '', ...titles.map((title) => `- [ ] ${title}`), ''].join('\n');

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

async function importIt(markdown: string, name = 'list.md'): Promise<Answer> {
  const preview = await boss.slash('roadmap import', { file: { name, content: Buffer.from(markdown) } });
  return boss.press(preview, 'Save');
}

/** The topics that the group follows, with a tick before those that the member has done. */
async function done(): Promise<readonly string[]> {
  const guild = await guildOf(world.app.db, group.guild.id);
  const roadmap = await world.app.library.roadmap(world.app.db, guild?.roadmapId ?? '');
  const progress = await progressOf(world.app.db, member.id, roadmap?.id ?? '');
  return (roadmap?.nodes ?? []).map(
    ({ id, topic }) => `${progress.get(id)?.state === 'done' ? '✓ ' : ''}${topic.title}`,
  );
}

async function filesOf({ files }: Answer): Promise<readonly { name: string; content: string }[]> {
  return Promise.all(
    files.map(async ({ filename, url }) => ({ name: filename, content: await (await fetch(url)).text() })),
  );
}

test('a bundled roadmap has nothing to undo', async () => {
  expect((await boss.slash('roadmap undo')).text).toContain('comes with Roadmate');
});

test('undo brings back the version before, names who made it and when, and can be undone', async () => {
  await importIt(list('Joins', 'Views', 'Indexes'));
  await member.slash('done', { topic: 'Views' });
  await importIt(list('Joins', 'Triggers'));
  expect(await done()).toEqual(['Joins', 'Triggers']);
  const versions = await boss.slash('roadmap undo');
  expect(versions.text).toContain('**Version 2** · in use · Boss · <t:');
  const back = await boss.press(versions, 'Back to version 1');
  expect(back.text).toContain('Everything is as in version 1 again');
  expect(await done()).toEqual(['Joins', '✓ Views', 'Indexes']);
  await boss.press(back, 'Back to version 2');
  expect(await done()).toEqual(['Joins', 'Triggers']);
  await boss.choose(await boss.slash('roadmap undo'), 'Go back to another version', ['Version 3']);
  expect(await done()).toEqual(['Joins', '✓ Views', 'Indexes']);
});

test('the slower of two organisers sees the present state', async () => {
  const versions = await boss.slash('roadmap undo');
  await importIt(list('Joins', 'Views', 'Indexes', 'Locks'));
  const late = await boss.press(versions, 'Back to version 4');
  expect(late.text).toContain('nothing was applied');
  expect(await done()).toEqual(['Joins', '✓ Views', 'Indexes', 'Locks']);
});

test('members cannot undo changes of the server', async () => {
  expect((await member.slash('roadmap undo')).text).toContain('comes with Roadmate');
  const versions = await boss.slash('roadmap undo');
  const customId = idOf(versions, 'v1:restore:');
  const own = await member.slash('help');
  const forged = await member.forge(3, { component_type: 2, custom_id: customId, id: 1 }, { where: own });
  expect(forged.text).toContain('Only organisers');
});

test('an open question is answered later, and the topic’s progress comes back', async () => {
  await importIt(list('Joins', 'Views and materialized views', 'Indexes', 'Locks'));
  expect(await done()).toContain('Views and materialized views');
  const versions = await boss.slash('roadmap undo');
  const open = await boss.press(versions, 'Match them');
  expect(open.text).toContain('**Views**');
  const settled = await boss.choose(open, 'Not sure yet', ['Now: Views and materialized views']);
  expect(settled.text).toContain('nothing to match');
  expect(await done()).toContain('✓ Views and materialized views');
  const forged = {
    component_type: 3,
    custom_id: idOf(open, 'v1:settle:') || 'v1:settle:x:1:y:0',
    id: 1,
    values: ['-'],
  };
  expect((await boss.forge(3, forged, { where: versions })).text).toMatch(/out of date/);
});

test('an export has the member’s ticks and the formatting, and imports without any difference', async () => {
  const markdown =
    '# Databases\n\nSome *text*.\n\n* [x] Joins\n* [ ] **Views and materialized views**\n* [ ] Locks\n';
  await importIt(markdown);
  const answer = await member.slash('roadmap export');
  expect(answer.ephemeral).toBe(true);
  const [md, json] = await filesOf(answer);
  expect(md).toEqual({
    name: 'databases.md',
    content: markdown.replace('[x] Joins', '[ ] Joins').replace('[ ] **Views', '[x] **Views'),
  });
  for (const file of [md, json]) {
    if (file === undefined) throw new Error('there are two files');
    const again = await boss.slash('roadmap import', {
      file: { name: file.name, content: Buffer.from(file.content) },
    });
    expect(again.text).toContain('The topics are the same as in version');
  }
  const [asItIs] = await filesOf(await member.slash('roadmap export', { mine: false }));
  expect(asItIs?.content).toBe(markdown);
});

test('an untitled list of bullets is exported with how it is read', async () => {
  await importIt('- One\n- Two\n', 'Small things.md');
  const [md] = await filesOf(await boss.slash('roadmap export'));
  expect(md?.name).toBe('databases.md');
  const preview = await boss.slash('roadmap import', {
    file: { name: 'Small things.md', content: Buffer.from('- One\n- Two\n') },
  });
  const applied = await boss.press(preview, 'Save');
  const [named] = await filesOf(await boss.slash('roadmap export', { roadmap: 'Small things' }));
  await boss.press(applied, 'Use it here');
  const [own] = await filesOf(await boss.slash('roadmap export'));
  expect(named).toEqual(own);
  const [before] = await filesOf(await boss.slash('roadmap export', { roadmap: 'Databases' }));
  expect(before?.name).toBe('databases.md');
  expect(own).toEqual({
    name: 'small-things.md',
    content: '---\ntitle: "Small things"\ntopics: "bullets"\n---\n- One\n- Two\n',
  });
});

function idOf({ message }: Answer, start: string): string {
  const ids = [...JSON.stringify(message?.components ?? []).matchAll(/"custom_id":"([^"]+)"/g)].map(
    ([, id]) => id ?? '',
  );
  return ids.find((id) => id.startsWith(start)) ?? '';
}
