import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { deliver } from '../../playground/state/interactions.ts';
import { LIMITS } from '../../src/roadmap/roadmap-error.ts';
import { ownRoadmaps } from '../../src/store/roadmaps/owners.ts';
import { startWorld } from '../bot.ts';
import { addGroup, type StudyGroup, type World } from '../commands/study-group.ts';
import { isFull } from '../size.ts';
import { NAMES, PAYLOADS } from './payloads.ts';
import { read } from './reading.ts';

/** In the full size, as many as a file may have. Otherwise fewer, but still more than fit into a message. */
const TOPICS = isFull ? LIMITS.topics : 250;

let world: World;
let group: Omit<StudyGroup, 'world'>;
let boss: Person;
beforeAll(async () => {
  world = await startWorld();
  group = await addGroup(world, ['Member']);
  boss = group.guild.addMember({ name: 'Boss', locale: 'en-US', permissions: ['ManageGuild'] });
});
afterAll(() => world[Symbol.asyncDispose]());

async function importFile(content: string | Uint8Array, name = 'list.md'): Promise<Answer> {
  return boss.slash('roadmap import', { file: { name, content: Buffer.from(content) } });
}

const own = () => ownRoadmaps(world.app.db, { guildId: group.guild.id });
const waiting = async (): Promise<number> =>
  (await world.app.db.selectFrom('roadmap_import').select('id').execute()).length;

/** All Markdown of a message. */
function markdownIn({ message }: Answer): readonly string[] {
  const found: string[] = [];
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('content' in part && typeof part.content === 'string') found.push(part.content);
    Object.values(part).forEach(look);
  };
  look(message?.components);
  return found;
}

describe('a file that is no list is refused with a reason, and nothing of it is stored', () => {
  test.each([
    [
      'a picture',
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAAAAAAAA=', 'base64'),
      'isn’t a text file',
    ],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), 'isn’t a text file'],
    [
      'damaged UTF-8',
      Buffer.from([0x2d, 0x20, 0x5b, 0x20, 0x5d, 0x20, 0xc3, 0xa7, 0xc3, 0xa7, 0xc3]),
      'as UTF-8',
    ],
    ['more than 1 MB', Buffer.alloc(LIMITS.bytes + 1, 'a'), 'larger than 1 MB'],
    ['lists in lists', `${'- '.repeat(100_000)}a`, 'nested more than 10 deep'],
    ['too many topics', '- [ ] a\n'.repeat(LIMITS.topics + 1), 'more than 5,000 topics'],
    ['too many lines', '\n'.repeat(LIMITS.lines + 1), 'more than 50,000 lines'],
  ])('%s', async (_, content, said) => {
    const before = await waiting();
    expect((await importFile(content)).text).toContain(said);
    expect(await waiting()).toBe(before);
  });

  test('JSON that claims to be an export', async () => {
    const forged = JSON.stringify({
      kind: 'roadmate-roadmap',
      source: '- [ ] [a](x.md)',
      readAs: { base: 'javascript:alert(1)//' },
    });
    expect((await importFile(forged, 'x.json')).text).toContain('I found no topics.');
  });
});

describe('hostile Markdown', () => {
  const names = [...PAYLOADS, ...NAMES.filter((name) => name.length < 200 && !name.includes('\0'))]
    .filter((name) => name.isWellFormed())
    .map((name) => name.replaceAll(/\s+/g, ' '));
  const file = (shift: number): string =>
    names
      .map(
        (name, at) =>
          `## ${names[(at + shift) % names.length] ?? ''} s${at}\n\n- [ ] ${name} q${(at * (shift + 1)) % 61}\n- [ ]\n`,
      )
      .join('\n');
  const OWN = new Set([
    'heading',
    'subtext',
    'strong',
    'em',
    'list',
    'timestamp',
    'inlineCode',
    'user',
    'slashCommand',
    'channel',
  ]);

  test('is shown as text in the preview, the matches and the versions', async () => {
    const first = await importFile(`# ${names[0]}\n\n${file(0)}`);
    const seen = [...markdownIn(first)];
    seen.push(...markdownIn(await boss.press(first, 'Save')));
    const second = await importFile(`# ${names[0]}\n\n${file(3).replaceAll('q1', 'r1')}`);
    seen.push(...markdownIn(second));
    const matches = await boss.press(second, 'Fix matches');
    seen.push(...markdownIn(matches));
    const applied = await boss.press(await boss.press(matches, 'Back to the import'), 'Save');
    seen.push(...markdownIn(applied), ...markdownIn(await boss.slash('roadmap undo')));
    seen.push(...markdownIn(await boss.slash('roadmap export')));
    const marks = seen.flatMap((text) => read(text).marks);
    expect(seen.length).toBeGreaterThan(15);
    expect(marks.filter(({ kind }) => !OWN.has(kind))).toEqual([]);
    const called = marks.filter(({ kind }) => ['user', 'slashCommand', 'channel'].includes(kind));
    expect(called.map(({ id }) => id)).not.toContain('123456789012345678');
  });
});

