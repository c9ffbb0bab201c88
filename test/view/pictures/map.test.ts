import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkKind } from '../../../src/view/pictures/scene.ts';
import { type OverviewPicture, overviewPages } from '../../../src/view/pictures/map-overview.ts';
import type { SectionTopic } from '../../../src/view/pictures/map-columns.ts';
import { type SectionPicture, sectionPages } from '../../../src/view/pictures/map-section.ts';
import { faults, type } from './boxes.ts';

const MARKS: readonly MarkKind[] = ['todo', 'doing', 'some', 'done', 'proven', 'skipped'];
const mark = fc.constantFrom(...MARKS);
const title = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        'ACID',
        'Horizontal',
        'vs',
        'Ölçekleme',
        '漢字',
        'العربية',
        '🦊',
        'WWWWWWWWWWWWWWWWWWWW',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((words) => words.join(' ')),
);
const frame = {
  locale: 'en-GB',
  count: '127 of 484 done',
  share: { done: 0.3, proven: 0.1 },
  legend: {
    todo: 'to do',
    doing: 'in progress',
    some: 'some of you',
    done: 'done',
    proven: 'proven',
    skipped: 'skipped',
  },
};

const overview: fc.Arbitrary<OverviewPicture> = fc
  .record({
    title,
    islands: fc.array(
      fc.record({ title, nodes: fc.array(fc.record({ mark, isLinked: fc.boolean() }), { maxLength: 60 }) }),
      { minLength: 1, maxLength: 40 },
    ),
    here: fc.option(fc.record({ at: fc.nat(), title })),
  })
  .map(({ title: name, islands, here }) => {
    const all = islands.map((island, index) => ({
      ...island,
      spare: `Section ${index + 1}`,
      count: `${island.nodes.length}/${island.nodes.length}`,
      nodes: island.nodes.map((node, at) => ({ ...node, topic: `${index}-${at}`, share: 0.4 })),
    }));
    const topics = all.flatMap(({ nodes }) => nodes.map(({ topic }) => topic));
    const at = here === null ? undefined : topics[here.at % Math.max(1, topics.length)];
    return {
      kind: 'overview' as const,
      ...frame,
      title: name,
      islands: all,
      here: here === null || at === undefined ? null : { topic: at, label: 'You’re here', title: here.title },
    };
  });

/** A list of depths becomes a tree: no topic is more than one level below the one before. */
const section: fc.Arbitrary<SectionPicture> = fc
  .record({
    title,
    topics: fc.array(fc.record({ title, mark, depth: fc.nat(4) }), { minLength: 1, maxLength: 80 }),
    here: fc.option(fc.nat()),
    isGroup: fc.boolean(),
  })
  .map(({ title: name, topics, here, isGroup }) => {
    const depths: number[] = [];
    for (const { depth } of topics) depths.push(Math.min(depth, (depths.at(-1) ?? -1) + 1));
    const all = topics.map((topic, index): SectionTopic => ({
      ...topic,
      topic: String(index),
      spare: `Topic ${index + 1}`,
      depth: depths[index] ?? 0,
      isParent: (depths[index + 1] ?? 0) > (depths[index] ?? 0),
      share: 0.5,
      note: isGroup ? '12/300' : null,
    }));
    const leaves = all.filter(({ isParent }) => !isParent);
    const at = here === null ? undefined : leaves[here % leaves.length];
    return {
      kind: 'section' as const,
      ...frame,
      title: name,
      topics: all,
      here: at === undefined ? null : { topic: at.topic, label: 'here' },
    };
  });

describe('the map of any roadmap', () => {
  test('shows each topic once, in file order within its island; nothing overlaps or exceeds a margin', () => {
    fc.assert(
      fc.property(overview, (picture) => {
        const pages = overviewPages(picture, type);
        const shown = pages.flatMap(({ topics }) => topics);
        const all = picture.islands.flatMap(({ nodes }) => nodes.map(({ topic }) => topic));
        expect(shown.toSorted()).toEqual(all.toSorted());
        for (const { nodes } of picture.islands) {
          const own = nodes.map(({ topic }) => topic);
          expect(shown.filter((topic) => own.includes(topic))).toEqual(own);
        }
        expect(pages.flatMap(({ scene }) => faults(scene))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the map of any section', () => {
  test('shows each topic once, in file order; nothing overlaps or exceeds a margin', () => {
    fc.assert(
      fc.property(section, (picture) => {
        const pages = sectionPages(picture, type);
        expect(pages.flatMap(({ topics }) => topics)).toEqual(picture.topics.map(({ topic }) => topic));
        expect(pages.flatMap(({ scene }) => faults(scene))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
