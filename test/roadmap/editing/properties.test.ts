import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { character } from '../../characters.ts';
import { type Edit, EditError } from '../../../src/roadmap/editing/edit.ts';
import { editRoadmap } from '../../../src/roadmap/editing/edit-roadmap.ts';
import { allOf } from '../../../src/roadmap/editing/section-lines.ts';
import { titleTyped } from '../../../src/roadmap/editing/typed.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { RoadmapError } from '../../../src/roadmap/roadmap-error.ts';
import { isFull } from '../../size.ts';
import { scraps } from '../scraps.ts';
import { topicsOf } from '../sketch.ts';

/** What somebody may type: text, and pieces that Markdown would read as structure. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: character, maxLength: 4 }),
      fc.constantFrom(
        '[x]',
        '[ ] ',
        '- ',
        '# ',
        '<!-- id: a -->',
        '-->',
        '`',
        '```\n',
        '\n- [ ] b',
        '| ',
        '**',
        '~~',
        '1. ',
        'https://a.org',
        '<b>',
        '&lt;',
        '\\',
        '✅ ',
        '⬜',
        'TODO ',
        '[a](https://b.c)',
        '![i](j)',
        '[^1]',
        '$',
        'Git',
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const TIDY =
  '# T\n\n## A\n- [ ] One <!-- id: one -->\n  - [x] Part\n  - a note\n* [ ] Two\n\n## B\n1. [x] Three\n';

test('whatever is typed as a title is a title, and changes nothing else', () => {
  const before = topicsOf(readRoadmap(TIDY).roadmap);
  fc.assert(
    fc.property(typed, fc.constantFrom('add', 'rename'), (title, kind) => {
      const edit: Edit =
        kind === 'add'
          ? { kind: 'add', place: { in: 'behind', key: 'one' }, title }
          : { kind: 'rename', key: 'a/two', title };
      const expected = titleTyped(title);
      fc.pre(expected !== null);
      const { source, was } = editRoadmap(TIDY, [edit]);
      const after = topicsOf(readRoadmap(source).roadmap);
      expect(after.filter(({ key }) => !was.has(key)).map((topic) => topic.title)).toEqual(
        kind === 'add' ? [expected] : [],
      );
      expect(after.filter(({ key }) => was.has(key)).map((topic) => topic.title)).toEqual(
        before.map((topic) => (kind === 'rename' && topic.key === 'a/two' ? expected : topic.title)),
      );
      // One line differs, and all others are the same, byte for byte.
      const kept = source.split('\n').filter((line) => TIDY.split('\n').includes(line));
      expect(kept.length).toBe(TIDY.split('\n').length - (kind === 'add' ? 0 : 1));
    }),
    { numRuns: isFull ? 300 : 30 },
  );
});

test('whatever is typed as a note or the label of a link is under its topic only', () => {
  fc.assert(
    fc.property(typed, fc.constantFrom('note', 'link'), (text, kind) => {
      const edit: Edit =
        kind === 'note'
          ? { kind: 'note', key: 'one', text }
          : { kind: 'link', key: 'one', link: { label: text, url: 'https://example.org/a' } };
      const after = madeOrRefused(TIDY, edit);
      fc.pre(after !== null);
      const topics = topicsOf(readRoadmap(after.source).roadmap);
      expect(topics.map(({ title }) => title)).toEqual(['One', 'Part', 'Two', 'Three']);
      expect(topics[0]?.notes.length).toBe(kind === 'note' ? 2 : 1);
      expect(topics[0]?.resources.map(({ url }) => url)).toEqual(
        kind === 'link' ? ['https://example.org/a'] : [],
      );
    }),
    { numRuns: isFull ? 300 : 30 },
  );
});

/** An edit of any file, about topics by their position in it. */
const change = fc.record({
  kind: fc.constantFrom('add', 'rename', 'move', 'remove', 'merge', 'split', 'note', 'needs', 'minutes'),
  which: fc.nat(20),
  other: fc.nat(20),
  where: fc.constantFrom('topic' as const, 'before' as const, 'behind' as const),
});

test('in any file, an edit is made as planned or refused, and no topic loses its identity', () => {
  fc.assert(
    fc.property(scraps, change, fc.boolean(), (source, { kind, which, other, where }, bullets) => {
      const options = { bullets };
      const before = readable(source, options);
      fc.pre(before !== null && before.length > 0);
      const key = before[which % before.length]?.key ?? '';
      const place = { in: where, key: before[other % before.length]?.key ?? '' };
      const edit = {
        add: { kind: 'add', place, title: 'New one' },
        rename: { kind: 'rename', key, title: 'New name' },
        move: { kind: 'move', key, place },
        remove: { kind: 'remove', key },
        merge: { kind: 'merge', key, into: place.key },
        split: { kind: 'split', key, titles: ['Part one', 'Part two'] },
        note: { kind: 'note', key, text: 'A new note' },
        needs: { kind: 'needs', key, needs: [place.key] },
        minutes: { kind: 'minutes', key, minutes: 15 },
      } as const satisfies Record<string, Edit>;
      const made = madeOrRefused(source, edit[kind], options);
      if (made === null) return;
      const after = readable(made.source, options) ?? [];
      const byKey = new Map(before.map((topic) => [topic.key, topic]));
      for (const topic of after) {
        const was = byKey.get(made.was.get(topic.key) ?? '');
        if (was === undefined) continue;
        const isRenamed = kind === 'rename' && was.key === key;
        expect(topic.title).toBe(isRenamed ? 'New name' : was.title);
        expect(topic.state).toBe(was.state);
      }
      const fresh = after.filter(({ key: one }) => !made.was.has(one) && !made.merged.has(one));
      expect(fresh.length).toBe({ add: 1, split: 2 }[kind as string] ?? 0);
      const isLess = kind === 'remove' || kind === 'merge';
      expect(isLess || made.was.size === before.length).toBe(true);
    }),
    { numRuns: isFull ? 400 : 30 },
  );
});

