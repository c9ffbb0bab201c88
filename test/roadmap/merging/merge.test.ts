import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../src/roadmap/editing/edit.ts';
import { EditError } from '../../../src/roadmap/editing/edit.ts';
import { editRoadmap } from '../../../src/roadmap/editing/edit-roadmap.ts';
import { atOnce } from '../../../src/roadmap/in-turns.ts';
import { compareSides } from '../../../src/roadmap/merging/compare.ts';
import { type Copy, granted, mergeInSteps, unmade } from '../../../src/roadmap/merging/merge.ts';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';

const BASE = `# Trail

## Knots

- [ ] Bowline
  - [the king](https://knots.org/bowline)
  - a note
- [ ] Hitch <!-- minutes: 20 -->
  - [ ] Clove
  - [ ] Half

## Walks

- [ ] Hill
- [ ] Ridge <!-- needs: walks/hill -->
`;

/** The topics of the base have their keys as ids. */
function first(source = BASE): Copy {
  const { roadmap } = readRoadmap(source);
  const keys = outline('trail', roadmap).nodes.map(({ topic }) => topic.key);
  return { source, outline: outline('trail', roadmap, new Map(keys.map((key) => [key, key]))) };
}

/** A side after some edits of the base. New topics get ids from their titles. */
function after(...edits: readonly Edit[]): Copy {
  const { source, roadmap, was, added } = editRoadmap(BASE, edits);
  const ids = new Map(was);
  for (const key of added) ids.set(key, `new ${key}`);
  return { source, outline: outline('trail', roadmap, ids) };
}

function merged(ours: Copy, theirs: Copy): Copy {
  return atOnce(mergeInSteps(ours, { base: first().outline, theirs: theirs.outline }, {}));
}

const hitch = 'knots/hitch';
const bowline = 'knots/bowline';

describe('what only they changed comes', () => {
  test.each<readonly [string, readonly Edit[], readonly string[]]>([
    ['a title', [{ kind: 'rename', key: bowline, title: 'King' }], ['- [ ] Bowline', '- [ ] King']],
    [
      'minutes',
      [{ kind: 'minutes', key: hitch, minutes: 45 }],
      ['<!-- minutes: 20 -->', '<!-- minutes: 45 -->'],
    ],
    ['a note that is gone', [{ kind: 'unnote', key: bowline, at: 0 }], ['  - a note\n', '']],
    [
      'a new topic beside its neighbour',
      [{ kind: 'add', place: { in: 'behind', key: hitch }, title: 'Splice' }],
      ['  - [ ] Half\n', '  - [ ] Half\n- [ ] Splice\n'],
    ],
    [
      'a topic that is gone, with its parts',
      [{ kind: 'remove', key: hitch }],
      ['- [ ] Hitch <!-- minutes: 20 -->\n  - [ ] Clove\n  - [ ] Half\n', ''],
    ],
    [
      'a move into another section',
      [{ kind: 'move', key: bowline, place: { in: 'before', key: 'walks/hill' } }],
      ['', ''],
    ],
    [
      'a new section',
      [
        {
          kind: 'add-section',
          place: { in: 'behind', key: 'knots' },
          title: 'Ropes',
          titles: ['Hemp', 'Nylon'],
        },
      ],
      ['\n## Walks', '\n## Ropes\n\n- [ ] Hemp\n- [ ] Nylon\n\n## Walks'],
    ],
    ['a section’s title', [{ kind: 'head', section: 'walks', title: 'Ways' }], ['', '']],
    ['what comes first', [{ kind: 'needs', key: hitch, needs: [bowline] }], ['', '']],
  ])('%s', (_, edits, [gone = '', come = '']) => {
    const theirs = after(...edits);
    // An owner who changed nothing has just what they have.
    const same = merged(first(), theirs);
    expect(same.source).toBe(theirs.source);
    expect(same.outline.nodes.map(({ id }) => id)).toEqual(theirs.outline.nodes.map(({ id }) => id));
    // An owner who changed something else keeps that, and every other line.
    const ours = after(
      { kind: 'note', key: 'walks/ridge', text: 'Windy' },
      { kind: 'add', place: { in: 'section', key: 'walks' }, title: 'Our own' },
    );
    const both = merged(ours, theirs);
    expect(both.source).toContain('Windy');
    expect(both.source).toContain('- [ ] Our own');
    expect(gone === '' || both.source === ours.source.replace(gone, come)).toBe(true);
    expect(compareSides(both.outline, { base: first().outline, theirs: theirs.outline }).conflicts).toEqual(
      [],
    );
    expect(unmade(both.outline, { base: first().outline, theirs: theirs.outline })).toBe(0);
  });
});

