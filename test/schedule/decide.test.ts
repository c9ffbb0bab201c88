import { describe, expect, test } from 'vitest';
import { decideRun, decideSettle } from '../../src/schedule/decide.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WINDOW = { daily: 6 * HOUR, weekly: 24 * HOUR };
const DUE = 1_800_000_000_000;

describe('a due run', () => {
  test.each<[keyof typeof WINDOW, number, string]>([
    ['daily', -1, 'wait'],
    ['daily', 0, 'send'],
    ['daily', 3 * MINUTE, 'send'],
    ['daily', 3 * MINUTE + 1, 'catch-up'],
    ['daily', 6 * HOUR, 'catch-up'],
    ['daily', 6 * HOUR + 1, 'skip'],
    ['weekly', -1, 'wait'],
    ['weekly', 0, 'send'],
    ['weekly', 6 * HOUR + 1, 'catch-up'],
    ['weekly', 24 * HOUR, 'catch-up'],
    ['weekly', 24 * HOUR + 1, 'skip'],
  ])('%s, %d ms late: %s', (kind, late, expected) => {
    expect(decideRun(DUE, WINDOW[kind], DUE + late)).toBe(expected);
  });
});

describe('a delivery that was claimed and not marked', () => {
  const resend = { first: 'resend' };
  const lookOrResend = { first: 'look', absent: 'resend' };
  const lookOrSkip = { first: 'look', absent: 'skip' };

  test.each([
    ['at once', 'daily', 0, false, resend],
    ['while the nonce is honoured', 'daily', 2 * MINUTE, false, resend],
    ['just after', 'daily', 2 * MINUTE + 1, false, lookOrResend],
    ['at the end of the window', 'daily', 6 * HOUR, false, lookOrResend],
    ['after the window', 'daily', 6 * HOUR + 1, false, lookOrSkip],
    ['weekly, the same evening', 'weekly', 12 * HOUR, false, lookOrResend],
    ['weekly, days later', 'weekly', 48 * HOUR, false, lookOrSkip],
    ['paused since: what stands is noted, nothing is sent', 'daily', 1 * MINUTE, true, lookOrSkip],
    ['the clock was set back', 'daily', -1, false, lookOrResend],
  ] as const)('%s', (_case, kind, age, paused, expected) => {
    expect(decideSettle({ dueAt: DUE, claimedAt: DUE, paused }, WINDOW[kind], DUE + age)).toEqual(expected);
  });

  test('a delivery that was caught up late may be resent with its nonce, counted from its claim', () => {
    const claimedAt = DUE + 5 * HOUR;
    expect(decideSettle({ dueAt: DUE, claimedAt, paused: false }, WINDOW.daily, claimedAt + MINUTE)).toEqual(
      resend,
    );
  });
});
