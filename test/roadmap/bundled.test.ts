import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/roadmap/encoding.ts';
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
});
