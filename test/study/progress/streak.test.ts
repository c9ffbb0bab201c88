import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '../../../src/study/progress/progress.ts';
import { streak } from '../../../src/study/progress/streak.ts';
import { dateOf, dayBounds, dayNumber } from '../../../src/time/study-day.ts';

const clock = { timeZone: 'Europe/Istanbul', dayStart: 4 };
/** Monday, 2 November 2026: the first day of the calendars below. */
const MONDAY = dayNumber('2026-11-02');

function on(day: number, action: Activity['action'] = 'done', { timeZone, dayStart } = clock): Activity {
  const { from, to } = dayBounds(dateOf(day), timeZone, dayStart);
  return { userId: 'u', topicId: 't', action, at: (from + to) / 2 };
}

/** A calendar from Monday on, `x` studied and `.` not; the last day is today. */
function days(calendar: string): ReturnType<typeof streak> {
  const marks = calendar.replaceAll(' ', '').split('');
  const activity = marks.flatMap((mark, index) => (mark === 'x' ? [on(MONDAY + index)] : []));
  return streak({ activity, ...clock, now: on(MONDAY + marks.length - 1).at });
}

describe('a streak', () => {
  test.each<[string, number, number]>([
    ['.', 0, 0],
    ['x', 1, 1],
    ['xxx', 3, 3],
    // Today is not over.
    ['xxx.', 3, 3],
    // One day a week is a rest, and is not counted.
    ['x.x', 2, 2],
    ['xx.xxxx', 6, 6],
    ['xx..', 2, 2],
    // Two in a week are not.
    ['xx...', 0, 2],
    ['x.x.x', 2, 2],
    ['xxxx..x', 1, 4],
    // Each week has its own: Sunday and Monday together are two weeks' rests.
    ['xxxxxx. .x', 7, 7],
    ['xxxxxx. ..x', 1, 6],
    ['xxx.xxx xx.xxxx', 12, 12],
    // Who comes back has this week's rest still, whatever they missed before.
    ['x...... ...x.x', 2, 2],
    ['xxxxxxx ....... x', 1, 7],
  ])('of %s is %i days, at best %i', (calendar, length, best) => {
    expect(days(calendar)).toMatchObject({ days: length, best });
  });

  test('tells whether today counts already', () => {
    expect(days('xx').today).toBe(true);
    expect(days('xx.').today).toBe(false);
  });

  test.each([
    // Nothing is held against the days before the first.
    ['.......xx', 'oooooooooooo ss'],
    ['xxx.xxx xx.xxxx', 'sssrsss ssrssss'],
    // A rest lies between studied days of one streak, or after the last of the one that lasts.
    ['xx.x..x xx.xx..', 'ssrsmms ssmssro'],
    ['xxxxxxx x......', 'sssssss smmmmmo'],
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

  test.each<[Activity['action'], number]>([
    ['start', 1],
    ['done', 1],
    ['skip', 0],
    ['pause', 0],
    ['reset', 0],
    ['snooze', 0],
  ])('is made by %s: %i', (action, length) => {
    const activity = [on(MONDAY, action)];
    expect(streak({ activity, ...clock, now: on(MONDAY).at }).days).toBe(length);
  });

  test('counts a night for the day before, in the member’s own zone', () => {
    const night = Temporal.Instant.from('2026-11-03T03:30:00+03:00').epochMilliseconds;
    const activity = [on(MONDAY), { ...on(MONDAY), at: night }];
    expect(streak({ activity, ...clock, now: night }).days).toBe(1);
    expect(streak({ activity, ...clock, dayStart: 0, now: night }).days).toBe(2);
    expect(streak({ activity, timeZone: 'Asia/Tokyo', dayStart: 4, now: night }).days).toBe(2);
  });

  test('leaves out what is not yet', () => {
    expect(streak({ activity: [on(MONDAY), on(MONDAY + 1)], ...clock, now: on(MONDAY).at })).toMatchObject({
      days: 1,
      best: 1,
    });
  });
});

describe('whatever one does', () => {
  const anyDays = fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 41 });
  const anyClock = fc.record({
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Havana', 'Africa/Cairo', 'Pacific/Apia'),
    dayStart: fc.integer({ min: 0, max: 12 }),
  });
  // Around the change of clocks in autumn.
  const start = dayNumber('2026-10-10');
  const at = (day: number, zone: typeof clock): number => on(start + day, 'done', zone).at;

  test('a streak is the longest run to today with a day off a week at most', () => {
    fc.assert(
      fc.property(anyDays, fc.nat({ max: 40 }), anyClock, (studied, today, zone) => {
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
        const activity = studied.map((day) => on(start + day, 'done', zone));
        expect(streak({ activity, ...zone, now: at(today, zone) }).days).toBe(Math.max(0, ...lengths));
      }),
    );
  });

  test('a streak grows by one a day at most, is never beyond its best, and the order does not matter', () => {
    fc.assert(
      fc.property(anyDays, anyClock, (studied, zone) => {
        const activity = studied.map((day) => on(start + day, 'done', zone));
        let before = 0;
        for (let today = 0; today <= 40; today += 1) {
          const now = at(today, zone);
          const here = streak({ activity, ...zone, now });
          expect(here.days).toBeLessThanOrEqual(before + 1);
          expect(here.best).toBeGreaterThanOrEqual(here.days);
          expect(streak({ activity: activity.toSorted((a, b) => a.at - b.at), ...zone, now })).toEqual(here);
          before = here.days;
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a day more of study never makes a streak shorter', () => {
    fc.assert(
      fc.property(anyDays, fc.nat({ max: 40 }), (studied, extra) => {
        const activity = studied.map((day) => on(start + day));
        const now = at(40, clock);
        const without = streak({ activity, ...clock, now });
        const withIt = streak({ activity: [...activity, on(start + extra)], ...clock, now });
        expect(withIt.days).toBeGreaterThanOrEqual(without.days);
        expect(withIt.best).toBeGreaterThanOrEqual(without.best);
      }),
    );
  });
});
