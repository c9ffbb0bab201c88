import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastRoom, logProblem } from '../../../src/study/sessions/log.ts';
import {
  datesStudied,
  minutesBetween,
  minutesIn,
  minutesOn,
  piecesOf,
} from '../../../src/study/sessions/pieces.ts';
import type { Session } from '../../../src/study/sessions/session.ts';
import { dayBounds, studyDay } from '../../../src/time/study-day.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CLOCK = ['Europe/Istanbul', 4] as const;
const TEN = Date.parse('2026-11-25T07:00Z');

let number = 0;
/** A session of some minutes from an instant (epoch ms). */
function session(startedAt: number, minutes: number, more: Partial<Session> = {}): Session {
  number += 1;
  const date = studyDay(startedAt, ...CLOCK);
  return {
    id: String(number).padStart(6, '0'),
    userId: 'ada',
    guildId: null,
    topicId: 'acid',
    kind: 'alone',
    group: null,
    startedAt,
    endsAt: startedAt + minutes * MINUTE,
    endedAt: null,
    date,
    dayEndsAt: dayBounds(date, ...CLOCK).to,
    loggedOn: null,
    calls: false,
    ...more,
  };
}
const log = (startedAt: number, minutes: number, loggedOn: string): Session =>
  session(startedAt, minutes, { kind: 'logged', loggedOn });

const LATER = TEN + 1000 * HOUR;

describe('the study time of a member', () => {
  test('ends with the plan, or earlier if they ended it, and not after now', () => {
    expect(minutesIn(piecesOf([session(TEN, 25)], LATER))).toBe(25);
    expect(minutesIn(piecesOf([session(TEN, 25, { endedAt: TEN + 10 * MINUTE })], LATER))).toBe(10);
    expect(minutesIn(piecesOf([session(TEN, 25, { endedAt: TEN + 90 * MINUTE })], LATER))).toBe(25);
    expect(minutesIn(piecesOf([session(TEN, 25)], TEN + 7 * MINUTE))).toBe(7);
  });

  test('includes only the work of a session together', () => {
    const plan = { startedAt: TEN, workMinutes: 25, breakMinutes: 5, rounds: 2 };
    const joinedLate = session(TEN + 20 * MINUTE, 35, { kind: 'together', group: { id: 'g', plan } });
    expect(minutesIn(piecesOf([joinedLate], LATER))).toBe(5 + 25);
  });

  test('counts once if sessions overlap, for the earlier one', () => {
    const pieces = piecesOf([session(TEN, 60), session(TEN + 30 * MINUTE, 60, { topicId: 'redis' })], LATER);
    expect(minutesIn(pieces)).toBe(90);
    expect(minutesOn(pieces, new Set(['acid']))).toBe(60);
    expect(minutesOn(pieces, new Set(['redis']))).toBe(30);
  });

  test('belongs to the topic where time in a study room overlaps it', () => {
    const room = session(TEN, 60, { kind: 'room', topicId: null });
    const pieces = piecesOf([room, session(TEN + 10 * MINUTE, 25)], LATER);
    expect(minutesIn(pieces)).toBe(60);
    expect(minutesOn(pieces, new Set(['acid']))).toBe(25);
  });

  test('counts for both days if a day starts in it', () => {
    const four = Date.parse('2026-11-26T01:00Z');
    const pieces = piecesOf([session(four - 20 * MINUTE, 60)], LATER);
    expect(minutesBetween(pieces, '2026-11-25', '2026-11-25')).toBe(20);
    expect(minutesBetween(pieces, '2026-11-26', '2026-11-26')).toBe(40);
  });

  test('adds up to the minutes that any session covers, however they overlap', () => {
    const some = fc.array(
      fc.record({
        start: fc.integer({ min: 0, max: 3 * 24 * 60 }),
        minutes: fc.integer({ min: 1, max: 8 * 60 }),
        ended: fc.option(fc.integer({ min: 0, max: 8 * 60 })),
        kind: fc.constantFrom('alone' as const, 'room' as const),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 4 * 24 * 60 }), (given, until) => {
        const now = TEN + until * MINUTE;
        const sessions = given.map(({ start, minutes, ended, kind }) =>
          session(TEN + start * MINUTE, minutes, {
            kind,
            endedAt: ended === null ? null : TEN + (start + ended) * MINUTE,
          }),
        );
        const minutes = new Set<number>();
        for (const { start, minutes: length, ended } of given) {
          const end = Math.min(start + Math.min(length, ended ?? length), until);
          for (let at = start; at < end; at += 1) minutes.add(at);
        }
        const pieces = piecesOf(sessions, now);
        expect(minutesIn(pieces)).toBe(minutes.size);
        const dates = [...new Set(pieces.map(({ date }) => date))];
        const byDate = dates.map((date) => minutesBetween(pieces, date, date));
        expect(byDate.reduce((sum, each) => sum + each, 0)).toBe(minutes.size);
        const focused = sessions.filter(({ kind }) => kind === 'alone');
        expect(minutesIn(pieces.filter((piece) => piece.session.kind === 'alone'))).toBe(
          minutesIn(piecesOf(focused, now)),
        );
        for (const { date, from } of pieces) expect(date).toBe(studyDay(from, ...CLOCK));
      }),
    );
  });
});

