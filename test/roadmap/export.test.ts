import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportJson, exportMarkdown, importedJson } from '../../src/roadmap/export.ts';
import { type ReadOptions, readRoadmap } from '../../src/roadmap/read.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import type { Roadmap } from '../../src/roadmap/roadmap.ts';
import { isFull } from '../size.ts';
import { files, write } from './files.ts';
import { scraps } from './scraps.ts';
import { topicsOf } from './sketch.ts';

const TITLES = ['My list', 'Yol "haritam"', "it's", '# 1: a'];
const readAs = fc.record(
  {
    title: fc.constantFrom(...TITLES),
    untitled: fc.constantFrom(...TITLES),
    bullets: fc.boolean(),
    base: fc.constantFrom(null, 'https://github.com/ada/app/blob/HEAD/README.md'),
  },
  { requiredKeys: ['untitled', 'bullets', 'base'] },
);
const sources = fc.oneof(files.map(write), scraps);

function readOrNull(source: string, options: ReadOptions): Roadmap | null {
  try {
    return readRoadmap(source, options).roadmap;
  } catch (error) {
    if (error instanceof RoadmapError) return null;
    throw error;
  }
}

/** Everything that a roadmap says, except for line numbers. */
function meaning(roadmap: Roadmap): unknown {
  return JSON.parse(JSON.stringify(roadmap, (key, value: unknown) => (key === 'line' ? undefined : value)));
}

test('a Markdown export gives the same roadmap elsewhere', () => {
  fc.assert(
    fc.property(sources, readAs, (source, options) => {
      const before = readOrNull(source, options);
      if (before === null) return;
      const text = exportMarkdown({ source, readAs: options }, null);
      expect(meaning(readRoadmap(text, { untitled: 'Something else' }).roadmap)).toEqual(meaning(before));
    }),
    { numRuns: isFull ? 300 : 15 },
  );
});

test('a translated title without a heading is exported too', () => {
  const stored = { source: '> <!-- tr: Liste -->\n- [ ] One', readAs: { untitled: 'List' } };
  const { title, titles, sections } = readRoadmap(exportMarkdown(stored, null)).roadmap;
  expect({ title, titles }).toEqual({ title: 'List', titles: { tr: 'Liste' } });
  expect(sections[0]?.titles).toEqual({ tr: 'Liste' });
});

test('with the member’s own ticks, only the ticks differ', () => {
  fc.assert(
    fc.property(sources, readAs, fc.infiniteStream(fc.boolean()), (source, options, choices) => {
      const before = readOrNull(source, options);
      if (before === null) return;
      const ticked = new Set(
        topicsOf(before)
          .map(({ key }) => key)
          .filter(() => choices.next().value),
      );
      const after = readRoadmap(exportMarkdown({ source, readAs: options }, ticked)).roadmap;
      expect(topicsOf(after).map(({ key, ticked: is }) => [key, is])).toEqual(
        topicsOf(before).map(({ key }) => [key, ticked.has(key)]),
      );
    }),
    { numRuns: isFull ? 100 : 10 },
  );
});

test('the export for programs has the same text, read in the same way', () => {
  fc.assert(
    fc.property(sources, readAs, (source, options) => {
      const stored = { source, readAs: options };
      expect(importedJson(exportJson(stored, 'T', []))).toEqual(stored);
    }),
  );
});

describe('front matter', () => {
  test.each([
    ['of its own', '- One', '---\ntopics: "bullets"\n---\n- One'],
    ['that is there', '---\ntitle: T\n---\n- One', '---\ntopics: "bullets"\ntitle: T\n---\n- One'],
    ['in TOML', '+++\ntitle = "T"\n+++\n- One', '+++\ntopics = "bullets"\ntitle = "T"\n+++\n- One'],
    ['with its line ends', '# T\r\n\r\n- One', '---\r\ntopics: "bullets"\r\n---\r\n# T\r\n\r\n- One'],
    ['behind a byte order mark', '\uFEFF# T\n\n- One', '\uFEFF---\ntopics: "bullets"\n---\n# T\n\n- One'],
    [
      'unless it says so itself',
      '---\ntopics: bullets\n---\n# T\n- One',
      '---\ntopics: bullets\n---\n# T\n- One',
    ],
  ])('%s', (_, source, expected) => {
    expect(
      exportMarkdown({ source, readAs: { bullets: true, untitled: 'Roadmap' } }, null).replace(
        'title: "Roadmap"\n',
        '',
      ),
    ).toBe(expected);
  });
});

test('another file is read as any text', () => {
  for (const text of [
    '{',
    '{}',
    '[]',
    '{"kind":"roadmate-roadmap"}',
    '# {',
    '{"kind":"other","source":"x","readAs":{}}',
  ]) {
    expect(importedJson(text)).toBeNull();
  }
  const bad = { kind: 'roadmate-roadmap', source: '- [ ] a', readAs: { base: 'file:///etc' } };
  expect(importedJson(JSON.stringify(bad))).toBeNull();
});
