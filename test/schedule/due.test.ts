import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextRun, nextRuns, runOn, type Timetable } from '../../src/schedule/due.ts';
import { isFull } from '../size.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const instant = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const daily = (timeZone: string, at: string, weekdays: readonly number[] = EVERY_DAY): Timetable => ({
  timeZone,
  at,
  weekdays,
});

describe('the run for a local date', () => {
  test.each([
    ['an ordinary day', 'Europe/Istanbul', '09:00', '2026-11-24', '2026-11-24T06:00Z'],
    ['a time that is no full hour', 'Asia/Kathmandu', '23:59', '2026-11-24', '2026-11-24T18:14Z'],
    ['in a gap: later by the gap', 'Europe/Berlin', '02:30', '2026-03-29', '2026-03-29T01:30Z'],
    ['the first minute of a gap', 'Europe/Berlin', '02:00', '2026-03-29', '2026-03-29T01:00Z'],
    ['the first minute after a gap', 'Europe/Berlin', '03:00', '2026-03-29', '2026-03-29T01:00Z'],
    ['twice: the first', 'Europe/Berlin', '02:30', '2026-10-25', '2026-10-25T00:30Z'],
    ['twice: the first, in the west', 'America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30Z'],
    ['a gap at midnight', 'Africa/Cairo', '00:00', '2026-04-24', '2026-04-23T22:00Z'],
    ['a gap at midnight in the south', 'America/Santiago', '00:30', '2026-09-06', '2026-09-06T04:30Z'],
    ['midnight comes twice', 'America/Havana', '00:30', '2026-11-01', '2026-11-01T04:30Z'],
    ['a gap of half an hour', 'Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-03T15:45Z'],
    ['half an hour comes twice', 'Australia/Lord_Howe', '01:45', '2026-04-05', '2026-04-04T14:45Z'],
    ['a gap that ends at midnight: past it', 'America/Nuuk', '23:30', '2026-03-28', '2026-03-29T01:30Z'],
    ['the hour before midnight comes twice', 'America/Nuuk', '23:30', '2026-10-24', '2026-10-25T00:30Z'],
  ])('%s (%s %s on %s)', (_case, timeZone, at, date, expected) => {
    expect(runOn(daily(timeZone, at), date)).toEqual({ at: instant(expected), date });
  });

  test.each([
    ['a date that Samoa skipped', 'Pacific/Apia', '2011-12-30'],
    ['a date that Kwajalein skipped', 'Pacific/Kwajalein', '1993-08-21'],
  ])('%s has none', (_case, timeZone, date) => {
    for (const at of ['00:00', '09:00', '23:59']) expect(runOn(daily(timeZone, at), date)).toBeNull();
  });

  test('does not exist on a weekday that is not chosen', () => {
    expect(runOn(daily('Europe/Istanbul', '09:00', [2]), '2026-11-23')).toBeNull();
    expect(runOn(daily('Europe/Istanbul', '09:00', [2]), '2026-11-24')?.date).toBe('2026-11-24');
  });

  test('cannot be computed from an unreadable time, date or zone', () => {
    expect(() => runOn(daily('Europe/Atlantis', '09:00'), '2026-11-24')).toThrow(RangeError);
    expect(() => runOn(daily('Europe/Istanbul', '25:00'), '2026-11-24')).toThrow(RangeError);
  });
});

