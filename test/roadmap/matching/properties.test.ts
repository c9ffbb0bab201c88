import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Roadmap, Topic } from '../../../src/roadmap/roadmap.ts';
import { topicsOf } from '../sketch.ts';
import { match } from './match.ts';

/** Enough words that the topics of a file differ as in real files. */
const WORDS = [
  'index',
  'kernel',
  'socket',
  'query',
  'ışık',
  'çekirdek',
  'thread',
  'schema',
  'token',
  'cache',
  'branch',
  'packet',
  'layer',
  'queue',
  'memory',
  'compiler',
];

const read = (markdown: string): Roadmap => readRoadmap(markdown).roadmap;

interface Item {
  readonly name: string;
  readonly link: boolean;
  readonly parts: readonly Item[];
}
type File = readonly { readonly name: string; readonly items: readonly Item[] }[];

/** A file whose topics all have different titles. Each is identified by the number at the end of its `id` comment. */
const files: fc.Arbitrary<File> = fc
  .array(fc.array(fc.record({ parts: fc.nat(3), link: fc.boolean() }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((shape) => {
    const count = shape.flat().reduce((sum, { parts }) => sum + 1 + parts, shape.length);
    const name = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 3 });
    return fc
      .uniqueArray(name, {
        minLength: count,
        maxLength: count,
        selector: (words) => words.toSorted().join(' '),
      })
      .map((names) => {
        const next = (): string => names.pop()?.join(' ') ?? '';
        return shape.map((items) => ({
          name: next(),
          items: items.map(({ parts, link }) => ({
            name: next(),
            link,
            parts: Array.from({ length: parts }, () => ({ name: next(), link: false, parts: [] })),
          })),
        }));
      });
  });

const write = (file: File, title: (name: string) => string = (name) => name): Roadmap => {
  const line = ({ name, link, parts }: Item, indent: string): string => {
    const shown = link ? `[${title(name)}](https://example.org/${encodeURIComponent(name)})` : title(name);
    return `${indent}- [ ] ${shown}\n${parts.map((part) => line(part, `${indent}  `)).join('')}`;
  };
  return read(
    `# Path\n${file.map(({ name, items }) => `## ${title(name)}\n${items.map((item) => line(item, '')).join('')}`).join('')}`,
  );
};

/** The topics in the order of the file, by their names in the file. */
const named = (roadmap: Roadmap, file: File): ReadonlyMap<string, Topic> => {
  const topics = topicsOf(roadmap);
  const names = file.flatMap(({ items }) =>
    items.flatMap(({ name, parts }) => [name, ...parts.map((part) => part.name)]),
  );
  return new Map(names.flatMap((name, at) => (topics[at] ? [[name, topics[at]] as const] : [])));
};

/** What every match has to hold: no topic twice, none made up, and none missing. */
const checkAccounts = (before: Roadmap, after: Roadmap): void => {
  const { sure, likely, gone, added } = match(before, after);
  const [old, next] = [before, after].map((roadmap) => topicsOf(roadmap).map(({ key }) => key));
  expect([...sure.keys(), ...likely.keys(), ...gone].toSorted()).toEqual(old?.toSorted());
  expect([...sure.values(), ...added].toSorted()).toEqual(next?.toSorted());
  for (const offers of likely.values()) expect(added).toEqual(expect.arrayContaining([...offers]));
};

/** A Fisher–Yates shuffle with given choices. */
const shuffle = <T>(list: readonly T[], choose: () => number): readonly T[] => {
  const left = [...list];
  return list.flatMap(() => left.splice(choose() % left.length, 1));
};

test('wherever topics move, and however they are cased and punctuated, each is found', () => {
  fc.assert(
    fc.property(files, fc.infiniteStream(fc.nat()), (file, choices) => {
      const choose = (): number => choices.next().value;
      const edited = shuffle(file, choose).map(({ name, items }) => ({
        name,
        items: shuffle(items, choose).map((item) => ({ ...item, parts: shuffle(item.parts, choose) })),
      }));
      const before = write(file);
      const after = write(edited, (name) => `**${name.toLocaleUpperCase('tr')}**!`);
      const [old, next] = [named(before, file), named(after, edited)];
      const { sure } = match(before, after);
      for (const [name, { key }] of old) expect([name, sure.get(key)]).toEqual([name, next.get(name)?.key]);
    }),
  );
});

test('whatever is inserted and removed, all others are found, and new topics match none', () => {
  fc.assert(
    fc.property(files, fc.infiniteStream(fc.nat(4)), (file, choices) => {
      // One of five topics is removed, and one is new.
      const fate = (): 'old' | 'new' | 'both' =>
        (['old', 'new', 'both', 'both', 'both'] as const)[choices.next().value] ?? 'both';
      const fates = new Map(file.flatMap(({ items }) => items).map((item) => [item, fate()]));
      const side = (which: 'old' | 'new'): File =>
        file
          .map((section) => ({
            ...section,
            items: section.items.filter((item) => [which, 'both'].includes(fates.get(item) ?? '')),
          }))
          .filter(({ items }) => items.length > 0);
      const [was, is] = [side('old'), side('new')];
      fc.pre(was.length > 0 && is.length > 0);
      const [before, after] = [write(was), write(is)];
      const [old, next] = [named(before, was), named(after, is)];
      const { sure } = match(before, after);
      for (const [name, { key }] of old) expect([name, sure.get(key)]).toEqual([name, next.get(name)?.key]);
      checkAccounts(before, after);
    }),
  );
});

/** Every third topic is a part of the one before. */
const nested = (titles: readonly (readonly string[])[]): Roadmap =>
  read(
    `# P\n${titles.map((words, at) => `${at % 3 === 2 ? '  ' : ''}- [ ] x ${words.join(' ')}`).join('\n')}`,
  );

test('in any two files, no topic is matched twice, and none is missing', () => {
  const title = fc.array(fc.constantFrom('a', 'video', 'part', '2', '3', 'joins', 'views', '?', ','), {
    minLength: 1,
    maxLength: 4,
  });
  const list = fc.array(title, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      checkAccounts(nested(before), nested(after));
    }),
  );
});
