import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/roadmap/encoding.ts';
import { outline } from '../../src/roadmap/outline.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';

const FOLDER = new URL('../../data/roadmaps/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));

test('there are bundled roadmaps', () => {
  expect(files).toContain('backend.md');
});

test.each(files)('everything in %s is used', (file) => {
  const { text, encoding } = decodeText(readFileSync(new URL(file, FOLDER)));
  const { roadmap, remarks } = readRoadmap(text);
  expect(encoding).toBe('utf-8');
  expect(remarks).toEqual([]);
  expect(roadmap.title).not.toBe('Roadmap');
  // Beside the bot's own words, with their curly apostrophes, a straight one looks like a slip.
  const titles = outline('', roadmap).nodes.flatMap(({ topic: { title, titles: others } }) => [
    title,
    ...Object.values(others),
  ]);
  expect(titles.filter((title) => /\p{L}'\p{L}/u.test(title))).toEqual([]);
});
