import { describe, expect, test } from 'vitest';
import { backOn, dayAhead } from '../../../src/study/topics/later.ts';

const at = (time: string): number => Temporal.Instant.from(time).epochMilliseconds;
const istanbul = { timeZone: 'Europe/Istanbul', dayStart: 4 };
const newYork = { timeZone: 'America/New_York', dayStart: 2 };
const NOON = at('2026-11-20T12:00+03:00');

describe('a topic that is put off comes back', () => {
  test.each([
    ['when the day starts for the member', '2026-11-21', '2026-11-21T04:00+03:00'],
    ['at the latest in five years', '2031-11-19', '2031-11-19T04:00+03:00'],
    ['not today', '2026-11-20', null],
    ['not on a day that is over', '2026-11-19', null],
    ['not in five years or more', '2031-11-20', null],
  ])('%s', (_case, day, expected) => {
    expect(backOn(day, istanbul, NOON)).toBe(expected === null ? null : at(expected));
  });

  test('on today’s date, while the member’s day before has not ended', () => {
    expect(backOn('2026-11-20', istanbul, at('2026-11-20T03:59+03:00'))).toBe(at('2026-11-20T04:00+03:00'));
  });

  test('an hour later on a day on which clocks skip the hour at which it starts', () => {
    expect(backOn('2027-03-14', newYork, NOON)).toBe(at('2027-03-14T03:00-04:00'));
  });
});

test.each([
  ['at noon', istanbul, '2026-11-20T12:00+03:00', 1, '2026-11-21'],
  ['across a year', istanbul, '2026-11-20T12:00+03:00', 60, '2027-01-19'],
  ['in the night before the day starts', istanbul, '2026-11-20T03:59+03:00', 1, '2026-11-20'],
  // It is almost three hours after midnight, because an hour has come twice, but before two, when the day starts.
  ['in the hour that comes twice', newYork, '2026-11-01T01:59-05:00', 1, '2026-11-01'],
])('the days ahead are counted from the study day: %s', (_case, clock, now, days, expected) => {
  expect(dayAhead(days, clock, at(now))).toBe(expected);
});
