import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currentDay,
  dateOf,
  dayBounds,
  dayNumber,
  dayReader,
  studyDay,
  weekOf,
} from '../../src/time/study-day.ts';

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

test.each([
  ['2026-11-24T03:59:59+03:00', 'Europe/Istanbul', 4, '2026-11-23'],
  ['2026-11-24T04:00:00+03:00', 'Europe/Istanbul', 4, '2026-11-24'],
  ['2026-11-24T00:00:00+03:00', 'Europe/Istanbul', 0, '2026-11-24'],
  ['2026-11-23T23:59:59+03:00', 'Europe/Istanbul', 0, '2026-11-23'],
  // In Berlin, 02:30 is skipped, so a day that starts at 2 starts at 3 by the clock.
  ['2026-03-29T00:59:59Z', 'Europe/Berlin', 2, '2026-03-28'],
  ['2026-03-29T01:00:00Z', 'Europe/Berlin', 2, '2026-03-29'],
  // In New York, 01:00 to 02:00 comes twice. The day starts with the first, and does not end at the second.
  ['2026-11-01T05:00:00Z', 'America/New_York', 1, '2026-11-01'],
  ['2026-11-01T06:30:00Z', 'America/New_York', 1, '2026-11-01'],
  // In Havana, clocks go from 01:00 back to midnight: an hour before the day's start by the clock, although the day
  // has begun.
  ['2026-11-01T05:30:00Z', 'America/Havana', 0, '2026-11-01'],
  // In Samoa, 30 December 2011 did not exist.
  ['2011-12-30T09:59:59Z', 'Pacific/Apia', 0, '2011-12-29'],
  ['2011-12-30T10:00:00Z', 'Pacific/Apia', 0, '2011-12-31'],
])('%s in %s, where days start at %i, is on %s', (instant, zone, start, date) => {
  expect(studyDay(ms(instant), zone, start)).toBe(date);
});

const zones = [
  'UTC',
  'Europe/Istanbul',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'America/Santiago',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
];
const anyClock = fc.record({
  timeZone: fc.constantFrom(...zones),
  dayStart: fc.integer({ min: 0, max: 12 }),
});
const anyInstant = fc.integer({ min: ms('2005-01-01T00:00:00Z'), max: ms('2030-01-01T00:00:00Z') });

test('an instant is within the bounds of its day, and days follow without a gap', () => {
  fc.assert(
    fc.property(anyInstant, anyClock, (at, { timeZone, dayStart }) => {
      const date = studyDay(at, timeZone, dayStart);
      const { from, to } = dayBounds(date, timeZone, dayStart);
      expect(from).toBeLessThanOrEqual(at);
      expect(to).toBeGreaterThan(at);
      expect(dayBounds(dateOf(dayNumber(date) + 1), timeZone, dayStart).from).toBe(to);
      expect(studyDay(to - 1, timeZone, dayStart)).toBe(date);
    }),
  );
});

test('days never go back, through every clock change', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 2008, max: 2027 }),
      (timeZone, dayStart, year) => {
        const changes: number[] = [];
        let when = Temporal.Instant.from(`${year}-01-01T00:00:00Z`).toZonedDateTimeISO(timeZone);
        for (
          let next = when.getTimeZoneTransition('next');
          next !== null && next.year <= year;
          next = when.getTimeZoneTransition('next')
        ) {
          changes.push(next.epochMilliseconds);
          when = next;
        }
        for (const change of changes) {
          const dates = Array.from({ length: 100 }, (_, step) =>
            studyDay(change + (step - 50) * 15 * 60_000, timeZone, dayStart),
          );
          expect(dates).toEqual(dates.toSorted());
        }
      },
    ),
    { numRuns: 40 },
  );
});

describe('weeks', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('the week of %s starts on Monday, %s', (date, monday) => {
    expect(weekOf(date)).toBe(monday);
  });
});

test('the days of many instants are the days of each one', () => {
  fc.assert(
    fc.property(fc.array(anyInstant), anyClock, (instants, clock) => {
      const each = instants.map((at) => studyDay(at, clock.timeZone, clock.dayStart));
      expect(instants.map(dayReader(clock))).toEqual(each);
    }),
  );
});

describe('the present study day', () => {
  // It is ten in the morning in Tokyo, and nine in the evening of the day before in New York.
  const now = ms('2026-11-24T01:00:00Z');
  const newYork = { timeZone: 'America/New_York', dayStart: 4 };
  test.each([
    [[], '2026-11-23'],
    [['2026-11-20'], '2026-11-23'],
    // A member who has studied today in Tokyo, and then sets their zone to New York, has studied today.
    [['2026-11-23', '2026-11-24'], '2026-11-24'],
    // A clock that was wrong once does not stop the days.
    [['2030-01-01'], '2026-11-23'],
  ])('with %j studied is %s', (studied, date) => {
    expect(currentDay(now, newYork, new Set(studied))).toBe(date);
  });
});

test('a date and its number are the same', () => {
  expect(dayNumber('1970-01-02')).toBe(1);
  expect(dateOf(dayNumber('2028-02-29'))).toBe('2028-02-29');
});
