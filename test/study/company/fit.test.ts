import { expect, test } from 'vitest';
import { type Candidate, fitOf, hoursOf, sharedHours, type Slot } from '../../../src/study/company/fit.ts';

const MONDAY = '2026-11-23';

const candidate = (
  slots: readonly Slot[],
  timeZone: string,
  topics: readonly string[] = [],
  sections: readonly string[] = [],
): Candidate => ({
  userId: timeZone,
  hours: hoursOf(slots, MONDAY, timeZone),
  topicIds: new Set(topics),
  sections: new Set(sections),
});

test.each<[string, readonly Slot[], string, readonly Slot[], string, number]>([
  ['the same evenings', ['workdays-18'], 'Europe/Istanbul', ['workdays-18'], 'Europe/Istanbul', 15],
  [
    'the same clock in other zones',
    ['workdays-18'],
    'Europe/Istanbul',
    ['workdays-18'],
    'America/New_York',
    0,
  ],
  [
    'an evening that is an afternoon',
    ['workdays-18'],
    'Europe/Istanbul',
    ['workdays-15'],
    'Europe/Berlin',
    10,
  ],
  ['workdays and weekend', ['workdays-09'], 'UTC', ['weekend-09'], 'UTC', 0],
  ['half an hour apart', ['weekend-09'], 'UTC', ['weekend-15'], 'Asia/Kolkata', 6],
])('%s', (_, one, zone, other, otherZone, hours) => {
  expect(sharedHours(candidate(one, zone), candidate(other, otherZone))).toBe(hours);
});

test('the hours follow a clock change within the week', () => {
  // Clocks in Berlin go back in the night to Sunday, 25 October.
  const hours = [...hoursOf(['weekend-09'], '2026-10-19', 'Europe/Berlin')];
  const local = hours.map(
    (hour) =>
      Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000).toZonedDateTimeISO('Europe/Berlin').hour,
  );
  expect(local).toEqual([9, 10, 11, 9, 10, 11]);
});

test('the same topic fits more than a neighbouring one, and both more than none', () => {
  const free = ['workdays-18'] as const;
  const ana = candidate(free, 'UTC', ['acid'], ['databases']);
  expect(fitOf(ana, candidate(free, 'UTC', ['acid'], ['databases']))).toBe(100);
  expect(fitOf(ana, candidate(free, 'UTC', ['indexes'], ['databases']))).toBe(75);
  expect(fitOf(ana, candidate(free, 'UTC', ['tmux'], ['tools']))).toBe(40);
  expect(fitOf(ana, candidate([], 'UTC', [], []))).toBe(0);
});
