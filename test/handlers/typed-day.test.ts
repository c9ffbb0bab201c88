import { describe, expect, test } from 'vitest';
import { typedDay } from '../../src/handlers/typed-time.ts';
import { typedDate } from '../../src/view/time.ts';
import { LANGUAGES } from '../../src/words/index.ts';

/** Thursday, 26 November 2026, 23:30 in Istanbul. */
const now = Temporal.ZonedDateTime.from('2026-11-26T23:30[Europe/Istanbul]').epochMilliseconds;
const person = { timeZone: 'Europe/Istanbul', member: { dayStart: 4 }, now };

describe.each(Object.values(LANGUAGES))('in $locale', (words) => {
  test.each([
    ['30.11.2026', '2026-11-30'],
    ['2026-11-30', '2026-11-30'],
    ['30 Nov', '2026-11-30'],
    ['30 kasım', '2026-11-30'],
    ['today', '2026-11-26'],
    ['bugün', '2026-11-26'],
    ['friday', '2026-11-27'],
    ['cuma', '2026-11-27'],
    ['yarın', '2026-11-27'],
    ['in 2 weeks', '2026-12-10'],
    ['soon', null],
    ['every friday', null],
    ['fri or sat', null],
    ['', null],
  ])('%j is %j', (said, day) => {
    expect(typedDay({ ...person, words }, said)).toBe(day);
  });

  test('a date that is shown as an example is read as the same date', () => {
    const days = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-09`);
    const examples = days.map((day) => typedDate(words, day));
    expect(examples.map((said) => typedDay({ ...person, words }, said))).toEqual(days);
  });
});

test('a date is shown as people of a language type it', () => {
  expect(typedDate(LANGUAGES.en, '2026-12-03')).toBe('3 Dec 2026');
  expect(typedDate(LANGUAGES.tr, '2026-12-03')).toBe('3.12.2026');
});

test('before the start of the day, it is still yesterday', () => {
  const late = { ...person, now: now + 60 * 60_000, words: LANGUAGES.en };
  expect(typedDay(late, 'today')).toBe('2026-11-26');
});