describe('what both changed is asked, and ours stays until theirs is taken', () => {
  test.each<readonly [string, Edit, Edit, object]>([
    [
      'title',
      { kind: 'rename', key: bowline, title: 'Ours' },
      { kind: 'rename', key: bowline, title: 'Theirs' },
      { kind: 'title', title: 'Ours', ours: 'Ours', theirs: 'Theirs' },
    ],
    [
      'minutes',
      { kind: 'minutes', key: hitch, minutes: 10 },
      { kind: 'minutes', key: hitch, minutes: null },
      { kind: 'minutes', title: 'Hitch', ours: '10', theirs: null },
    ],
    [
      'place',
      { kind: 'move', key: bowline, place: { in: 'topic', key: 'walks/hill' } },
      { kind: 'move', key: bowline, place: { in: 'section', key: 'walks' } },
      { kind: 'place', title: 'Bowline', ours: 'Hill', theirs: 'Walks' },
    ],
    [
      'a section',
      { kind: 'head', section: 'walks', title: 'Ours' },
      { kind: 'head', section: 'walks', title: 'Theirs' },
      { kind: 'section', title: 'Ours', ours: 'Ours', theirs: 'Theirs' },
    ],
    [
      'a topic that they removed and we renamed',
      { kind: 'rename', key: bowline, title: 'Ours' },
      { kind: 'remove', key: bowline },
      { kind: 'gone', title: 'Ours', ours: 'Ours', theirs: null },
    ],
    [
      'a topic that they removed and that has parts of ours',
      { kind: 'split', key: bowline, titles: ['Part'] },
      { kind: 'remove', key: bowline },
      { kind: 'gone', title: 'Bowline', ours: 'Bowline', theirs: null },
    ],
  ])('%s', (_, mine, other, conflict) => {
    const [ours, theirs] = [after(mine), after(other)];
    const sides = { base: first().outline, theirs: theirs.outline };
    const both = merged(ours, theirs);
    expect(both.source).toBe(ours.source);
    const [asked, ...others] = compareSides(both.outline, sides).conflicts;
    expect(asked).toMatchObject(conflict);
    expect(others).toEqual([]);
    if (asked === undefined) throw new Error('it is asked');
    const taken = atOnce(granted(both, asked.take, {}));
    expect(taken.source).toBe(theirs.source);
    expect(compareSides(taken.outline, sides).conflicts).toEqual([]);
  });
});

test('what we removed stays removed, though they changed it; what both did is there once', () => {
  const ours = after(
    { kind: 'remove', key: bowline },
    { kind: 'link', key: hitch, link: { label: 'H', url: 'https://h.org' } },
  );
  const theirs = after(
    { kind: 'rename', key: bowline, title: 'King' },
    { kind: 'link', key: hitch, link: { label: 'H', url: 'https://h.org' } },
    { kind: 'link', key: hitch, link: { label: 'More', url: 'https://more.org' } },
  );
  const both = merged(ours, theirs);
  expect(both.outline.byId.has(bowline)).toBe(false);
  expect(both.outline.byId.get(hitch)?.topic.resources.map(({ label }) => label)).toEqual(['H', 'More']);
});

test('whatever the two sides do, a merge loses nothing of ours, and merging again changes nothing', () => {
  const keys = first().outline.nodes.map(({ topic }) => topic.key);
  const key = fc.constantFrom(...keys);
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ kind: fc.constant('rename' as const), key, title: fc.constantFrom('One', 'Two', 'Three') }),
    fc.record({ kind: fc.constant('minutes' as const), key, minutes: fc.constantFrom(5, 10, null) }),
    fc.record({ kind: fc.constant('note' as const), key, text: fc.constantFrom('a', 'b') }),
    fc.record({ kind: fc.constant('remove' as const), key }),
    fc.record({
      kind: fc.constant('add' as const),
      place: fc.record({ in: fc.constantFrom('behind' as const, 'topic' as const), key }),
      title: fc.constantFrom('New', 'Newer'),
    }),
    fc.record({
      kind: fc.constant('move' as const),
      key,
      place: fc.record({ in: fc.constantFrom('behind' as const, 'topic' as const), key }),
    }),
  );
  const side = fc.array(edit, { maxLength: 4 });
  fc.assert(
    fc.property(side, side, (mine, other) => {
      const [ours, theirs] = [madeOf(mine), madeOf(other)];
      fc.pre(ours !== null && theirs !== null);
      const base = first().outline;
      const sides = { base, theirs: theirs.outline };
      const both = merged(ours, theirs);
      for (const { id, topic } of ours.outline.nodes) {
        const was = base.byId.get(id)?.topic;
        const now = both.outline.byId.get(id)?.topic;
        // Only what we left as it was may have gone or be called otherwise.
        const isOurs = was === undefined || was.title !== topic.title;
        expect([isOurs, now?.title ?? null]).toEqual([isOurs, isOurs ? topic.title : (now?.title ?? null)]);
      }
      for (const { id } of base.nodes) {
        const isGone = !ours.outline.byId.has(id);
        expect(isGone && both.outline.byId.has(id)).toBe(false);
      }
      expect(atOnce(mergeInSteps(both, sides, {})).source).toBe(both.source);
    }),
  );
});

/** A side whose edits may refuse one another; null then. */
function madeOf(edits: readonly Edit[]): Copy | null {
  try {
    return after(...edits);
  } catch (error) {
    if (error instanceof EditError) return null;
    throw error;
  }
}
