import { expect, test } from 'vitest';
import { lastDue } from '../../../src/operate/backup/due.ts';

const at = (text: string): number => Date.parse(text);
const THREE = 3 * 60;
const FOUR_PM = 16 * 60;

test.each([
  ['2026-11-26T03:00Z', [THREE], '2026-11-26T03:00Z'],
  ['2026-11-26T02:59Z', [THREE], '2026-11-25T03:00Z'],
  ['2026-11-26T23:59Z', [THREE, FOUR_PM], '2026-11-26T16:00Z'],
  ['2026-11-26T12:00Z', [THREE, FOUR_PM], '2026-11-26T03:00Z'],
  ['2026-01-01T00:00Z', [THREE, FOUR_PM], '2025-12-31T16:00Z'],
  ['2026-01-01T00:00Z', [0], '2026-01-01T00:00Z'],
])('at %s, with %j, the last copy was due at %s', (now, times, expected) => {
  expect(lastDue(times, at(now))).toBe(at(expected));
});
