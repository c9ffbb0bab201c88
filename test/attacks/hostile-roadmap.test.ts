import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { join } from '../../src/store/members/memberships.ts';
import { record } from '../../src/store/progress/progress.ts';
import { plain } from '../../src/view/escape.ts';
import { en } from '../../src/words/en/index.ts';
import { setUp, startWith, type World } from './group.ts';
import { NAMES, PAYLOADS } from './payloads.ts';
import { isFull, partOf } from '../size.ts';
import { type Read, read } from './reading.ts';
import { commandLines, entered, useEverything } from './walk.ts';

const HOUR = 60 * 60 * 1000;
const EVIL = '123456789012345678';

/** Everything that a roadmap file can name is hostile: titles, sections, notes, labels and addresses of links. */
function hostileRoadmap(): string {
  const written = [
    ...PAYLOADS,
    ...NAMES.filter((name) => name.length <= 200 && name.isWellFormed() && !name.includes('\u0000')),
  ].map(escaped);
  const at = (index: number): string => written[index % written.length] ?? '';
  const lines = [`# ${at(7)}`, '', '## Career <!-- kind: career -->', ''];
  for (let step = 0; step < 3; step += 1)
    lines.push(`- [ ] ${at(step)} s${step} <!-- stage: track track-${step} -->`);
  lines.push('', `## Tools <!-- kind: toolset -->`, '');
  for (let tool = 0; tool < 8; tool += 1) lines.push(`- [ ] ${at(tool * 5)}: ${at(tool * 3 + 1)} t${tool}`);
  for (let track = 0; track < 3; track += 1) {
    lines.push(
      '',
      `## ${at(track * 7)} k${track} <!-- id: track-${track} -->`,
      '',
      `- ${at(track + 20)}`,
      '',
    );
    for (const [index, payload] of written.entries()) {
      if (index % 3 !== track) continue;
      if (index % 12 === track) lines.push('', `### ${payload} h${index}`, '');
      lines.push(`- [${index % 2 === 0 ? 'x' : ' '}] ${payload} q${index}`);
      lines.push(`  - ${at(index + 1)} n${index}`);
      lines.push(`  - [${at(index + 2)}](<https://good.example/${index}/)[x](https:/evil.example>)`);
      lines.push(`  - [ ] ${at(index + 3)} under ${index}`);
    }
  }
  return lines.join('\n');
}

