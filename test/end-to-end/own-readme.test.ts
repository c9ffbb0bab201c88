import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { LANGUAGES } from '../../src/words/index.ts';
import { startWorld } from '../bot.ts';
import { addGroup } from '../commands/study-group.ts';
import { partOf } from '../size.ts';

const DAY = 24 * 60 * 60_000;

const FIRST = `# Databases, together

Our list. Changes are welcome.

## Basics

- [ ] [Joins](docs/joins.md)
- [ ] Views
- [ ] Transacions and isolation
- [ ] Indexes

## Running them

- [ ] Backups
- [ ] Replication: leaders
- [ ] Monitoring with dashboards
- [ ] Old-style dumps

## Reading

- [ ] The paper on LSM trees
- [ ] The book on internals
`;

/** A section is renamed, a typing mistake is corrected, a topic is added. */
const SECOND = FIRST.replace('## Basics', '## The basics')
  .replace('Transacions', 'Transactions')
  .replace('- [ ] Views\n', '- [ ] Views\n- [ ] Triggers\n');

/** The sections change places, a topic moves, another one gains parts. */
const THIRD = `# Databases, together

## Reading

- [ ] The paper on LSM trees
- [ ] The book on internals
- [ ] Monitoring with dashboards

## The basics

- [ ] [Joins](docs/joins.md)
- [ ] Views
- [ ] Triggers
- [ ] Transactions and isolation
- [ ] Indexes
  - [ ] B-trees
  - [ ] Hash indexes

## Running them

- [ ] Backups
- [ ] Replication: leaders
- [ ] Old-style dumps
`;

/** A topic is removed, one gets a longer title, the marks are written differently. */
const FOURTH = THIRD.replace('- [ ] Old-style dumps\n', '')
  .replace('Replication: leaders', 'Replication: leaders and followers')
  .replaceAll('- [ ]', '* [ ]');

/** What each member does, a topic a day. */
const ADA = [
  'Joins',
  'Transacions and isolation',
  'Views',
  'Indexes',
  'Monitoring with dashboards',
  'Triggers',
  'Old-style dumps',
  'The paper on LSM trees',
  'Backups',
];
const CAN = ['Backups', 'Old-style dumps', 'The book on internals', 'Replication: leaders'];

/** What is ticked for each member in the end: all that they did and that still exists, under its present title. */
const TICKED_BY_ADA = [
  'The paper on LSM trees',
  'Monitoring with dashboards',
  '[Joins](docs/joins.md)',
  'Views',
  'Triggers',
  'Transactions and isolation',
  'Indexes',
  'B-trees',
  'Hash indexes',
  'Backups',
];
const TICKED_BY_CAN = ['The book on internals', 'Backups', 'Replication: leaders and followers'];

const READERS = [
  ['tr', LANGUAGES.tr],
  ['en-US', LANGUAGES.en],
] as const;

test.each(partOf(READERS, 0, 2))(
  'a group follows its own README for two weeks, in %s',
  async (locale, words) => {
    const page = { text: FIRST };
    const server = createServer((_, response) => response.end(page.text));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on TCP
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await using world = await startWorld('2026-11-23T06:00:30Z', { importHosts: [host] });
    const { guild, study } = await addGroup(world, [], { locale });
    const [boss, ada, can] = ['Boss', 'Ada', 'Can'].map((name) =>
      guild.addMember({ name, locale, ...(name === 'Boss' && { permissions: ['ManageGuild'] }) }),
    );
    if (boss === undefined || ada === undefined || can === undefined) throw new Error('there are three');
    const { importing: say, roadmap } = words;

    const preview = await boss.slash('roadmap import', { link: `${host}/README.md` });
    expect(preview.text).toContain(words.topics(10));
    const applied = await boss.press(preview, say.apply);
    await boss.press(applied, say.newer.watch);
    for (const person of [ada, can]) {
      const joined = await person.slash('roadmap join');
      expect(joined.text).toContain('Databases, together');
      await person.press(joined, roadmap.lookThrough);
    }

    const edits = new Map([
      [3, SECOND],
      [7, THIRD],
      [11, FOURTH],
    ]);
    for (let day = 0; day < 14; day += 1) {
      page.text = edits.get(day) ?? page.text;
      await world.tick();
      for (const [person, topics] of [
        [ada, ADA],
        [can, CAN],
      ] as const) {
        const topic = topics[day];
        if (topic === undefined) continue;
        expect((await person.slash('done', { topic })).text).toContain(topic.split(/[:-]/)[0]);
      }
      await takeOver(boss);
      world.clock.advance(DAY);
    }
    const posts = study.messages.filter(({ author }) => author.bot === true);
    expect(posts.length).toBeGreaterThan(12);

    // A link in it leads to a file beside it, so it says where it comes from.
    const whole = `---\nbase: "${host}/README.md"\n---\n${FOURTH}`;
    expect(await exported(ada)).toEqual(withTicks(whole, TICKED_BY_ADA));
    expect(await exported(can)).toEqual(withTicks(whole, TICKED_BY_CAN));
    const versions = await boss.slash('roadmap undo');
    expect(versions.text).toContain(words.versions.version(4));
    server.closeAllConnections();
    server.close();

    /** The organiser looks at the version that they are told of, corrects and applies it. */
    async function takeOver(person: Person): Promise<void> {
      const answer = await person.slash('help');
      await world.discord.quiet();
      const [notice] = answer.followUps;
      if (notice === undefined) return;
      const shown = await person.press(notice, say.newer.see);
      await person.press(shown, say.apply);
    }
  },
);

async function exported(person: Person): Promise<string> {
  const { files }: Answer = await person.slash('roadmap export');
  const markdown = files.find(({ filename }) => filename.endsWith('.md'));
  return (await fetch(markdown?.url ?? '')).text();
}

function withTicks(markdown: string, titles: readonly string[]): string {
  return titles.reduce((text, title) => text.replace(`[ ] ${title}\n`, `[x] ${title}\n`), markdown);
}
