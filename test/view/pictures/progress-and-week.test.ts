import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ProgressPicture, progressScene } from '../../../src/view/pictures/progress.ts';
import { type WeekPicture, weekScene } from '../../../src/view/pictures/week.ts';
import { faults, type } from './boxes.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 });
const person = fc.record({ name: words, username: fc.constantFrom('tanaka.k', 'x', 'w'.repeat(32)) });
const spare = fc.constantFrom('Section 2', '2. bölüm');
const share = fc.double({ min: 0, max: 1, noNaN: true });
const figure = fc.nat(99_999).map(String);

const progress: fc.Arbitrary<ProgressPicture> = fc.record({
  kind: fc.constant('progress' as const),
  locale: fc.constantFrom('en-GB', 'tr'),
  person,
  roadmap: words,
  done: fc.record({
    text: fc.constantFrom('0 of 1 done', '127 of 1,484 done'),
    percent: fc.constantFrom('1%', '100%', '%100'),
    share,
  }),
  proven: fc.option(fc.record({ text: fc.constantFrom('9 proven', '1,127 proven'), share })),
  tracks: fc.array(
    fc.record({ title: words, spare, count: figure, done: share, proven: share }).map((track) => ({
      ...track,
      proven: track.proven * track.done,
    })),
    { maxLength: 3 },
  ),
  week: fc.record({
    title: fc.constant('This week'),
    streak: fc.option(fc.constantFrom('1-day streak', '1,212-day streak')),
    days: fc.tuple(
      ...Array.from({ length: 7 }, (_, index) =>
        fc.record({
          label: fc.constantFrom('Mon', 'Çar'),
          isToday: fc.constant(index === 3),
          what: fc.oneof(
            fc.nat(99),
            fc.constantFrom('studied' as const, 'rest' as const, 'nothing' as const),
          ),
        }),
      ),
    ),
  }),
  halfYear: fc.option(
    fc.record({
      title: fc.constant('Last 26 weeks'),
      studied: fc.constantFrom('8 days studied', '182 days studied'),
      levels: fc.array(fc.nat(4), { minLength: 25 * 7 + 1, maxLength: 26 * 7 }),
      months: fc
        .uniqueArray(fc.nat(25), { maxLength: 7 })
        .map((weeks) => weeks.toSorted((a, b) => a - b).map((week) => ({ name: 'Ağu', week }))),
    }),
  ),
});

const week: fc.Arbitrary<WeekPicture> = fc.record({
  kind: fc.constant('week' as const),
  locale: fc.constantFrom('en-GB', 'tr'),
  heading: fc.constantFrom('16–22 November', '28 September – 4 October'),
  hero: fc.record({
    count: fc.constantFrom('1', '14', '350', '12,345'),
    what: fc.constantFrom('topics done', 'konu bitti'),
    by: fc.constantFrom('by 1 person', 'by 300 people'),
  }),
  more: fc.option(fc.constantFrom('5 more than last week', '12,345 more than last week')),
  days: fc.array(fc.record({ label: fc.constantFrom('We', 'Ça'), count: fc.oneof(fc.nat(3), fc.nat(400)) }), {
    minLength: 7,
    maxLength: 7,
  }),
  sections: fc.array(
    fc
      .record({
        title: words,
        spare,
        percent: fc.constantFrom('1%', '100%'),
        share,
        gained: share,
        gain: fc.option(fc.constant('+100%')),
      })
      .map((section) => ({ ...section, gained: section.gained * section.share })),
    { maxLength: 3 },
  ),
  people: fc.array(
    fc.record({
      person,
      topics: fc.array(words, { minLength: 1, maxLength: 30 }),
      tag: fc.option(fc.constantFrom('best week', 'a group first')),
    }),
    { maxLength: 3 },
  ),
  facts: fc.array(
    fc.record({
      count: fc.constantFrom('1,234 h 59 min', '123/100', '4'),
      what: fc.constantFrom('çalışma (1234 kişi)', 'quest reached', 'new roles'),
    }),
    { maxLength: 4 },
  ),
  proven: fc.option(
    fc.record({
      count: fc.constantFrom('3 proven', '1,213 proven'),
      topics: fc.array(words, { maxLength: 12 }),
    }),
  ),
});

test('in a picture of progress with any content, nothing overlaps or exceeds a margin', () => {
  fc.assert(
    fc.property(progress, (picture) => {
      expect(faults(progressScene(picture, type))).toEqual([]);
    }),
  );
});

test('in a poster of a week with any content, nothing overlaps or exceeds a margin', () => {
  fc.assert(
    fc.property(week, (picture) => {
      expect(faults(weekScene(picture, type))).toEqual([]);
    }),
  );
});
