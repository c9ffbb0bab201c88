import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureMember } from '../../src/store/members/members.ts';
import { putProof } from '../../src/store/proofs/proofs.ts';
import { searchProofs } from '../../src/store/search.ts';
import { write } from '../../src/store/write.ts';
import { words } from '../../src/text/fold.ts';
import { storeWith } from './store.ts';

/**
 * The same texts on both databases. The test computes the expected results without an index, so both databases have
 * to find the same.
 */
const TITLES = ['Caching', 'C++', 'C#', 'Isı ve İş', 'R', 'Indexes & joins', 'Ağaç yapıları', 'API’s design'];
const SAYINGS = [
  'A cache forgets what was used least.',
  'c is a letter, c++ a language, c# another, and C the first of them',
  'İSTANBUL ısıtıyor; istanbul ışığı IŞIK',
  "don't say “never”: it's naïve, naive, NAÏVE",
  'joins & indexes: a b-tree, a hash, full-text search',
  "quotes ' and '' and \\ and \\\\ and \" and :* and <-> and !not (or | and &)",
  `${'x'.repeat(499)} ${'y'.repeat(600)}a ${'y'.repeat(600)}b`,
  'kedi kediler kedilerimiz köpek köpekler',
  'ﬁle ﬂow ① ½ Ǆ straße STRASSE ẞ Ⅷ',
  'emoji 🏳️‍🌈 between 👩‍👩‍👧‍👦 words, 中文 한국어 ไทย العربية עברית',
  'numbers 1 12 123 1234 3.14 1e9 0x1F',
  'the the the the the a a a a of of of of',
];
const QUERIES = [
  'cache',
  'c',
  'c++',
  'c#',
  'r',
  'C',
  'ısı',
  'isi',
  'ISI',
  'istanbul',
  'ışık',
  'dont',
  "don't",
  'naive',
  'its',
  'join index',
  'joins and',
  'b tree',
  'text',
  "'",
  '\\',
  '"',
  ':*',
  '<->',
  'not or and',
  'kedi',
  'kediler',
  'köp',
  'file',
  'flow',
  'strasse',
  'straße',
  'ss',
  '中文',
  '中',
  '한국',
  'ไทย',
  'العرب',
  '1',
  '12',
  '3',
  '14',
  '1e9',
  '0x',
  'the',
  'the of',
  'nowhere',
  'nowhere cache',
  'api',
  'apis',
  'ağaç',
  'agac yapi',
  'y'.repeat(600),
  `${'y'.repeat(600)}a`,
];

interface Note {
  readonly id: string;
  readonly said: ReadonlySet<string>;
}

const METHODS = ['cheatcode', 'feynman', 'project'] as const;

let here: Awaited<ReturnType<typeof storeWith>>;
const notes: Note[] = [];
beforeAll(async () => {
  here = await storeWith(`# Trail\n\n## Track\n\n${TITLES.map((title) => `- [ ] ${title}`).join('\n')}\n`);
  await write(here.db, async (trx) => {
    notes.length = 0;
    await ensureMember(trx, 'ana', 0);
    for (const [place, node] of here.trail.nodes.entries()) {
      for (const [turn, method] of METHODS.entries()) {
        const parts = [0, 1].map((part) => SAYINGS[(place * 3 + turn + part * 5) % SAYINGS.length] ?? '');
        const as = { id: `note-${place}-${turn}`, userId: 'ana', at: place * 3 + turn };
        const id = await putProof(trx, as, { topicId: node.id, method, parts, url: null, language: null });
        notes.push({ id, said: new Set([node.topic.title, ...parts].flatMap(words).map(short)) });
      }
    }
  });
});
afterAll(() => here.close());

/** The part of a word that is compared. */
const short = (word: string): string => word.slice(0, 500);

function has({ said }: Note, word: string): boolean {
  return word.length === 1 ? said.has(word) : [...said].some((each) => each.startsWith(short(word)));
}

/** The notes with all of the words, or, if there are none, with any of them. */
function expected(typed: string): readonly string[] {
  const sought = words(typed).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (sought.length === 0) return [];
  const all = notes.filter((note) => sought.every((word) => has(note, word)));
  const any = notes.filter((note) => sought.some((word) => has(note, word)));
  return (all.length > 0 ? all : any).map(({ id }) => id).toSorted();
}

const find = (typed: string) => searchProofs(here.db, { userId: 'ana', guildId: null }, words(typed));

test.each(QUERIES)('finds the notes with the words of %j', async (typed) => {
  expect((await find(typed)).toSorted()).toEqual(expected(typed));
});

test('words in a title come before the same words in texts', async () => {
  const found = await find('c++');
  const titled = notes.filter(({ id }) => id.startsWith('note-1-')).map(({ id }) => id);
  expect(found.length).toBeGreaterThan(titled.length);
  expect(new Set(found.slice(0, titled.length))).toEqual(new Set(titled));
});
