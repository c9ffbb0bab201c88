import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupDuration, ownDuration } from '../../../src/study/pace/durations.ts';
import { forecast, type Pace } from '../../../src/study/pace/forecast.ts';
import { knownWeeks, pausedWeeks } from '../../../src/study/pace/known-weeks.ts';
import { sizeRatio } from '../../../src/study/pace/sizes.ts';
import { isTarget, targetOf } from '../../../src/study/pace/target.ts';
import { piecesOf } from '../../../src/study/sessions/pieces.ts';
import type { Session } from '../../../src/study/sessions/session.ts';
import { dateOf, dayNumber } from '../../../src/time/study-day.ts';
import { outlineOf } from '../roadmaps.ts';

/** A Thursday. */
const TODAY = '2026-11-26';
const HOUR = 60 * 60_000;

/** Finishes on some dates, an hour apart. */
const finishes = (...dates: readonly string[]) =>
  dates.map((date, at) => ({
    userId: 'ana',
    topicId: `t${at}`,
    date,
    at: dayNumber(date) * 24 * HOUR + at * HOUR,
  }));

const steady = (changed: Partial<Pace> = {}): Pace => ({
  weeks: [3, 2, 4, 3, 0, 2, 3, 4],
  left: 60,
  size: 1,
  weekdays: [1, 1, 1, 1, 1, 1, 1],
  today: TODAY,
  pausedWeeks: [],
  ...changed,
});

describe('the weeks that are known', () => {
  test('are whole ones, from the first Monday on, up to the last before this week', () => {
    const { weeks, weekdays } = knownWeeks(
      finishes('2026-10-29', '2026-11-02', '2026-11-03', '2026-11-16', '2026-11-23'),
      TODAY,
    );
    expect(weeks).toEqual([2, 0, 1]);
    expect(weekdays).toEqual([2, 1, 0, 0, 0, 0, 0]);
  });

  test('are twelve at most, and none for a beginner', () => {
    const { weeks } = knownWeeks(finishes('2026-01-05', '2026-09-07'), TODAY);
    expect(weeks).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(knownWeeks(finishes('2026-11-24'), TODAY).weeks).toEqual([]);
    expect(knownWeeks([], TODAY).weeks).toEqual([]);
  });

  test('have no mass ticks, and none of a planned pause', () => {
    const at = dayNumber('2026-11-10') * 24 * HOUR;
    const known = Array.from({ length: 8 }, (_, n) => ({
      userId: 'ana',
      topicId: `k${n}`,
      date: '2026-11-10',
      at: at + n,
    }));
    const others = finishes('2026-11-02', '2026-11-18');
    expect(knownWeeks([...known, ...others], TODAY).weeks).toEqual([1, 0, 1]);
    expect(knownWeeks([...known.slice(1), ...others], TODAY).weeks).toEqual([1, 7, 1]);
    const pause = { from: '2026-11-09', to: '2026-11-15' };
    expect(knownWeeks(others, TODAY, [pause]).weeks).toEqual([1, 1]);
    expect(pausedWeeks([pause, { from: '2026-12-05', to: '2026-12-06' }], TODAY)).toEqual(['2026-11-30']);
  });
});

