import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streak, type StreakUnit } from '../../../src/study/progress/streak.ts';
import { dateOf, dayNumber } from '../../../src/time/study-day.ts';

/** Monday, 2 November 2026: the first day of the calendars below. */
const MONDAY = dayNumber('2026-11-02');

/**
 * A calendar that begins on a Monday: `x` is a day of study, `.` is none, `=` is one of a pause, `*` is study in a pause,
 * and the last day is today.
 */
function days(calendar: string, unit: StreakUnit = 'day'): ReturnType<typeof streak> {
  const marks = calendar.replaceAll(' ', '').split('');
  const datesOf = (kinds: string): readonly string[] =>
    marks.flatMap((mark, index) => (kinds.includes(mark) ? [dateOf(MONDAY + index)] : []));
  const pauses = datesOf('=*').map((date) => ({ from: date, to: date }));
  return streak(datesOf('x*'), dateOf(MONDAY + marks.length - 1), { unit, pauses });
}

describe('a streak', () => {
  test.each<[string, number, number]>([
    ['.', 0, 0],
    ['x', 1, 1],
    ['xxx', 3, 3],
    // Today is not over.
    ['xxx.', 3, 3],
    // One day a week is a rest day, and does not count.
    ['x.x', 2, 2],
    ['xx.xxxx', 6, 6],
    ['xx..', 2, 2],
    // Two missed days in a week end the streak.
    ['xx...', 0, 2],
    ['x.x.x', 2, 2],
    ['xxxx..x', 1, 4],
    // Each week has its own rest day: Sunday and Monday together are those of two weeks.
    ['xxxxxx. .x', 7, 7],
    ['xxxxxx. ..x', 1, 6],
    ['xxx.xxx xx.xxxx', 12, 12],
    // Somebody who comes back still has this week's rest day, whatever they missed before.
    ['x...... ...x.x', 2, 2],
    ['xxxxxxx ....... x', 1, 7],
  ])('of %s is %i days, at best %i', (calendar, length, best) => {
    expect(days(calendar)).toMatchObject({ length, best });
  });

  test.each<[string, StreakUnit, number | null]>([
    ['.', 'day', null],
    ['x....', 'day', null],
    ['xxx.', 'day', 0],
    ['xxxx..x', 'day', 6],
    // A pause before it does not belong to it.
    ['x..== ..x.xx', 'day', 7],
    ['..x.... x', 'week', 2],
    ['x...... ....... .x', 'week', 15],
  ])('of %s by %s began on day %s', (calendar, unit, day) => {
    expect(days(calendar, unit).began).toBe(day === null ? null : dateOf(MONDAY + day));
  });

  test.each<[string, StreakUnit, readonly number[]]>([
    ['xx.x', 'day', []],
    ['xxxx..x', 'day', [4, 5]],
    ['x.x.x', 'day', [1, 3]],
    // Today may still be studied.
    ['xx...', 'day', [2, 3]],
    ['xxxxxx. ..x', 'day', [7, 8]],
    ['x..== ..x.xx', 'day', [5, 6]],
    ['x...... ....... .x', 'week', [7]],
    ['x...... x', 'week', []],
  ])('of %s by %s follows one that ended by days %j', (calendar, unit, ended) => {
    expect(days(calendar, unit).ended).toEqual(ended.map((day) => dateOf(MONDAY + day)));
  });

  test.each([
    ['xx', null],
    ['xx.', 'day'],
    ['xx=', null],
    ['x....', null],
    ['.', null],
  ])('of %s says what would keep it going: %s', (calendar, needs) => {
    expect(days(calendar).needs).toBe(needs);
  });

  test.each<[string, number, number]>([
    // A pause neither breaks a streak nor lengthens it.
    ['xx=====', 2, 2],
    ['xx===== ======= ======= x', 3, 3],
    ['xx=.==. ======= x', 1, 2],
    ['xx==.== ======= x', 3, 3],
    // Whoever studies in a pause lengthens it.
    ['xx=*=== *', 4, 4],
    ['x.==.x', 1, 1],
    ['======= xx', 2, 2],
  ])('of %s with pauses is %i days, at best %i', (calendar, length, best) => {
    expect(days(calendar)).toMatchObject({ length, best });
  });

  test.each<[string, number, number, string | null]>([
    ['.', 0, 0, null],
    ['.....x.', 1, 1, null],
    ['.....x. ......x .....x.', 3, 3, null],
    ['.....xx ....', 1, 1, 'week'],
    ['.....xx ....... .', 0, 1, null],
    ['.....xx ....... .....x.', 1, 1, null],
    // A week is paused with its weekend, or with most of its days.
    ['.....xx .....== ....', 1, 1, 'week'],
    ['.....xx ====... .....x.', 2, 2, null],
    ['.....xx ===.... .....x.', 1, 1, null],
    ['.....xx .....== ======= .....x', 2, 2, null],
    ['.....xx ===', 1, 1, 'week'],
    ['.....xx ====', 1, 1, null],
  ])('of %s in weeks is %i, at best %i, and needs %s', (calendar, length, best, needs) => {
    expect(days(calendar, 'week')).toMatchObject({ unit: 'week', length, best, needs });
  });

  test.each([
    // The days before the first one do not count as missed.
    ['.......xx', 'oooooooooooo ss'],
    ['xxx.xxx xx.xxxx', 'sssrsss ssrssss'],
    // A rest day is between studied days of a streak, or after the last day of the present streak.
    ['xx.x..x xx.xx..', 'ssrsmms ssmssro'],
    ['xxxxxxx x......', 'sssssss smmmmmo'],
    ['xxx==.x xx.==..', 'ssspprs ssmppmo'],
  ])('of %s shows its last days as %s', (calendar, kinds) => {
    expect(
      days(calendar)
        .recent.map(({ kind }) => kind.charAt(0))
        .join(''),
    ).toBe(kinds.replace(' ', ''));
  });

  test('shows 14 days by date, the last of which is today', () => {
    const { recent } = days('x');
    expect(recent).toHaveLength(14);
    expect(recent[0]?.date).toBe('2026-10-20');
    expect(recent[13]).toEqual({ date: '2026-11-02', kind: 'studied' });
  });

  test('leaves out future days', () => {
    expect(streak([dateOf(MONDAY), dateOf(MONDAY + 1)], dateOf(MONDAY))).toMatchObject({
      length: 1,
      best: 1,
    });
  });
});