describe('a weekday of the month', () => {
  test.each([
    ['the first Monday', 1, 1, '2026-11-24', ['2026-12-07', '2027-01-04', '2027-02-01']],
    ['the first of a month counts', 7, 1, '2026-10-20', ['2026-11-01', '2026-12-06', '2027-01-03']],
    ['the fourth Friday', 5, 4, '2026-11-24', ['2026-11-27', '2026-12-25', '2027-01-22']],
    [
      'the last Friday, the fifth where there is one',
      5,
      -1,
      '2027-01-01',
      ['2027-01-29', '2027-02-26', '2027-03-26'],
    ],
    ['the last of a month counts', 1, -1, '2026-11-24', ['2026-11-30', '2026-12-28', '2027-01-25']],
  ] as const)('%s', (_case, weekday, ofMonth, from, dates) => {
    const timetable: Timetable = { ...daily('Europe/Istanbul', '09:00', [weekday]), ofMonth };
    const runs = nextRuns(timetable, instant(`${from}T00:00Z`), 3);
    expect(runs.map(({ date }) => date)).toEqual(dates);
    const [first] = runs;
    expect(first).toEqual(runOn(timetable, dates[0]));
  });

  test('comes two months later if the zone has skipped its date', () => {
    // In Samoa, 30 December 2011, the last Friday of the month, did not exist.
    const timetable: Timetable = { ...daily('Pacific/Apia', '09:00', [5]), ofMonth: -1 };
    expect(nextRun(timetable, instant('2011-11-26T00:00Z'))?.date).toBe('2012-01-27');
  });
});

describe('the next run', () => {
  test.each([
    ['later today', '09:00', EVERY_DAY, '2026-11-23T05:59Z', '2026-11-23'],
    ['not this instant again', '09:00', EVERY_DAY, '2026-11-23T06:00Z', '2026-11-24'],
    ['over the weekend', '09:00', [1, 2, 3, 4, 5], '2026-11-27T06:00Z', '2026-11-30'],
    ['a week later', '09:00', [1], '2026-11-23T06:00Z', '2026-11-30'],
    ['tomorrow here, though it is today in UTC', '00:30', EVERY_DAY, '2026-11-23T21:45Z', '2026-11-25'],
  ])('%s', (_case, at, weekdays, after, date) => {
    expect(nextRun(daily('Europe/Istanbul', at, weekdays), instant(after))?.date).toBe(date);
  });

  test('a run that was moved past midnight is still ahead on the next morning', () => {
    const nuuk = daily('America/Nuuk', '23:30');
    expect(nextRun(nuuk, instant('2026-03-29T01:15Z'))?.date).toBe('2026-03-28');
    expect(nextRun(nuuk, instant('2026-03-29T01:30Z'))?.date).toBe('2026-03-29');
  });

  test('a skipped date is left out, and a weekly run waits for the next week', () => {
    const before = instant('2011-12-29T20:00Z');
    expect(nextRun(daily('Pacific/Apia', '09:00'), before)?.date).toBe('2011-12-31');
    expect(nextRun(daily('Pacific/Apia', '09:00', [5]), before)?.date).toBe('2012-01-06');
    const weekBefore = instant('2011-12-23T20:00Z');
    expect(nextRun(daily('Pacific/Apia', '09:00', [5]), weekBefore)?.date).toBe('2012-01-06');
  });

  test('without weekdays there is none', () => {
    expect(nextRun(daily('Europe/Istanbul', '09:00', []), 0)).toBeNull();
    expect(nextRuns(daily('Europe/Istanbul', '09:00', []), 0, 5)).toEqual([]);
  });

  test('the next five on weekdays', () => {
    const runs = nextRuns(daily('Europe/Istanbul', '09:00', [1, 3, 5]), instant('2026-11-23T10:00Z'), 5);
    expect(runs.map(({ date }) => date)).toEqual([
      '2026-11-25',
      '2026-11-27',
      '2026-11-30',
      '2026-12-02',
      '2026-12-04',
    ]);
  });
});

/** Goes from run to run, and expects one for each date of a span. */
function expectEachDate(timetable: Timetable, first: Temporal.PlainDate, days: number): void {
  let last = runOn(timetable, first.toString())?.at ?? Number.NaN;
  for (let day = 1; day <= days; day += 1) {
    const date = first.add({ days: day }).toString();
    const run = nextRun(timetable, last);
    if (run === null || run.date !== date || run.at <= last)
      throw new Error(`${JSON.stringify(timetable)}: ${date} gave ${run?.date} at ${run?.at}, after ${last}`);
    last = run.at;
  }
}