describe('a forecast', () => {
  test('needs four active weeks', async () => {
    expect(await forecast(steady({ weeks: [3, 0, 2, 4] }), 'ana')).toBeNull();
    expect(await forecast(steady({ weeks: [3, 0, 2, 4, 1] }), 'ana')).not.toBeNull();
  });

  test('is the same on the same day, and lets others run meanwhile', async () => {
    let rests = 0;
    const rest = () => Promise.resolve(void (rests += 1));
    const first = await forecast(steady(), 'ana 2026-11-26', rest);
    expect(await forecast(steady(), 'ana 2026-11-26')).toEqual(first);
    expect(rests).toBe(10);
  });

  test('of little that is left ends soon, and of too much never', async () => {
    const soon = await forecast(steady({ left: 1 }), 'ana');
    expect(soon?.late !== null && (soon?.late ?? '9999') < '2027-01-15').toBe(true);
    expect(await forecast(steady({ left: 5_000, weeks: [1, 1, 1, 1] }), 'ana')).toEqual({
      early: null,
      likely: null,
      late: null,
    });
  });

  test('over any pace is a range after today; more to do or a pause does not make it earlier', async () => {
    const pace = fc.record({
      weeks: fc.array(fc.nat({ max: 9 }), { minLength: 8, maxLength: 12 }),
      left: fc.integer({ min: 1, max: 120 }),
      size: fc.double({ min: 0.4, max: 2.5, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(pace, async ({ weeks, left, size }) => {
        const range = await forecast(steady({ weeks, left, size }), 'ana');
        fc.pre(range !== null && range.late !== null);
        expect(range?.early ?? '').toBeTruthy();
        const { early, likely, late } = { ...range };
        expect(TODAY <= (early ?? '') && (early ?? '') <= (likely ?? '')).toBe(true);
        expect((likely ?? '') <= (late ?? '')).toBe(true);
        const more = await forecast(steady({ weeks, left: left * 2, size }), 'ana');
        expect((more?.late ?? '9999') >= (range?.late ?? '')).toBe(true);
        const monday = dayNumber('2026-11-30');
        const away = Array.from({ length: 6 }, (_, week) => dateOf(monday + 7 * week));
        const later = await forecast(steady({ weeks, left, size, pausedWeeks: away }), 'ana');
        expect((later?.early ?? '9999') >= (range?.early ?? '')).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

test('the size of what is left counts by the minutes of the roadmap', () => {
  const { nodes } = outlineOf(
    '# Trail\n\n## Track\n- [ ] A <!-- minutes: 30 -->\n- [ ] B <!-- minutes: 60 -->\n- [ ] C\n- [ ] D <!-- minutes: 600 -->\n',
  );
  const [a, b, c, d] = nodes;
  if (a === undefined || b === undefined || c === undefined || d === undefined)
    throw new Error('four topics');
  expect(sizeRatio([a], [b])).toBe(0.5);
  expect(sizeRatio([a], [d])).toBeCloseTo(1 / 3);
  expect(sizeRatio([c], [c])).toBe(1);
  expect(sizeRatio([], [a])).toBe(1);
});

const own = (minutes: number, of: number) => ({ minutes, of });

describe('how long topics take', () => {
  const session = (topicId: string, hour: number, minutes: number): Session => ({
    id: `${topicId} ${hour}`,
    userId: 'ana',
    guildId: 'g',
    topicId,
    kind: 'alone',
    group: null,
    startedAt: hour * HOUR,
    endsAt: hour * HOUR + minutes * 60_000,
    endedAt: null,
    date: '1970-01-01',
    dayEndsAt: 24 * HOUR,
    loggedOn: null,
    calls: false,
  });
  const pieces = piecesOf(
    [session('a', 1, 20), session('a', 2, 25), session('b', 3, 15), session('c', 4, 59)],
    20 * HOUR,
  );

  test('is the median of a member’s finished topics', () => {
    expect(ownDuration(pieces, (id) => id !== 'c')).toEqual({ minutes: 30, of: 2 });
    expect(ownDuration(pieces, () => true)).toEqual({ minutes: 45, of: 3 });
    expect(ownDuration(pieces, () => false)).toBeNull();
  });

  test('is shown of a group from three people on, each of whom counts alike', () => {
    expect(groupDuration([own(10, 50), own(30, 1), null])).toBeNull();
    expect(groupDuration([own(10, 50), own(30, 1), own(40, 2), null])).toEqual({ minutes: 30, of: 3 });
  });
});

describe('a target date', () => {
  test.each([
    ['2026-12-03', 21, 3, { weeks: 1, together: 21, each: 7 }],
    ['2027-02-04', 21, 3, { weeks: 10, together: 3, each: 1 }],
    ['2026-11-28', 5, 2, { weeks: 1, together: 5, each: 3 }],
    ['2026-11-26', 5, 2, { weeks: 0, together: 0, each: 0 }],
    ['2027-02-04', 0, 0, { weeks: 10, together: 0, each: 0 }],
  ])('of %s with %i topics left for %i people', (date, left, people, expected) => {
    expect(targetOf(date, TODAY, left, people)).toEqual({ date, ...expected });
  });

  test.each([
    [TODAY, false],
    ['2026-11-27', true],
    ['2036-11-20', true],
    ['2046-11-20', false],
  ])('%s can be one: %s', (date, can) => {
    expect(isTarget(date, TODAY)).toBe(can);
  });
});
