import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeZoneChoices, timeZoneOf } from '../../src/time/time-zone.ts';

const NOW = Temporal.Instant.from('2026-11-23T13:42Z').epochMilliseconds;
const values = (typed: string, locale = 'en-US'): string[] =>
  timeZoneChoices(typed, NOW, locale).map(({ value }) => value);

describe('what a person types for a time zone', () => {
  test.each([
    ['Europe/Istanbul', 'Europe/Istanbul'],
    ['europe/istanbul', 'Europe/Istanbul'],
    ['istanbul', 'Europe/Istanbul'],
    ['İstanbul', 'Europe/Istanbul'],
    ['ISTANBUL ', 'Europe/Istanbul'],
    ['ıstanbul', 'Europe/Istanbul'],
    ['İzmir', 'Europe/Istanbul'],
    ['Turkey', 'Europe/Istanbul'],
    ['türkiye', 'Europe/Istanbul'],
    ['new york', 'America/New_York'],
    ['America/New_York', 'America/New_York'],
    ['Londra', 'Europe/London'],
    ['Almanya', null],
    ['Japonya', 'Asia/Tokyo'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kiev'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['mumbai', 'Asia/Kolkata'],
    ['utc', 'UTC'],
    ['US/Pacific', 'US/Pacific'],
    ['Reykj', 'Atlantic/Reykjavik'],
    ['United States', null],
    ['+3', null],
    ['+03:00', null],
    ['Atlantis', null],
    ['', null],
    ['Europe/Istanbul][u-ca=hebrew', null],
    ['../../etc/passwd', null],
  ])('%o is %s', (typed, expected) => {
    expect(timeZoneOf(typed)).toBe(expected);
  });

  test('nothing that can be typed makes it throw, and what it gives is a zone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const zone = timeZoneOf(typed);
        const there = Temporal.Instant.fromEpochMilliseconds(NOW).toZonedDateTimeISO(zone ?? 'UTC');
        expect(there.timeZoneId).toBe(zone ?? 'UTC');
        expect(timeZoneChoices(typed, NOW, 'tr').length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 200 },
    );
  });
});

describe('choices', () => {
  test('say where it is, the offset now, and what the clocks show', () => {
    expect(timeZoneChoices('istanb', NOW, 'tr')).toEqual([
      { name: 'Istanbul, Türkiye · UTC+3 · 16:42', value: 'Europe/Istanbul' },
    ]);
    expect(timeZoneChoices('kathm', NOW, 'tr')[0]?.name).toBe('Kathmandu, Nepal · UTC+5:45 · 19:27');
    expect(timeZoneChoices('berlin', NOW, 'tr')[0]?.name).toBe('Berlin, Almanya · UTC+1 · 14:42');
    expect(timeZoneChoices('utc', NOW, 'en-US')[0]?.name).toBe('UTC · UTC · 13:42');
  });

  test('the offset follows summer time', () => {
    const july = Temporal.Instant.from('2026-07-01T12:00Z').epochMilliseconds;
    expect(timeZoneChoices('berlin', july, 'en-US')[0]?.name).toBe('Berlin, Germany · UTC+2 · 14:00');
  });

  test('before anything is typed: the zones of the own country first', () => {
    expect(values('', 'tr')[0]).toBe('Europe/Istanbul');
    expect(values('', 'de')[0]).toBe('Europe/Berlin');
    expect(values('', 'en-GB')[0]).toBe('Europe/London');
    expect(values('', 'en-US').slice(0, 2)).toEqual(['America/Chicago', 'America/Denver']);
    expect(values('', 'tr')).toHaveLength(25);
  });

  test('a country lists its zones', () => {
    expect(values('usa').slice(0, 4)).toEqual([
      'America/Chicago',
      'America/Denver',
      'America/Los_Angeles',
      'America/New_York',
    ]);
    expect(values('united states')).toContain('America/New_York');
    expect(values('Brezilya')).toContain('America/Sao_Paulo');
  });

  test.each(['+3', 'UTC+3', 'gmt+03:00', 'utc +3'])('an offset lists where it is now: %s', (typed) => {
    expect(values(typed, 'tr')[0]).toBe('Europe/Istanbul');
    expect(values(typed)).not.toContain('Europe/London');
  });

  test('a negative offset with minutes', () => {
    expect(values('-3:30')).toEqual(['America/St_Johns']);
  });

  test('the start of a city comes before the middle of another', () => {
    expect(values('par')[0]).toBe('America/Paramaribo');
    expect(values('paris')[0]).toBe('Europe/Paris');
  });

  test('every zone can be found by its name, fits in a choice, and is one that Temporal reads', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const found = timeZoneOf(zone);
      if (found === null) throw new Error(`${zone} cannot be chosen`);
      const there = (name: string): string =>
        Temporal.Instant.fromEpochMilliseconds(NOW).toZonedDateTimeISO(name).offset;
      expect(there(found)).toBe(there(zone));
      for (const { name } of timeZoneChoices(zone, NOW, 'en-US'))
        expect(name.length).toBeLessThanOrEqual(100);
    }
  });
});
