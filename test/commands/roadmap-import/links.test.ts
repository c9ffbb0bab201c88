import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../playground/people/answer.ts';
import type { Person } from '../../../playground/people/person.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { changeGuild, guildOf } from '../../../src/store/members/guilds.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { startWorld } from '../../bot.ts';
import { addGroup, type StudyGroup, type World } from '../study-group.ts';

const DAY = 24 * 60 * 60_000;
const list = (...titles: readonly string[]): string =>
  ['# Databases', '', ...titles.map((title) => `- [ ] [${title}](docs/x.md)`), ''].join('\n');

/** A place on the web that serves a README. */
const page = { text: list('Joins', 'Views'), status: 200, asked: 0 };
let server: Server;
let host: string;
let world: World;
let group: Omit<StudyGroup, 'world'>;
let boss: Person;
beforeAll(async () => {
  server = createServer((_, response) => {
    page.asked += 1;
    response.writeHead(page.status, { 'content-type': 'text/plain' }).end(page.text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on TCP
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = await startWorld('2026-11-23T09:00:00Z', { importHosts: [host] });
  group = await addGroup(world, ['Member'], { channel: false });
  boss = group.guild.addMember({ name: 'Boss', locale: 'en-US', permissions: ['ManageGuild'] });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  server.closeAllConnections();
  server.close();
});

async function topics(): Promise<readonly string[]> {
  const guild = await guildOf(world.app.db, group.guild.id);
  const roadmap = await world.app.library.roadmap(world.app.db, guild?.roadmapId ?? '');
  return (roadmap?.nodes ?? []).map(({ topic }) => topic.title);
}

/** Runs a command, and waits for the notices below its answer. */
async function help(person = boss): Promise<Answer> {
  const answer = await person.slash('help');
  await world.discord.quiet();
  return answer;
}

/** The notices that an organiser gets below an answer. */
function told({ followUps }: Answer): string {
  return followUps.map((message) => JSON.stringify(message.components)).join('\n');
}

async function nextDay(): Promise<void> {
  world.clock.advance(DAY);
  await world.tick();
}

describe('a link', () => {
  test('is read with its links to files beside it, and applied as it was shown', async () => {
    const preview = await boss.slash('roadmap import', { link: `${host}/README.md` });
    expect(preview.text).toContain('**2 topics**');
    expect(preview.text).not.toContain('beside this one');
    page.text = list('Something else');
    const applied = await boss.press(preview, 'Save');
    expect(await topics()).toEqual(['Joins', 'Views']);
    page.text = list('Joins', 'Views');
    await boss.press(applied, 'Watch the link');
  });

  test.each([
    ['https://evil.example/README.md', 'can’t read links to that site'],
    ['http://127.0.0.1:1/README.md', 'can’t read links to that site'],
    ['https://github.com/ada', 'can’t read links to that site'],
  ])('to %s is refused', async (link, said) => {
    expect((await boss.slash('roadmap import', { link })).text).toContain(said);
  });

  test('together with a file is refused', async () => {
    const file = { name: 'a.md', content: Buffer.from('- [ ] A') };
    expect((await boss.slash('roadmap import', { link: `${host}/a.md`, file })).text).toContain('not both');
  });
});

describe('a watched link', () => {
  test('is read once a day, and nothing is told or changed while its text is the same', async () => {
    page.asked = 0;
    await nextDay();
    await world.tick();
    expect(page.asked).toBe(1);
    expect(told(await help())).toBe('');
  });

  test('tells an organiser, and nobody else, about a new version once; See shows it', async () => {
    page.text = list('Joins', 'Views', 'Indexes');
    await nextDay();
    expect(await topics()).toEqual(['Joins', 'Views']);
    const [member] = group.members;
    expect(told(member === undefined ? await help() : await help(member))).toBe('');
    const answer = await help();
    expect(told(answer)).toContain('The list of **Databases** has changed: 1 new');
    expect(told(await help())).toBe('');
    const notice = answer.followUps[0];
    if (notice === undefined) throw new Error('there is a notice');
    const seen = await boss.press(notice, 'See');
    expect(seen.text).toContain('➕ Indexes');
    expect(await topics()).toEqual(['Joins', 'Views']);
  });

  test('does not repeat an ignored version; the next one is told, and can be applied at once', async () => {
    await world.restart();
    const again = await help();
    const notice = again.followUps[0];
    if (notice === undefined) throw new Error('there is a notice');
    await boss.press(notice, 'Keep mine');
    await nextDay();
    expect(told(await help())).toBe('');
    page.text = list('Joins', 'Views', 'Indexes', 'Locks');
    await nextDay();
    const newer = (await help()).followUps[0];
    if (newer === undefined) throw new Error('there is a notice');
    const applied = await boss.press(newer, 'Save');
    expect(applied.text).toContain('has a new version: 4 topics');
    expect(await topics()).toEqual(['Joins', 'Views', 'Indexes', 'Locks']);
    await nextDay();
    expect(told(await help())).toBe('');
  });

  test('does not overwrite what somebody has changed since', async () => {
    page.text = list('Joins', 'Views', 'Indexes', 'Locks', 'Triggers');
    await nextDay();
    const newer = (await help()).followUps[0];
    if (newer === undefined) throw new Error('there is a notice');
    const other = await boss.slash('roadmap import', {
      file: { name: 'a.md', content: Buffer.from(list('Joins', 'Views', 'Indexes', 'Locks', 'Vacuum')) },
    });
    await boss.press(other, 'Save');
    const shown = await boss.press(newer, 'Save');
    expect(shown.text).toContain('nothing was applied');
    expect(await topics()).toContain('Vacuum');
  });

  test('that no longer works is reported after a week, and no longer watched', async () => {
    await boss.press(await boss.slash('roadmap import', { link: `${host}/README.md` }), 'Save');
    page.status = 404;
    for (let day = 0; day < 9; day += 1) await nextDay();
    const lost = (await help()).followUps[0];
    if (lost === undefined) throw new Error('there is a notice');
    expect(JSON.stringify(lost.components)).toContain('I can’t open the link');
    await boss.press(lost, 'Stop watching');
    page.asked = 0;
    await nextDay();
    expect(page.asked).toBe(0);
    page.status = 200;
  });
});

test('a copy of a bundled roadmap hears of its newer versions, and keeps what the server changed', async () => {
  const { db, library, now } = world.app;
  const bundled = (source: string) => seedRoadmap(db, 'tea', readRoadmap(source).roadmap, source, now());
  await bundled('# Tea\n\n- [ ] Green <!-- id: green -->\n- [ ] Black\n');
  await changeGuild(db, group.guild.id, { roadmapId: 'tea' });
  const file = {
    name: 'tea.md',
    content: Buffer.from('# Tea\n\n- [ ] Green <!-- id: green -->\n- [ ] Black\n- [ ] Our own\n'),
  };
  const preview = await boss.slash('roadmap import', { file });
  await boss.press(preview, 'Save');
  expect(await topics()).toEqual(['Green', 'Black', 'Our own']);
  expect(told(await help())).toBe('');

  await bundled('# Tea\n\n- [ ] Green <!-- id: green -->\n- [ ] Black\n- [ ] White\n');
  expect(await topics()).toEqual(['Green', 'Black', 'Our own']);
  const notice = (await help()).followUps[0];
  if (notice === undefined) throw new Error('there is a notice');
  expect(JSON.stringify(notice.components)).toContain('newer version of **Tea**: 1 new');
  await boss.press(notice, 'Save');
  // What the server added stays, and the new topic is the same one as in the bundled roadmap.
  expect(await topics()).toEqual(['Green', 'Black', 'White', 'Our own']);
  expect(told(await help())).toBe('');
  const guild = await guildOf(db, group.guild.id);
  const [own, base] = [await library.roadmap(db, guild?.roadmapId ?? ''), await library.roadmap(db, 'tea')];
  expect(own?.id).not.toBe('tea');
  const shared = own?.nodes.map(({ id }) => id).filter((id) => base?.byId.has(id));
  expect(shared).toEqual(base?.nodes.map(({ id }) => id));

  // Both change the same topic: it is asked, and ours stays unless theirs is taken.
  const mine = own?.byKey.get('green');
  const editor = await boss.slash('roadmap edit');
  await boss.press(editor, { customId: `v1:edit-topic:${mine?.id}` });
  await boss.fill(await boss.press(editor, 'Edit title, time…'), { title: 'Sencha', minutes: '20' });
  await bundled('# Tea\n\n- [ ] Green tea <!-- id: green minutes: 30 -->\n- [ ] White\n');
  const again = (await help()).followUps[0];
  if (again === undefined) throw new Error('there is a notice');
  expect(JSON.stringify(again.components)).toContain('2 things were changed here and by Roadmate');
  expect(JSON.stringify(again.components)).not.toContain('newer-apply');
  const seen = await boss.press(again, 'See');
  const both = await boss.press(seen, 'Compare both');
  expect(both.text).toContain('**Sencha** · title\nYours: Sencha\nTheirs: Green tea');
  const take = await boss.press(both, { label: 'Take theirs', at: 0 });
  expect(take.text).not.toContain('Yours: Sencha');
  expect(take.text).toContain('**Green tea** · minutes\nYours: 20\nTheirs: 30');
  const back = await boss.press(take, 'Back to the import');
  expect(back.text).toContain('1 thing was changed here and by Roadmate');
  await boss.press(back, 'Save');
  expect(await topics()).toEqual(['Green tea', 'White', 'Our own']);
  const after = await library.roadmap(db, own?.id ?? '');
  expect(after?.byId.get(mine?.id ?? '')?.topic.minutes).toBe(20);
  expect(told(await help())).toBe('');
});

test('where links are turned off, the answer says so, and watched links are left alone', async () => {
  await using without = await startWorld('2026-11-23T09:00:00Z', { importHosts: null });
  const { guild } = await addGroup(without, []);
  const organiser = guild.addMember({ name: 'Boss', locale: 'en-US', permissions: ['ManageGuild'] });
  const answer = await organiser.slash('roadmap import', { link: 'https://github.com/ada/app' });
  expect(answer.text).toContain('I don’t read links here');
});