describe('an import that waits', () => {
  test('is applied once, however often Discord delivers the press', async () => {
    const preview = await importFile('# Thrice\n\n- [ ] Once');
    const applied = await boss.press(preview, 'Save');
    for (let time = 0; time < 2; time += 1) deliver(world.discord.world, applied.interaction);
    await world.discord.quiet();
    expect((await own()).filter(({ title }) => title === 'Thrice')).toHaveLength(1);
  });

  test('is deleted with the data of a member who leaves in between', async () => {
    const preview = await importFile('# Left behind\n\n- [ ] Topic');
    const settings = await boss.slash('settings');
    const form = await boss.press(settings, { customId: 'v1:settings-delete' });
    await boss.fill(form, { 'Type DELETE to delete it all': 'DELETE' });
    const applied = await boss.press(preview, 'Save');
    expect(applied.text).toContain('has ended');
    expect((await own()).map(({ title }) => title)).not.toContain('Left behind');
  });

  test.each([
    'v1:import-apply:x:0:0',
    'v1:import-apply',
    'v1:import-reading:x:-1',
    'v1:import-fix:x:99999',
    'v1:import-match:x:0:0',
    'v1:import-show',
    'v1:import-ticks:backend2',
    'v1:import-follow:backend',
    'v1:restore:backend:1:1',
    'v1:roadmap-settle:backend:0',
    'v1:settle:backend:1:x:0',
    'v1:newer-see:backend',
    'v1:newer-apply:backend:1:x',
    'v1:watch:backend:yes',
  ])('%s with made-up ids changes nothing', async (customId) => {
    const before = await own();
    const where = await boss.slash('help');
    const forged = await boss.forge(3, { component_type: 2, custom_id: customId, id: 1 }, { where });
    expect(forged.failed).toBeNull();
    expect(forged.text).toMatch(/has ended|out of date|follows/);
    expect(await own()).toEqual(before);
  });

  test('of another server is refused', async () => {
    const other = await addGroup(world, [boss]);
    const preview = await importFile('# Ours\n\n- [ ] Topic');
    const id = /import-apply:([\w-]+)/.exec(JSON.stringify(preview.message?.components))?.[1] ?? '';
    const where = await boss.slash('help', {}, { channel: other.general });
    const data = { component_type: 2, custom_id: `v1:import-apply:${id}:0:0`, id: 1 };
    expect((await boss.forge(3, data, { where })).text).toMatch(/Only organisers|out of date/);
    expect(await ownRoadmaps(world.app.db, { guildId: other.guild.id })).toEqual([]);
  });
});

test(`a file of ${TOPICS} topics is shown, compared and applied within Discord’s limits`, async () => {
  const lines = Array.from({ length: TOPICS }, (_, at) => {
    const heading = at % 50 === 0 ? `\n## Section ${at / 50} ${'of a very long list '.repeat(5)}\n\n` : '';
    return `${heading}- [${at % 7 === 0 ? 'x' : ' '}] Topic ${at} ${'İıŞğ '.repeat(15)}`;
  });
  const applied = await boss.press(await importFile(`# Long\n${lines.join('\n')}`), 'Save');
  expect(applied.text).toContain(`${TOPICS} topics`);
  const changed = lines
    .slice(100)
    .map((line, at) => (at % 3 === 0 ? line.replace('Topic', 'Subject') : line));
  const preview = await importFile(`# Long\n${changed.join('\n')}`);
  expect(preview.text).toMatch(/Compared to version 1/);
  const matches = await boss.press(preview, 'Fix matches');
  await boss.press(await boss.press(matches, 'Next'), 'Back to the import');
  await boss.press(preview, 'Save');
  expect((await boss.slash('roadmap undo', {})).failed).toBeNull();
});
