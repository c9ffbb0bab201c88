import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeZoneChoices, timeZoneOf } from '../../src/time/time-zone.ts';
import { ABBREVIATIONS } from '../../src/time/zone-abbreviations.ts';
import { isFull } from '../size.ts';

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
    [' us/pacific ', 'US/Pacific'],
    ['Reykjavik', 'Atlantic/Reykjavik'],
    ['Istanbul, Türkiye · UTC+3 · 16:42', 'Europe/Istanbul'],
    ['São Paulo, Brasilien · UTC-3 · 10:42', 'America/Sao_Paulo'],
    ['Etc/UTC', 'Etc/UTC'],
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

  // Letters inside a word, the beginning of a word, abbreviations, offsets, codes: the city has to be asked.
  test.each(
    (
      'MST EET PT NST EST CET PST CST IST TRT TR GMT GMT+3 +3 UTC+3 -5 EST5EDT Etc/GMT+5 UK US USA ABD GB ' +
      'Istan Reykj Londo ondon ulu w eastern central'
    ).split(' '),
  )('%s is asked about', (typed) => {
    expect(timeZoneOf(typed)).toBeNull();
  });

  test.each(['pacific time', 'Eastern Time'])('%s is asked about', (typed) => {
    expect(timeZoneOf(typed)).toBeNull();
  });

  test('any typed text gives a zone or none, and never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const zone = timeZoneOf(typed);
        const there = Temporal.Instant.fromEpochMilliseconds(NOW).toZonedDateTimeISO(zone ?? 'UTC');
        expect(there.timeZoneId).toBe(zone ?? 'UTC');
        expect(timeZoneChoices(typed, NOW, 'tr').length).toBeLessThanOrEqual(25);
      }),
      { numRuns: isFull ? 200 : 60 },
    );
  });
});

describe('choices', () => {
  test('show the place, the present offset, and the time on its clocks', () => {
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

  test('for an empty text: the zones of the reader’s country first', () => {
    expect(values('', 'tr')[0]).toBe('Europe/Istanbul');
    expect(values('', 'de')[0]).toBe('Europe/Berlin');
    expect(values('', 'en-GB')[0]).toBe('Europe/London');
    expect(values('', 'en-US').slice(0, 2)).toEqual(['America/Chicago', 'America/Denver']);
    expect(values('', 'tr')).toHaveLength(25);
  });

  test('of a country are its zones', () => {
    expect(values('usa').slice(0, 4)).toEqual([
      'America/Chicago',
      'America/Denver',
      'America/Los_Angeles',
      'America/New_York',
    ]);
    expect(values('united states')).toContain('America/New_York');
    expect(values('Brezilya')).toContain('America/Sao_Paulo');
  });

  test.each(['+3', 'UTC+3', 'gmt+03:00', 'utc +3'])(
    'of an offset are the zones that have it now: %s',
    (typed) => {
      expect(values(typed, 'tr')[0]).toBe('Europe/Istanbul');
      expect(values(typed)).not.toContain('Europe/London');
    },
  );

  test.each([
    ['MST', 'en-US', ['America/Denver', 'America/Phoenix']],
    ['EET', 'en-US', ['Europe/Athens', 'Europe/Bucharest']],
    ['EET', 'tr', ['Europe/Istanbul', 'Europe/Athens']],
    ['PT', 'en-US', ['America/Los_Angeles']],
    ['NST', 'en-US', ['America/St_Johns']],
    ['EST', 'en-US', ['America/New_York', 'America/Toronto']],
    ['EST', 'en-CA', ['America/Toronto', 'America/New_York']],
    ['PST', 'en-US', ['America/Los_Angeles', 'America/Vancouver']],
    ['CST', 'zh-CN', ['Asia/Shanghai', 'America/Chicago']],
    ['IST', 'hi', ['Asia/Kolkata']],
    ['IST', 'tr', ['Europe/Istanbul', 'Asia/Kolkata']],
    ['TRT', 'en-US', ['Europe/Istanbul']],
    ['TR', 'en-US', ['Europe/Istanbul']],
    ['GB', 'en-US', ['Europe/London']],
    ['GMT', 'en-GB', ['Europe/London']],
    ['GMT+3', 'tr', ['Europe/Istanbul']],
    ['+3', 'tr', ['Europe/Istanbul']],
    ['Etc/GMT-3', 'tr', ['Europe/Istanbul']],
  ])('%s, for a reader of %s, may be %j', (typed, locale, first) => {
    const found = values(typed, locale);
    expect(found.slice(0, first.length).toSorted()).toEqual(first.toSorted());
    expect(new Set(found).size).toBe(found.length);
  });

  test('of an abbreviation do not match its letters inside other names', () => {
    expect(values('MST')).not.toContain('Europe/Amsterdam');
    expect(values('EET')).not.toContain('Africa/Freetown');
  });

  test('the zones of abbreviations are in the list, each once', () => {
    for (const [written, zones] of Object.entries(ABBREVIATIONS)) {
      expect(new Set(zones).size).toBe(zones.length);
      for (const zone of zones) {
        expect([zone, timeZoneOf(zone)]).toEqual([zone, zone]);
        expect([written, values(written)]).toEqual([written, expect.arrayContaining([zone])]);
      }
    }
  });

  test('among equal matches, zones with several known cities come first', () => {
    expect(values('+8').slice(0, 3)).toEqual(['Asia/Shanghai', 'Asia/Singapore', 'Antarctica/Casey']);
  });

  test('a negative offset with minutes', () => {
    expect(values('-3:30')).toEqual(['America/St_Johns']);
  });

  test('the beginning of a city comes before the middle of another', () => {
    expect(values('par')[0]).toBe('America/Paramaribo');
    expect(values('paris')[0]).toBe('Europe/Paris');
  });

  test('every zone is found by its name, fits in a choice, and can be used by Temporal', () => {
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

test('zones that are read ahead are the same, and everything else has its turn meanwhile', async () => {
  // Read under another name, the module is a new one, which knows no zones yet.
  const again = '../../src/time/time-zone.ts?again';
  const ahead: typeof import('../../src/time/time-zone.ts') = await import(again);
  let turns = 0;
  const count = (): void => {
    turns += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  await ahead.readZonesAhead();
  clearImmediate(counting);
  expect(turns).toBeGreaterThan(100);
  for (const typed of ['', 'ista', 'türkiye', '+3']) {
    expect(ahead.timeZoneChoices(typed, 0, 'tr')).toEqual(timeZoneChoices(typed, 0, 'tr'));
  }
});
