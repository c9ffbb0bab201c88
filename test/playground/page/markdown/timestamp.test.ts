import { describe, expect, test } from 'vitest';
import { formatTimestamp } from '../../../../playground/page/markdown/timestamp.ts';

const AT = Temporal.Instant.from('2026-11-20T09:00:00Z').epochMilliseconds / 1000;
const LONDON = { locale: 'en-GB', timeZone: 'Europe/London' };
const ISTANBUL = { locale: 'tr', timeZone: 'Europe/Istanbul' };

describe('timestamps', () => {
  test.each([
    [LONDON, 't', '09:00'],
    [LONDON, undefined, '20 November 2026 at 09:00'],
    [ISTANBUL, 't', '12:00'],
    [ISTANBUL, 'D', '20 Kasım 2026'],
  ])('%o %s', (viewer, style, expected) => {
    expect(formatTimestamp(AT, style, viewer, 0)).toBe(expected);
  });

  test.each([
    [-30, 'in 30 seconds'],
    [0, 'now'],
    [59, '59 seconds ago'],
    [60, '1 minute ago'],
    [86_400, 'yesterday'],
    [-86_400 * 3, 'in 3 days'],
    [86_400 * 400, 'last year'],
  ])('%d seconds later: %s', (later, expected) => {
    expect(formatTimestamp(AT, 'R', LONDON, (AT + later) * 1000)).toBe(expected);
  });

  test('an instant that no date can hold stays as it is written', () => {
    expect(formatTimestamp(9e15, 'f', LONDON, 0)).toBeNull();
    expect(formatTimestamp(Number.NaN, 'R', LONDON, 0)).toBeNull();
  });
});