describe('the days that count as studied', () => {
  test.each([
    ['ten minutes', session(TEN, 10), ['2026-11-25']],
    ['nine minutes', session(TEN, 9), []],
    ['added on the same day', log(TEN, 30, '2026-11-25'), ['2026-11-25']],
    ['added two days later', log(TEN, 30, '2026-11-27'), ['2026-11-25']],
    ['added three days later', log(TEN, 30, '2026-11-28'), []],
  ])('%s', (_case, of, dates) => {
    expect([...datesStudied(piecesOf([of], LATER))]).toEqual(dates);
  });
});

describe('added study time', () => {
  const now = TEN + 5 * HOUR;
  const today = '2026-11-25';
  test.each([
    ['an hour of this morning', log(TEN, 60, today), [], null],
    ['what is not over', log(now - 30 * MINUTE, 60, today), [], 'ahead'],
    ['14 days ago', log(TEN - 14 * 24 * HOUR, 60, today), [], null],
    ['15 days ago', log(TEN - 15 * 24 * HOUR, 60, today), [], 'too-old'],
    ['over a session', log(TEN, 60, today), [session(TEN + 59 * MINUTE, 25)], 'overlap'],
    ['up to a session', log(TEN, 60, today), [session(TEN + 60 * MINUTE, 25)], null],
    [
      'more than 16 hours of a day',
      log(TEN - 24 * HOUR + 9 * HOUR, 8 * 60, today),
      [log(TEN - 24 * HOUR, 8 * 60, today), log(TEN - 24 * HOUR - 2 * HOUR, 60, today)],
      'full',
    ],
  ] as const)('%s', (_case, wanted, others, problem) => {
    expect(logProblem(wanted, others, today, now)).toBe(problem);
  });

  test('goes into the last free time if no time of day was typed', () => {
    const day = { from: TEN, to: TEN + 24 * HOUR };
    expect(lastRoom(day, HOUR, [], now)).toBe(now - HOUR);
    expect(lastRoom(day, HOUR, [session(now - 30 * MINUTE, 25)], now)).toBe(now - 90 * MINUTE);
    expect(lastRoom(day, 5 * HOUR, [session(now - 30 * MINUTE, 25)], now)).toBeNull();
    expect(lastRoom(day, 5 * MINUTE, [session(now - 30 * MINUTE, 25)], now)).toBe(now - 5 * MINUTE);
  });

  test('does not overlap anything there', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -60, max: 400 }), fc.integer({ min: 1, max: 120 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 400 }), (given, length) => {
        const others = given.map(([start, minutes]) => session(TEN + start * MINUTE, minutes));
        const start = lastRoom({ from: TEN, to: now }, length * MINUTE, others, now);
        if (start === null) return;
        expect(start).toBeGreaterThanOrEqual(TEN);
        expect(logProblem(log(start, length, today), others, today, now)).toBeNull();
      }),
    );
  });
});
