import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import type { Roadmap } from '../../src/roadmap/roadmap.ts';
import { writeTicks } from '../../src/roadmap/write.ts';
import { files, meaning, write } from './files.ts';
import { sketch, topicsOf } from './sketch.ts';

const tickedIn = (roadmap: Roadmap): ReadonlySet<string> =>
  new Set(
    topicsOf(roadmap)
      .filter(({ ticked }) => ticked)
      .map(({ key }) => key),
  );
const keysIn = (roadmap: Roadmap): readonly string[] => topicsOf(roadmap).map(({ key }) => key);

describe('whatever the roadmap, however it is written', () => {
  test('it reads as what it means', () => {
    fc.assert(
      fc.property(files, (file) => {
        expect(sketch(readRoadmap(write(file)).roadmap)).toBe(meaning(file));
      }),
    );
  });

  test('its keys are its own, and do not hang on how it is written', () => {
    fc.assert(
      fc.property(files, (file) => {
        const keys = keysIn(readRoadmap(write(file)).roadmap);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keysIn(readRoadmap(write({ ...file, lineEnd: '\n', indent: 0 })).roadmap)).toEqual(keys);
      }),
    );
  });

  test('any ticks can be written, and only they change', () => {
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
    );
  });
});

describe('whatever the text', () => {
  const scrap = fc.oneof(
    fc.constantFrom(
      '- ',
      '* ',
      '1. ',
      '[ ]',
      '[x]',
      ' ',
      '    ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '# ',
      '## ',
      '> ',
      '```',
    ),
    fc.constantFrom(
      '<!--',
      '-->',
      'id: ',
      'needs: ',
      'stage: ',
      '[',
      '](',
      ')',
      ']: ',
      '---',
      '|',
      '<',
      '`',
      '\\',
      '&amp;',
    ),
    fc.stringMatching(/^[a-c]{1,2}$/u),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const texts = fc.array(scrap, { maxLength: 60 }).map((scraps) => scraps.join(''));

  test('it is read, or refused at one of its lines', () => {
    fc.assert(
      fc.property(texts, (markdown) => {
        const lines = markdown.split(/\r\n?|\n/u).length;
        const line = refusedAt(markdown);
        expect(line === null || (line >= 1 && line <= lines)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is read can be written back', () => {
    const readable = texts.map((some) => `- [ ] topic\n\n${some}`).filter((some) => refusedAt(some) === null);
    fc.assert(
      fc.property(readable, (markdown) => {
        const roadmap = readRoadmap(markdown).roadmap;
        const keys = new Set(keysIn(roadmap));
        expect(keys.size).toBe(keysIn(roadmap).length);
        expect(writeTicks(markdown, tickedIn(roadmap))).toBe(markdown);
        for (const wanted of [new Set<string>(), keys]) {
          expect(tickedIn(readRoadmap(writeTicks(markdown, wanted)).roadmap)).toEqual(wanted);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The line that a text is refused at, or null. Any other error than a refusal goes through. */
function refusedAt(markdown: string): number | null {
  try {
    readRoadmap(markdown);
    return null;
  } catch (error) {
    if (error instanceof RoadmapError) return error.line;
    throw error;
  }
}
