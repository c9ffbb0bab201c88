import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Roadmap, Section } from '../../../src/roadmap/roadmap.ts';
import { isFull } from '../../size.ts';
import { match } from './match.ts';

/**
 * Versions of public checklists, which we may not publish. They are beside the repository, or this test is skipped.
 */
const folder = ['../shared', '../../shared']
  .map((shared) => join(import.meta.dirname, '../../..', shared, 'data/checklists'))
  .find((each) => existsSync(each));
if (folder === undefined)
  console.info('no public checklists beside the repository: their histories are skipped');

interface JudgedPair {
  readonly old: string;
  readonly new: string;
  /** Titles and sections are cut at 80 characters. */
  readonly oldTitle: string;
  readonly oldSection: string;
  /** Null if the topic is gone. */
  readonly newTitle: string | null;
  readonly newSection: string | null;
  readonly kind: string;
}

/** The beginning of a title, without the alternative text of pictures that the judged titles have. */
function beginningOf(title: string): string {
  const plain = title
    .replace(/:*\s*(?:High|Medium|Low)\b/u, ':')
    .replace(/:+/gu, ':')
    .replace(/\s+/gu, ' ');
  return Array.from(plain).slice(0, 66).join('').trim();
}

interface TopicOfFile {
  readonly key: string;
  readonly title: string;
  readonly beginning: string;
  readonly section: string;
}

function topicsIn(roadmap: Roadmap): readonly TopicOfFile[] {
  const inSection = (section: Section): readonly TopicOfFile[] => [
    ...section.topics.flatMap(function withParts({ key, title, children }): readonly TopicOfFile[] {
      const topic = { key, title, beginning: beginningOf(title), section: section.title };
      return [topic, ...children.flatMap(withParts)];
    }),
    ...section.sections.flatMap(inSection),
  ];
  return roadmap.sections.flatMap(inSection);
}

const readings = new Map<string, Roadmap>();

/** Reads a version once, because several steps begin or end with it. */
function read(file: string): Roadmap {
  const known = readings.get(file);
  if (known !== undefined) return known;
  const { roadmap } = readRoadmap(readFileSync(join(folder ?? '', 'history', file), 'utf8'));
  readings.set(file, roadmap);
  return roadmap;
}

describe.skipIf(folder === undefined)('versions of public checklists', () => {
  test('topics that were judged by reading are matched correctly: none wrongly, at most 5 in 100 asked', () => {
    const judged: readonly JudgedPair[] = JSON.parse(readFileSync(join(folder ?? '', 'pairs.json'), 'utf8'));
    const count = { right: 0, asked: 0, wrong: 0, lost: 0 };
    for (const [, pairs] of Map.groupBy(judged, (pair) => `${pair.old} ${pair.new}`)) {
      const [first] = pairs;
      if (first === undefined) continue;
      const [before, after] = [read(first.old), read(first.new)];
      const { sure, likely } = match(before, after);
      const then = topicsIn(before);
      const now = new Map(topicsIn(after).map((topic) => [topic.key, topic]));
      for (const pair of pairs) {
        const [topic, twin] = then.filter(
          ({ beginning, section }) => beginning === beginningOf(pair.oldTitle) && section === pair.oldSection,
        );
        if (topic === undefined || twin !== undefined) continue;
        const found = now.get(sure.get(topic.key) ?? '');
        if (
          found === undefined
            ? pair.newTitle === null
            : found.beginning === beginningOf(pair.newTitle ?? '') && found.section === pair.newSection
        )
          count.right += 1;
        else if (found !== undefined) count.wrong += 1;
        else if (likely.has(topic.key)) count.asked += 1;
        else count.lost += 1;
      }
    }
    expect(count).toMatchObject({ wrong: 0, lost: 0 });
    expect(count.right).toBeGreaterThan(200);
    expect(count.asked / (count.right + count.asked)).toBeLessThan(0.05);
  });

  test('from one version to the next, no topic whose title is still in the file is lost', () => {
    for (const list of readdirSync(join(folder ?? '', 'history'))) {
      // All steps in the full size, otherwise the last one of each list.
      const versions = readdirSync(join(folder ?? '', 'history', list))
        .toSorted()
        .slice(isFull ? 1 : -2)
        .map((file) => read(join(list, file)));
      for (const [at, before] of versions.slice(0, -1).entries()) {
        const after = versions[at + 1];
        if (after === undefined) continue;
        const titles = new Set(topicsIn(after).map(({ title }) => title));
        const { gone } = match(before, after);
        const lost = topicsIn(before).filter(({ key, title }) => gone.includes(key) && titles.has(title));
        expect(lost).toEqual([]);
      }
    }
  });
});
