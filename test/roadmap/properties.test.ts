import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { character } from '../characters.ts';
import { type ReadOptions, type Reading, readRoadmap } from '../../src/roadmap/read.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import type { Roadmap } from '../../src/roadmap/roadmap.ts';
import { writeTicks } from '../../src/roadmap/write.ts';
import { files, meaning, write } from './files.ts';
import { scraps } from './scraps.ts';
import { sketch, topicsOf } from './sketch.ts';
import { isFull } from '../size.ts';

const tickedIn = (roadmap: Roadmap): ReadonlySet<string> =>
  new Set(
    topicsOf(roadmap)
      .filter(({ ticked }) => ticked)
      .map(({ key }) => key),
  );
const keysIn = (roadmap: Roadmap): readonly string[] => topicsOf(roadmap).map(({ key }) => key);

describe('any roadmap, however it is written', () => {
  test('is read as what it means', () => {
    fc.assert(
      fc.property(files, (file) => {
        expect(sketch(readRoadmap(write(file)).roadmap)).toBe(meaning(file));
      }),
      { numRuns: isFull ? 200 : 10 },
    );
  });

  test('has unique keys that do not depend on how it is written', () => {
    fc.assert(
      fc.property(files, (file) => {
        const keys = keysIn(readRoadmap(write(file)).roadmap);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keysIn(readRoadmap(write({ ...file, lineEnd: '\n', indent: 0 })).roadmap)).toEqual(keys);
      }),
      { numRuns: isFull ? 200 : 10 },
    );
  });

  test('can be written with any ticks, and only these change', () => {
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.boolean()), (file, choices) => {
        const before = write(file);
        const wanted = new Set(keysIn(readRoadmap(before).roadmap).filter(() => choices.next().value));
        const after = writeTicks(before, wanted);
        expect(tickedIn(readRoadmap(after).roadmap)).toEqual(wanted);
        expect(after.replaceAll(/\[[ xX]\]/gu, '[]')).toBe(before.replaceAll(/\[[ xX]\]/gu, '[]'));
        expect(writeTicks(before, tickedIn(readRoadmap(before).roadmap))).toBe(before);
        expect(writeTicks(after, wanted)).toBe(after);
      }),
      { numRuns: isFull ? 200 : 10 },
    );
  });
});

describe('any text', () => {
  test('is read, and refused only for a limit', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: character })), fc.boolean(), (markdown, bullets) => {
        const lines = markdown.split(/\r\n?|\n/u).length;
        const read = readOrRefuse(markdown, { bullets });
        const isRefused = read instanceof RoadmapError;
        const topics = isRefused ? [] : topicsOf(read.roadmap);
        const told = isRefused ? [read] : [...read.remarks, ...topics];
        expect(isRefused ? read.problem.code : 'not-text').toMatch(/^(?:not-text|too-deep)$/u);
        expect(told.filter(({ line }) => line < 1 || line > lines)).toEqual([]);
        expect(new Set(topics.map(({ key }) => key)).size).toBe(topics.length);
      }),
      { numRuns: isFull ? 1000 : 50 },
    );
  });

  test('can be written back with any ticks, and then with others', () => {
    fc.assert(
      fc.property(scraps, fc.boolean(), fc.infiniteStream(fc.boolean()), (markdown, bullets, choices) => {
        const read = readOrRefuse(markdown, { bullets });
        if (read instanceof RoadmapError) return;
        const titles = topicsOf(read.roadmap).map(({ title }) => title);
        const keys = keysIn(read.roadmap);
        expect(writeTicks(markdown, tickedIn(read.roadmap), { bullets })).toBe(markdown);
        let written = markdown;
        for (const wanted of [
          new Set(keys),
          new Set<string>(),
          new Set(keys.filter(() => choices.next().value)),
        ]) {
          written = writeTicks(written, wanted, { bullets });
          const { roadmap } = readRoadmap(written, { bullets });
          expect(keysIn(roadmap)).toEqual(keys);
          expect(topicsOf(roadmap).map(({ title }) => title)).toEqual(titles);
          expect(tickedIn(roadmap)).toEqual(wanted);
        }
      }),
      { numRuns: isFull ? 1000 : 50 },
    );
  });
});

/** Errors other than a refusal pass through. */
function readOrRefuse(markdown: string, options: ReadOptions): Reading | RoadmapError {
  try {
    return readRoadmap(markdown, options);
  } catch (error) {
    if (error instanceof RoadmapError) return error;
    throw error;
  }
}
