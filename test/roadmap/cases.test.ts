import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ReadOptions, type Reading, readRoadmap } from '../../src/roadmap/read.ts';
import type { Topic } from '../../src/roadmap/roadmap.ts';
import { writeTicks } from '../../src/roadmap/write.ts';
import { sketch, topicsOf } from './sketch.ts';

const cases = z
  .array(z.object({ name: z.string(), input: z.string(), expect: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')));
const inputs = new Map(cases.map(({ name, input }) => [name, input]));

/** A section or topic with its mark, state and key: `x Git [git]`. */
const withKey = ({ ticked, title, key }: Topic): string => `${ticked ? 'x' : '-'} ${title} [${key}]`;
const CUT = `word${' word'.repeat(39)}…`;
const WHOLE = `word${' word'.repeat(44)}`;

/** How each case is read: the tree, the lines and codes of the remarks, and other facts. */
const EXPECTED: Readonly<
  Record<
    string,
    { tree: string; remarks?: readonly object[]; options?: ReadOptions; also?: (read: Reading) => void }
  >
> = {
  'a title over 200 characters': {
    tree: `= Path\nPath (track)\n  - ok [ok]\n  - ${CUT} [${slugged(CUT)}]`,
    also: ({ roadmap }) => expect(topicsOf(roadmap)[1]?.notes[0]?.startsWith(WHOLE)).toBe(true),
  },
  'the same as a parent, a label, a heading': {
    tree: `= ${CUT}\n${CUT} (track)\n  ${CUT} (track)\n    - Git [${slugged(CUT)}/${slugged(CUT)}/git]`,
    also: ({ roadmap }) => {
      const [label] = roadmap.sections;
      for (const notes of [roadmap.notes, label?.notes, label?.sections[0]?.notes]) {
        expect(notes?.[0]?.startsWith(WHOLE)).toBe(true);
      }
    },
  },
  'an empty box': {
    tree: '= Path\nPath (track)\n  - a [a]\n  - b [b]',
    remarks: [{ line: 3, code: 'empty-box' }],
  },
  'a box with a picture alone': {
    tree: '= Path\nPath (track)\n  - ok [ok]',
    remarks: [{ line: 3, code: 'picture-alone' }],
  },
  'picture beside text': { tree: '= Path\nPath (track)\n  - Cache: Use one [cache-use-one]' },
  'plain bullets, no box anywhere': {
    options: { bullets: true },
    tree: '= Path\nBasics (track)\n  - Git [basics/git]\n  - Linux [basics/linux]',
  },
  'plain numbered list': {
    options: { bullets: true },
    tree: '= Path\nPath (track)\n  - Git [git]\n  - Linux [linux]',
  },
  'ticks as emoji': { tree: '= Path\nPath (track)\n  x Git [git]\n  - Linux [linux]' },
  'a table with boxes': { tree: '= Path\nPath (track)\n  x Git [git]\n  - Linux [linux]' },
  'a table with emoji': { tree: '= Path\nPath (track)\n  x Git [git]\n  - Linux [linux]' },
  'inputs of HTML': { tree: '= Path\nPath (track)\n  x Git [git]\n  - Linux [linux]' },
  'states of note-taking programs': {
    tree: '= Path\nPath (track)\n  - Git [git]\n  - Linux [linux]\n  - Perl [perl]\n  - Rust [rust]\n  x C [c]',
    also: ({ roadmap }) => {
      const states = topicsOf(roadmap).map(({ state }) => state);
      expect(states).toEqual(['todo', 'doing', 'skipped', 'put-off', 'done']);
    },
  },
  'brackets written loosely': {
    tree: '= Path\nPath (track)\n  - Git [git]\n  - Linux [linux]\n  x C [c]\n  x D [d]\n  x E [e]\n  - F [f]',
  },
  'a second heading of the first level without topics': {
    tree: '= Path\nBasics (track)\n  - Git [basics/git]',
  },
  'the same file before that heading was added': { tree: '= Path\nBasics (track)\n  - Git [basics/git]' },
  'a table of contents before the title': {
    tree: '= Path\nBasics (track)\n  - Git [basics/git]\nMore (track)\n  - Linux [more/linux]',
    also: () => {
      const { roadmap } = readCase('a table of contents before the title', { bullets: true });
      expect(topicsOf(roadmap).map(({ title }) => title)).toEqual(['Git', 'Linux']);
    },
  },
  'front matter with a title': { tree: '= My path\nPath (track)\n  - Git [git]' },
  'front matter with a list': { tree: '= Path\nPath (track)\n  - Git [git]' },
  'labels with a blank line behind': {
    tree: '= Path\nWeek 1 (track)\n  - Git [week-1/git]\nWeek 2 (track)\n  - Linux [week-2/linux]',
  },
  'labels that are plain lines': {
    tree: '= Path\nWeek 1 (track)\n  - Git [week-1/git]\nWeek 2 (track)\n  - Linux [week-2/linux]',
  },
  'folded sections': {
    tree: '= Path\nWeek 1 (track)\n  - Git [week-1/git]\nWeek 2 (track)\n  - Linux [week-2/linux]',
  },
  'headings of HTML': { tree: '= Path\nBasics (track)\n  - Git [basics/git]' },
  'an ordinary comment': {
    tree: '= Path\nPath (track)\n  - Git [git]\n  - Linux [linux]',
    also: () => {
      const misspelt = '# Path\n- [ ] Git <!-- minuts: 5 -->\n';
      expect(readRoadmap(misspelt).remarks).toEqual([
        { line: 2, code: 'unknown-directive', directive: 'minuts', meant: 'minutes' },
      ]);
    },
  },
  'a line that goes on': {
    tree: '= Path\nPath (track)\n  - Arrays [arrays]\n  - Lists [lists]',
    also: ({ roadmap }) => {
      expect(topicsOf(roadmap).map(({ notes }) => notes)).toEqual([['Read chapter one.'], ['Chapter 2']]);
    },
  },
  'boxes in headings': {
    tree: '= Path\nBasics (track)\n  - Git [basics/git]\nPath (track)\n  x More [more]',
  },
  'links of wikis': { tree: '= Path\nPath (track)\n  - Git [git]\n  - Linux [linux]' },
  callouts: { tree: '= Path\nWeek 1 (track)\n  - Git [week-1/git]' },
  'a full-width colon': { tree: '= 路线\n路线 (track)\n  - 介绍 [介绍]' },
  'relative links': {
    tree: '= Path\nPath (track)\n  - Git [git]',
    remarks: [{ line: 2, code: 'relative-link', address: './git.md' }],
    also: ({ roadmap }) => {
      expect(topicsOf(roadmap)[0]?.resources).toEqual([]);
      const base = 'https://github.com/a/b/blob/HEAD/docs/README.md';
      const known = readCase('relative links', { base });
      expect(known.remarks).toEqual([]);
      expect(topicsOf(known.roadmap)[0]?.resources).toEqual([
        { label: 'Git', url: 'https://github.com/a/b/blob/HEAD/docs/git.md' },
      ]);
    },
  },
  'part-reading is told': {
    tree: '= Path\nContributing (track)\n  - I read the rules [contributing/i-read-the-rules]',
    remarks: [{ line: 3, code: 'bullets-left-out', boxes: 1, bullets: 2 }],
  },
  'same titles, one put before': {
    tree: '= Path\nPath (track)\n  - Read book [read-book]\n  - Read book [read-book-2]\n  - Read book [read-book-3]',
    also: ({ roadmap }) => {
      // The links identify topics from version to version.
      const links = topicsOf(roadmap).map(({ resources }) => resources.map(({ url }) => url));
      expect(links).toEqual([['https://a.b/0'], ['https://a.b/1'], ['https://a.b/2']]);
    },
  },
  'no title at all': {
    options: { untitled: 'plan' },
    tree: '= plan\nplan (track)\n  - Git [git]\n  - Linux [linux]',
  },
};

function readCase(name: string, options?: ReadOptions): Reading {
  return readRoadmap(inputs.get(name) ?? '', options);
}

function slugged(title: string): string {
  return title.replaceAll(' ', '-').replace('…', '');
}

test('every case has an expectation', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual([...inputs.keys()].toSorted());
});

describe.each(cases)('$name', ({ name, input }) => {
  const { tree, remarks = [], options = {}, also } = EXPECTED[name] ?? { tree: '' };

  test('is read as a person reads it', () => {
    const reading = readCase(name, options);
    expect(sketch(reading.roadmap, withKey)).toBe(tree);
    expect(reading.remarks).toEqual(remarks);
    also?.(reading);
  });

  test('is written back with any ticks, and nothing else changes', () => {
    const topics = topicsOf(readCase(name, options).roadmap);
    const ticked = new Set(topics.filter((topic) => topic.ticked).map((topic) => topic.key));
    expect(writeTicks(input, ticked, options)).toBe(input);
    for (const wanted of [new Set<string>(), new Set(topics.map((topic) => topic.key))]) {
      const written = writeTicks(input, wanted, options);
      const again = topicsOf(readRoadmap(written, options).roadmap);
      expect(again.map((topic) => [topic.key, topic.ticked])).toEqual(
        topics.map((topic) => [topic.key, wanted.has(topic.key)]),
      );
      expect(written.split('\n').length).toBe(input.split('\n').length);
    }
  });
});