describe('everywhere', () => {
  const zones: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
  const from = Temporal.PlainDate.from('2025-06-01');
  const YEAR = 365;
  const DAYS = 3 * YEAR;

  interface Change {
    /** Epoch milliseconds. */
    readonly at: number;
    readonly offset: string;
  }

  /** How a zone changes its clock in those years, and its offset before. */
  function clockChanges(timeZone: string): { readonly before: string; readonly changes: readonly Change[] } {
    const end = from.add({ days: DAYS + YEAR }).toZonedDateTime('UTC').epochMilliseconds;
    let at = from.subtract({ days: YEAR }).toZonedDateTime('UTC').withTimeZone(timeZone);
    const before = at.offset;
    const changes: Change[] = [];
    for (;;) {
      const next = at.getTimeZoneTransition('next');
      if (next === null || next.epochMilliseconds > end) return { before, changes };
      changes.push({ at: next.epochMilliseconds, offset: next.offset });
      at = next;
    }
  }
  /** Zones with the same changes are tested once. */
  const distinct = [...Map.groupBy(zones, (zone) => JSON.stringify(clockChanges(zone))).values()];

  // Times at which clocks change, and one at each end of the day.
  const TIMES = ['00:00', '02:30', '09:00', '23:30', '23:59'];

  test.each(TIMES)('around each clock change, at %s, every local date has one run', (at) => {
    for (const [timeZone = ''] of distinct) {
      for (const change of clockChanges(timeZone).changes) {
        const date = Temporal.Instant.fromEpochMilliseconds(change.at)
          .toZonedDateTimeISO(timeZone)
          .toPlainDate();
        expectEachDate(daily(timeZone, at), date.subtract({ days: 3 }), 6);
      }
    }
  });

  test.each(isFull ? TIMES : ['02:30'])('day after day, at %s, every local date has one run', (at) => {
    for (const [timeZone = ''] of distinct) expectEachDate(daily(timeZone, at), from, isFull ? DAYS : YEAR);
  });

  test('from any instant of a century, the next run is later, at most once a date, and at its local time unless the clock changed', () => {
    const anyTimetable = fc.record({
      timeZone: fc.constantFrom(...zones),
      at: fc
        .integer({ min: 0, max: 1439 })
        .map((m) =>
          Temporal.PlainTime.from('00:00').add({ minutes: m }).toString({ smallestUnit: 'minute' }),
        ),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(
        anyTimetable,
        fc.integer({ min: instant('1970-01-01T00:00Z'), max: instant('2070-01-01T00:00Z') }),
        (timetable, after) => {
          const runs = nextRuns(timetable, after, 4);
          expect(runs).toHaveLength(4);
          let last = after;
          const dates = new Set<string>();
          for (const run of runs) {
            expect(run.at).toBeGreaterThan(last);
            expect(timetable.weekdays).toContain(Temporal.PlainDate.from(run.date).dayOfWeek);
            expect(runOn(timetable, run.date)).toEqual(run);
            const wanted = Temporal.PlainDate.from(run.date).toPlainDateTime(
              Temporal.PlainTime.from(timetable.at),
            );
            const local: Temporal.PlainDateTime = Temporal.Instant.fromEpochMilliseconds(run.at)
              .toZonedDateTimeISO(timetable.timeZone)
              .toPlainDateTime();
            const possible = wanted
              .toZonedDateTime(timetable.timeZone, { disambiguation: 'earlier' })
              .toPlainDateTime()
              .equals(wanted);
            expect(Temporal.PlainDateTime.compare(local, wanted)).toBe(possible ? 0 : 1);
            dates.add(run.date);
            last = run.at;
          }
          expect(dates.size).toBe(4);
        },
      ),
      { numRuns: isFull ? 1000 : 40 },
    );
  });
});
