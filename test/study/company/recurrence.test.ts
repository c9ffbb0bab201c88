import { expect, test } from 'vitest';
import { canRepeat, eventRepeat, isOff } from '../../../src/study/company/recurrence.ts';
import type { Repeat } from '../../../src/time/when/repeat.ts';

const at = (time: string): number => Temporal.Instant.from(time).epochMilliseconds;
const weekly = (interval: number, ...weekdays: number[]): Repeat => ({ every: 'week', interval, weekdays });
const daily = { frequency: 'daily', interval: 1 };

test.each<[string, Repeat, string, string, unknown]>([
  [
    'every day',
    { every: 'day', interval: 1 },
    '2026-11-25T16:00Z',
    'Europe/Istanbul',
    { ...daily, weekdays: null },
  ],
  ['every second day', { every: 'day', interval: 2 }, '2026-11-25T16:00Z', 'Europe/Istanbul', null],
  [
    'a Monday',
    weekly(1, 1),
    '2026-11-30T16:00Z',
    'Europe/Istanbul',
    { frequency: 'weekly', interval: 1, weekdays: [0] },
  ],
  [
    'a Monday that is a Sunday in UTC',
    weekly(2, 1),
    '2026-11-29T22:00Z',
    'Europe/Istanbul',
    { frequency: 'weekly', interval: 2, weekdays: [6] },
  ],
  [
    'a Sunday that is a Monday in UTC',
    weekly(1, 7),
    '2026-11-30T02:00Z',
    'America/New_York',
    { frequency: 'weekly', interval: 1, weekdays: [0] },
  ],
  ['every third Monday', weekly(3, 1), '2026-11-30T16:00Z', 'UTC', null],
  ['workdays', weekly(1, 1, 2, 3, 4, 5), '2026-11-25T16:00Z', 'UTC', { ...daily, weekdays: [0, 1, 2, 3, 4] }],
  [
    'workdays from one o’clock, which begin on Sundays in UTC',
    weekly(1, 1, 2, 3, 4, 5),
    '2026-11-29T22:00Z',
    'Europe/Istanbul',
    { ...daily, weekdays: [0, 1, 2, 3, 6] },
  ],
  ['the weekend', weekly(1, 6, 7), '2026-11-28T10:00Z', 'UTC', { ...daily, weekdays: [5, 6] }],
  ['Monday and Wednesday', weekly(1, 1, 3), '2026-11-25T16:00Z', 'UTC', null],
  [
    'the first Monday of a month',
    { every: 'month', interval: 1, weekday: 1, nth: 1 },
    '2026-12-07T16:00Z',
    'Europe/Istanbul',
    { frequency: 'monthly', interval: 1, weekday: 0, nth: 1 },
  ],
  [
    'the first Monday of a month, which is no fixed Sunday in UTC',
    { every: 'month', interval: 1, weekday: 1, nth: 1 },
    '2026-12-06T22:00Z',
    'Europe/Istanbul',
    null,
  ],
  [
    'the last Monday of a month',
    { every: 'month', interval: 1, weekday: 1, nth: -1 },
    '2026-12-28T16:00Z',
    'UTC',
    null,
  ],
  [
    'the first Monday of every second month',
    { every: 'month', interval: 2, weekday: 1, nth: 1 },
    '2026-12-07T16:00Z',
    'UTC',
    null,
  ],
  [
    'a month',
    { every: 'month', interval: 1, day: 1, shortMonths: 'nothing' },
    '2026-12-01T10:00Z',
    'UTC',
    null,
  ],
])('%s', (_, repeat, time, zone, expected) => {
  expect(eventRepeat(repeat, at(time), zone)).toEqual(expected);
});

test.each<[string, Repeat, string, string, boolean]>([
  ['Friday and Saturday in the evening', weekly(1, 5, 6), '2026-11-27T18:00Z', 'Europe/Berlin', true],
  // In summer these are Thursday and Friday in UTC, which Discord does not repeat daily.
  ['Friday and Saturday at half past one', weekly(1, 5, 6), '2026-11-27T00:30Z', 'Europe/Berlin', false],
  [
    'the first Monday of a month at half past one',
    { every: 'month', interval: 1, weekday: 1, nth: 1 },
    '2026-12-07T00:30Z',
    'Europe/Berlin',
    false,
  ],
])('all year: %s', (_, repeat, time, zone, expected) => {
  expect(canRepeat(repeat, at(time), zone)).toBe(expected);
});

test.each([
  ['a week later', '2026-10-22T16:00Z', '2026-10-29T16:00Z', false],
  ['a week later, after a clock change', '2026-10-22T16:00Z', '2026-10-29T17:00Z', true],
])('%s', (_, event, next, expected) => {
  expect(isOff(at(event), at(next))).toBe(expected);
});
