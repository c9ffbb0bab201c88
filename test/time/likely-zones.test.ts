import { describe, expect, test } from 'vitest';
import { nearZones, zoneOfLocale } from '../../src/time/likely-zones.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');

describe('the zone that follows from a locale', () => {
  test.each([
    [['tr'], 'Europe/Istanbul'],
    [['en-US', 'tr'], 'Europe/Istanbul'],
    [['tr', 'en-GB'], 'Europe/Istanbul'],
    [['fr'], 'Europe/Paris'],
    [['hi'], 'Asia/Kolkata'],
    [['en-US'], null],
    [['es-419'], null],
    [[], null],
  ])('%j: %s', (locales, zone) => {
    expect(zoneOfLocale(locales)).toBe(zone);
  });
});

describe('zones similar to a text that names none', () => {
  test.each([
    ['Istambul', 'tr', 'Europe/Istanbul'],
    ['Londn', 'en-US', 'Europe/London'],
    ['Berln', 'en-US', 'Europe/Berlin'],
    ['USA', 'en-US', 'America/Chicago'],
    ['???', 'tr', 'Europe/Istanbul'],
    ['', 'tr', 'Europe/Istanbul'],
  ])('%j, for a reader of %s: first %s', (typed, locale, first) => {
    expect(nearZones(typed, NOW, locale)[0]?.value).toBe(first);
  });
});
