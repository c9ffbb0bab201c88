import { describe, expect, test } from 'vitest';
import { timeZoneChoices, timeZoneOf } from '../../src/time/time-zone.ts';
import { placeOf } from '../../src/time/place.ts';
import { RENAMED } from '../../src/time/time-zone-names.ts';
import { LANGUAGES } from '../../src/words/index.ts';

const { en, tr } = LANGUAGES;

test.each([
  ['Europe/London', 'London', 'Londra'],
  ['Europe/Istanbul', 'Istanbul', 'İstanbul'],
  ['America/New_York', 'New York', 'New York'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires', 'Buenos Aires'],
  ['America/Sao_Paulo', 'São Paulo', 'São Paulo'],
  ['Asia/Calcutta', 'Kolkata', 'Kalküta'],
  ['Europe/Kiev', 'Kyiv', 'Kiev'],
  ['Africa/Lagos', 'Lagos', 'Lagos'],
  ['UTC', 'UTC', 'UTC'],
  ['Etc/UTC', 'UTC', 'UTC'],
  ['Etc/GMT-3', 'UTC+3', 'UTC+3'],
  ['Etc/GMT+5', 'UTC-5', 'UTC-5'],
  ['Etc/GMT+0', 'UTC', 'UTC'],
  ['US/Pacific', 'US/Pacific', 'US/Pacific'],
])('%s is %s, in Turkish %s', (zone, english, turkish) => {
  expect([en.place(zone), tr.place(zone)]).toEqual([english, turkish]);
});

test('a name that every object has is no city', () => {
  expect(placeOf('constructor', {})).toBe('constructor');
});

describe.each([
  ['en', en],
  ['tr', tr],
])('in %s', (_, { place }) => {
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone);

  test('no city has an underscore, or the region in front', () => {
    expect(zones.map(place).filter((name) => /_|\//.test(name))).toEqual([]);
  });

  test('a city that the language spells in its own way is also found when somebody types it', () => {
    const own = zones.filter((zone) => place(zone) !== placeOf(zone, {}));
    expect(own.length).toBeGreaterThan(4);
    expect(own.filter((zone) => timeZoneOf(place(zone)) !== zone)).toEqual([]);
  });
});

test('choices name the city in the reader’s language', () => {
  const [london] = timeZoneChoices('london', 0, 'tr', tr.place);
  expect(london?.name).toMatch(/^Londra, Birleşik Krallık · /);
  expect(timeZoneOf(london?.name ?? '')).toBe('Europe/London');
});