/** Anything that can be done to a file, one after the other, about topics and sections by their place in it. */
const session = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'add-section',
      'head',
      'move-section',
      'remove-section',
      'into-section',
      'add',
      'move',
      'merge',
      'split',
      'link',
      'relink',
      'renote',
      'unlink',
      'unnote',
    ),
    which: fc.nat(20),
    other: fc.nat(20),
    at: fc.nat(3),
    where: fc.constantFrom('section' as const, 'before' as const, 'behind' as const),
  }),
  { minLength: 1, maxLength: 4 },
);
type Step = typeof session extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

/** A file that reads plainly, with sections of all forms. */
const TANGLED =
  '# T\n\n- [x] Top\n\n## A\n\nWords on A.\n\n- [ ] One <!-- id: one -->\n  - [x] Part\n  - a note\n    that goes on\n- [/] Two [link](https://a.org)\n\n### A1\n\n- [x] Deep <!-- needs: one -->\n\nBee\n---\n\nEasy:\n- [ ] Three\n  <https://b.org>\n\nHard:\n- [x] Four [k]\n\n[k]: https://k.org\n\n**Bold**\n\n1. [ ] Five\n\n# License\n\nAll of it.\n';

/** @returns the edit, null if there is nothing that it could be about */
function asEdit(
  { kind, which, other, at, where }: Step,
  topics: readonly string[],
  sections: readonly string[],
): Edit | null {
  const [key, into] = [topics[which % topics.length], topics[other % topics.length]];
  const [section, beside] = [sections[which % sections.length], sections[other % sections.length]];
  if (key === undefined || into === undefined || section === undefined || beside === undefined) return null;
  const place = where === 'section' ? { in: 'topic' as const, key: into } : { in: where, key: into };
  const edits: Record<Step['kind'], Edit> = {
    'add-section': {
      kind: 'add-section',
      place: at === 0 ? { in: 'roadmap' } : { in: where, key: beside },
      title: 'New section',
      titles: ['New one', 'New two'],
    },
    head: { kind: 'head', section, title: 'New head' },
    'move-section': { kind: 'move-section', section, place: { in: where, key: beside } },
    'remove-section': { kind: 'remove-section', section },
    'into-section': { kind: 'move', key, place: { in: 'section', key: beside } },
    add: { kind: 'add', place: { in: 'section', key: beside }, title: 'New here' },
    move: { kind: 'move', key, place },
    merge: { kind: 'merge', key, into },
    split: { kind: 'split', key, titles: ['Part one', 'Part two'] },
    link: { kind: 'link', key, link: { label: 'More', url: 'https://more.org' } },
    relink: { kind: 'relink', key, at, link: { label: 'Other', url: 'https://other.org' } },
    renote: { kind: 'renote', key, at, text: 'Another note' },
    unlink: { kind: 'unlink', key, at },
    unnote: { kind: 'unnote', key, at },
  };
  return edits[kind];
}

test('through any edits of topics and sections, a topic keeps its tick, and none comes from nowhere', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(TANGLED), scraps), session, (start, steps) => {
      let source = start;
      for (const step of steps) {
        const before = readable(source, {});
        if (before === null) return;
        const sections = allOf(readRoadmap(source).roadmap.sections).map(({ key }) => key);
        const edit = asEdit(
          step,
          before.map(({ key }) => key),
          sections,
        );
        const made = edit === null ? null : madeOrRefused(source, edit);
        if (edit === null || made === null) continue;
        const after = readable(made.source, {}) ?? [];
        const byKey = new Map(before.map((topic) => [topic.key, topic]));
        const kept = after.flatMap((topic) => {
          const was = byKey.get(made.was.get(topic.key) ?? '');
          return was === undefined ? [] : [{ was, topic }];
        });
        for (const { was, topic } of kept) expect([topic.title, topic.state]).toEqual([was.title, was.state]);
        // Every topic is the same one, or gone because that was asked for.
        const gone = before.filter(({ key }) => !kept.some(({ was }) => was.key === key));
        const loses = edit.kind === 'remove-section' || edit.kind === 'merge';
        expect(gone.length > 0).toBe(loses);
        const fresh = after.filter(({ key }) => !made.was.has(key) && !made.merged.has(key));
        expect(fresh.filter(({ state }) => state !== 'todo')).toEqual([]);
        expect(fresh.length).toBe({ 'add-section': 2, split: 2, add: 1 }[edit.kind as string] ?? 0);
        source = made.source;
      }
    }),
    { numRuns: isFull ? 400 : 30 },
  );
});

function madeOrRefused(source: string, edit: Edit, options = {}) {
  try {
    return editRoadmap(source, [edit], options);
  } catch (error) {
    if (error instanceof EditError || error instanceof RoadmapError) return null;
    throw error;
  }
}

function readable(source: string, options: object) {
  try {
    return topicsOf(readRoadmap(source, options).roadmap);
  } catch (error) {
    if (error instanceof RoadmapError) return null;
    throw error;
  }
}