describe('on any days of study', () => {
  const anyDays = fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 41 });
  const start = MONDAY;

  test('a streak is the longest run until today with at most one day off a week', () => {
    fc.assert(
      fc.property(anyDays, fc.nat({ max: 40 }), (studied, today) => {
        const known = new Set(studied.filter((day) => day <= today));
        const isRun = (from: number): boolean => {
          const off = new Map<number, number>();
          for (let day = from; day <= today; day += 1) {
            const week = Math.floor((start + day + 3) / 7);
            if (!known.has(day) && day !== today) off.set(week, (off.get(week) ?? 0) + 1);
          }
          return [...off.values()].every((count) => count <= 1);
        };
        const runs = Array.from({ length: today + 1 }, (_, from) => from).filter(isRun);
        const lengths = runs.map((from) => [...known].filter((day) => day >= from).length);
        const dates = studied.map((day) => dateOf(start + day));
        expect(streak(dates, dateOf(start + today)).length).toBe(Math.max(0, ...lengths));
      }),
    );
  });

  test('a streak grows by at most one a day, is never above its best, and the order does not matter', () => {
    fc.assert(
      fc.property(anyDays, (studied) => {
        const dates = studied.map((day) => dateOf(start + day));
        let before = 0;
        for (let today = 0; today <= 40; today += 1) {
          const date = dateOf(start + today);
          const here = streak(dates, date);
          expect(here.length).toBeLessThanOrEqual(before + 1);
          expect(here.best).toBeGreaterThanOrEqual(here.length);
          expect(streak(dates.toSorted(), date)).toEqual(here);
          before = here.length;
        }
      }),
      { numRuns: 30 },
    );
  });

  test('another day of study never makes a streak shorter', () => {
    fc.assert(
      fc.property(anyDays, fc.nat({ max: 40 }), (studied, extra) => {
        const dates = studied.map((day) => dateOf(start + day));
        const today = dateOf(start + 40);
        const without = streak(dates, today);
        const withIt = streak([...dates, dateOf(start + extra)], today);
        expect(withIt.length).toBeGreaterThanOrEqual(without.length);
        expect(withIt.best).toBeGreaterThanOrEqual(without.best);
      }),
    );
  });

  const span = fc.tuple(fc.nat({ max: 1_000 }), fc.nat({ max: 40 }));
  const years = fc.record({
    studied: fc.uniqueArray(fc.nat({ max: 1_000 }), { maxLength: 700 }),
    pauses: fc.array(span, { maxLength: 6 }),
    further: span,
    unit: fc.constantFrom<StreakUnit>('day', 'week'),
  });
  const pauseOf = ([from, length]: readonly [number, number]) => ({
    from: dateOf(start + from),
    to: dateOf(start + from + length),
  });

  test('over years, a pause never makes a streak shorter, and no streak has more than what was studied', () => {
    fc.assert(
      fc.property(years, ({ studied, pauses, further, unit }) => {
        const dates = studied.map((day) => dateOf(start + day));
        const today = dateOf(start + 1_000);
        const planned = pauses.map(pauseOf);
        const without = streak(dates, today, { unit, pauses: planned });
        const withIt = streak(dates, today, { unit, pauses: [...planned, pauseOf(further)] });
        expect(withIt.length).toBeGreaterThanOrEqual(without.length);
        expect(withIt.best).toBeGreaterThanOrEqual(without.best);
        const weeks = new Set(studied.map((day) => Math.floor((start + day + 3) / 7)));
        expect(withIt.best).toBeLessThanOrEqual(unit === 'day' ? studied.length : weeks.size);
      }),
      { numRuns: 60 },
    );
  });

  test('with a pause over all days, a streak has everything that was studied', () => {
    fc.assert(
      fc.property(years, ({ studied, unit }) => {
        const dates = studied.map((day) => dateOf(start + day));
        const all = [{ from: dateOf(start), to: dateOf(start + 1_000) }];
        const weeks = new Set(studied.map((day) => Math.floor((start + day + 3) / 7)));
        const { length } = streak(dates, dateOf(start + 1_000), { unit, pauses: all });
        expect(length).toBe(unit === 'day' ? studied.length : weeks.size);
      }),
      { numRuns: 40 },
    );
  });
});
