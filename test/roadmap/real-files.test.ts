import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { writeTicks } from '../../src/roadmap/write.ts';
import { isFull } from '../size.ts';
import { topicsOf } from './sketch.ts';

/**
 * Public files as they are, with the boxes and ticks that GitHub counts in them, and their topics if bullets are
 * topics.
 */
const FILES: readonly (readonly [
  name: string,
  title: string,
  boxes: number,
  ticked: number,
  bullets: number,
])[] = [
  ['api-security', 'API Security Checklist', 64, 0, 66],
  ['bai-bai-tr', 'BAI-BAI', 0, 0, 97],
  ['ciu-tr', 'Kodlama Mülakatı Üniversitesi', 498, 0, 1000],
  ['ciu-vi', 'Tự ôn tập phỏng vấn về lập trình (Coding Interview University)', 514, 0, 1017],
  ['devlog', 'devlog', 72, 11, 72],
  ['devops-roadmap', 'DevOps Roadmap 2026.', 0, 0, 166],
  ['front-end', '🗂 Front-End Checklist', 100, 0, 231],
  ['js-concepts', '33 Concepts Every JavaScript Developer Should Know', 0, 0, 62],
  ['learning-guide', 'The Project To-Do List', 133, 10, 133],
  ['llm-course', 'llm-course', 0, 0, 184],
  ['ml-for-swe', 'Top-down learning path: Machine Learning for Software Engineers', 155, 1, 211],
  ['obsidian-states', 'obsidian-states', 9, 1, 27],
  ['p1xt-vue', 'Vue - Topic Deep Dive', 92, 0, 137],
  ['schedule-bullets', 'Common Resources (Both Schedules)', 8, 0, 419],
  ['turkish-backend', '🧠 Backend Roadmap (Arka Uç Geliştirme)', 23, 0, 44],
];

/** The longest of them, which are read in the full size. Both are the same list, in two languages. */
const LONGEST: ReadonlySet<string> = new Set(['ciu-tr', 'ciu-vi']);
const TRIED = isFull ? FILES : FILES.filter(([name]) => !LONGEST.has(name));

describe('public files', () => {
  for (const [name, title, boxes, ticked, bullets] of TRIED) {
    const file = new URL(`../../../shared/data/checklists/real/${name}.md`, import.meta.url);
    const isThere = existsSync(file);
    const skipped = isThere ? '' : ' (skipped: ../shared/data/checklists is not beside this folder)';

    test.skipIf(!isThere)(`${name} reads as it is counted${skipped}`, () => {
      const source = readFileSync(file, 'utf8');
      const { roadmap, counts } = readRoadmap(source, { untitled: name });
      const topics = topicsOf(roadmap);
      expect({ title: roadmap.title, boxes: topics.length, ticked: counts.ticked }).toEqual({
        title,
        boxes,
        ticked,
      });
      expect(topicsOf(readRoadmap(source, { untitled: name, bullets: true }).roadmap)).toHaveLength(bullets);
      expect(new Set(topics.map(({ key }) => key)).size).toBe(topics.length);
      expect(writeTicks(source, new Set(topics.filter((one) => one.ticked).map(({ key }) => key)))).toBe(
        source,
      );
      for (const wanted of [new Set<string>(), new Set(topics.map(({ key }) => key))]) {
        const again = topicsOf(readRoadmap(writeTicks(source, wanted)).roadmap);
        expect(again.map(({ key }) => key)).toEqual(topics.map(({ key }) => key));
        expect(again.every((one) => one.ticked === wanted.has(one.key))).toBe(true);
      }
    });
  }
});