/** The payload as an author writes it who wants readers to see it unchanged: the marks are escaped. */
function escaped(payload: string): string {
  return payload
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`)
    .replaceAll(/(\d)\\\./g, '$1\\.');
}

let world: World;
let guild: GuildHandle;
let mallory: Person;
let friend: Person;
let titles: readonly string[];

beforeAll(async () => {
  const backend = hostileRoadmap();
  world = await startWith({ backend }, '2026-11-23T05:00:00Z');
  guild = world.discord.addGuild({ name: 'Study', owner: 'Owner' });
  mallory = guild.addMember({ name: 'Mallory', permissions: ['ManageGuild'] });
  friend = guild.addMember({ name: 'Friend' });
  await setUp(world, guild);
  const { app } = world;
  await join(app.db, guild.id, mallory.id, app.now());
  await join(app.db, guild.id, friend.id, app.now());
  const roadmap = await app.library.roadmap(app.db, 'backend');
  const leaves = (roadmap?.nodes ?? []).filter(
    ({ children, topic }) => children.length === 0 && topic.stage === null,
  );
  titles = (roadmap?.nodes ?? []).map(({ topic }) => topic.title);
  for (const [index, { id }] of leaves.entries()) {
    const userId = index % 3 === 0 ? friend.id : mallory.id;
    const actor = { interactionId: `seed-${index}`, userId, guildId: guild.id, at: app.now() - index * HOUR };
    if (index % 4 !== 3)
      await record(app.db, actor, [{ topicId: id, action: index % 4 === 0 ? 'start' : 'done' }]);
  }
  await world.discord.quiet();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Every text that the bot had Discord show as Markdown, without repetitions. */
function texts(): readonly string[] {
  const found = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('content' in part && typeof part.content === 'string') found.add(part.content);
    Object.values(part).forEach(look);
  };
  for (const { body } of world.discord.requests) look(body);
  return [...found];
}

/** The only text with a block of code: it shows how a list is written. */
const EXAMPLE = en.importing.noTopics(en.importing.form.example);

/** The texts as Discord reads them, once everything was shown. */
let shown: readonly (Read & { readonly text: string })[] = [];

/** The marks that the bot itself writes. All others would come from the roadmap. */
const OWN: ReadonlySet<string> = new Set([
  'heading',
  'subtext',
  'strong',
  'timestamp',
  'link',
  'autolink',
  'list',
  'inlineCode',
  'slashCommand',
  'user',
  'role',
  'channel',
  'em',
]);

describe('a roadmap whose names are all hostile', () => {
  test('is shown by every command and button', async () => {
    const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
    const nodes = roadmap?.nodes ?? [];
    for (const { id } of partOf(nodes, 0, 24)) await mallory.slash('topic', { topic: id });
    // Every topic is on a page of its section. If a page does not exist, the last one is shown.
    const view = await mallory.slash('roadmap view');
    for (const index of roadmap?.tree.sections.keys() ?? [])
      for (let page = 0; page < 8; page += 1)
        await mallory.press(view, { customId: `v1:section:${index}:${page}` });
    const enter = { text: () => 'ordinary words', topic: nodes[39]?.id ?? '', person: friend };
    const seen = new Set<string>();
    for (const { line, options } of partOf(commandLines(), 0, 3)) {
      const answer = await mallory.slash(line, entered(options, enter));
      expect({ line, failed: answer.failed }).toEqual({ line, failed: null });
      await useEverything(mallory, answer, enter, isFull ? 3 : 1, seen);
    }
    for (let day = 0; day < 8; day += 1) {
      world.clock.advance(24 * HOUR);
      await world.tick();
    }
    for (const post of guild.channel().messages.slice(-3))
      await useEverything(mallory, post, enter, isFull ? 2 : 1);
    await world.discord.quiet();
    shown = texts().map((text) => ({ text, ...read(text) }));
    expect(shown.length).toBeGreaterThan(isFull ? 200 : 100);
  });

  test('adds no marks of its own', () => {
    const foreign = shown
      .filter(({ text }) => text !== EXAMPLE)
      .flatMap(({ marks, text }) =>
        marks.filter(({ kind }) => !OWN.has(kind)).map(({ kind }) => ({ kind, text })),
      );
    expect(foreign).toEqual([]);
  });

  test('mentions nobody, and its links lead where they say', () => {
    const marks = shown.flatMap((each) => each.marks);
    const members = new Set(guild.guild.members.keys());
    const idsOf = (...kinds: readonly string[]): readonly (string | null)[] =>
      marks.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    const targets = marks
      .filter(({ kind }) => kind === 'link')
      .map(({ target }) => new URL(target ?? '').host);
    expect(idsOf('user').filter((id) => !members.has(id ?? ''))).toEqual([]);
    expect(idsOf('role', 'channel', 'slashCommand')).not.toContain(EVIL);
    expect(targets).toContain('good.example');
    // The address that a member gave with their own work is shown as it is.
    expect(targets.filter((host) => host !== 'good.example' && host !== 'example.org')).toEqual([]);
  });

  test('is shown as it was written', () => {
    const seen = shown.map((each) => each.seen);
    const numbered = titles.filter((title) => / q\d+$/.test(title) && plain(title).length < 70);
    expect(numbered.length).toBeGreaterThan(40);
    for (const title of numbered) {
      const number = / q\d+$/.exec(title)?.[0] ?? '';
      const mentioning = seen.filter((text) => new RegExp(`${number}(?!\\d)`).test(text));
      expect(mentioning.length).toBeGreaterThan(0);
      for (const text of mentioning) expect(text.replaceAll(/[\u2068\u2069]/g, '')).toContain(plain(title));
    }
  });
});

test.each(['\u3164', '\u2800\u2800', '\u115F\u1160', '\uFFA0', '\u200D', '\u00AD'])(
  'a topic whose title has nothing visible is left out and reported: %j',
  (title) => {
    expect(readRoadmap(`# R\n\n- [ ] ${title}x\n`).remarks).toEqual([]);
    const { roadmap, remarks } = readRoadmap(`# R\n\n- [ ] x\n- [ ] ${title}\n`);
    expect(roadmap.sections.flatMap(({ topics }) => topics.map((topic) => topic.title))).toEqual(['x']);
    expect(remarks).toEqual([{ line: 4, code: 'empty-box' }]);
  },
);
