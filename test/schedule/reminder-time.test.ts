import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideReminder, isDaytime, nextReminder } from '../../src/schedule/reminder-time.ts';
import { at, HOUR, MINUTE } from './setting.ts';

const istanbul = { timeZone: 'Europe/Istanbul', hour: 9 };

describe('the next reminder', () => {
  test.each([
    ['later the same day', istanbul, '2026-11-23T05:59Z', null, '2026-11-23T06:00Z'],
    ['the day after, at the hour itself', istanbul, '2026-11-23T06:00Z', null, '2026-11-24T06:00Z'],
    ['the day after, if today had one', istanbul, '2026-11-23T05:00Z', '2026-11-23', '2026-11-24T06:00Z'],
    [
      'before the clocks change',
      { timeZone: 'America/New_York', hour: 9 },
      '2026-10-31T14:00Z',
      null,
      '2026-11-01T14:00Z',
    ],
    [
      'not on a date that had one, after a flight back across the date line',
      { timeZone: 'Pacific/Honolulu', hour: 9 },
      '2026-11-23T18:00Z',
      '2026-11-24',
      '2026-11-25T19:00Z',
    ],
  ])('is %s', (_, time, after, lastDate, next) => {
    expect(nextReminder(time, at(after), lastDate)?.at).toBe(at(next));
  });

  test('comes at most once a date, and never late at night, wherever and whenever the member travels', () => {
    const zone = fc.constantFrom(
      'Europe/Istanbul',
      'Pacific/Apia',
      'Pacific/Honolulu',
      'America/Havana',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    );
    const hour = fc.integer({ min: 0, max: 23 });
    const moves = fc.array(fc.record({ timeZone: zone, hour, after: fc.nat({ max: 40 * 60 }) }), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2026-12-31T00:00Z') }),
        moves,
        (start, plan) => {
          let now = start;
          let lastDate: string | null = null;
          const dates: string[] = [];
          for (const { timeZone, hour: wanted, after } of plan) {
            const time = { timeZone, hour: wanted };
            const run = nextReminder(time, now, lastDate);
            if (run === null) throw new Error('there is always a next one');
            expect(run.at).toBeGreaterThan(now);
            now = Math.max(now, run.at + after * MINUTE);
            // In between they may have travelled.
            if (decideReminder(time, run, now) !== 'send') continue;
            expect(now - run.at <= 3 * MINUTE || isDaytime(now, timeZone)).toBe(true);
            dates.push(run.date);
            lastDate = run.date;
          }
          expect(dates).toEqual([...new Set(dates)].toSorted());
        },
      ),
    );
  });
});

describe('a planned reminder', () => {
  const planned = { at: at('2026-11-23T06:00Z'), date: '2026-11-23' };
  test.each([
    ['is sent at its time', istanbul, 0, 'send'],
    ['is sent late', istanbul, 3 * HOUR, 'send'],
    ['is skipped when it is too late', istanbul, 3 * HOUR + 1, 'skip'],
    ['is planned anew after a move', { timeZone: 'America/New_York', hour: 9 }, 0, 'replan'],
    ['is planned anew for another hour', { ...istanbul, hour: 10 }, 0, 'replan'],
  ])('%s', (_, time, late, decision) => {
    expect(decideReminder(time, planned, planned.at + late)).toBe(decision);
  });

  test.each([
    ['any hour that was chosen is kept', '03', 0, 'send'],
    ['a busy tick does not count as late', '03', 3 * MINUTE, 'send'],
    ['what is late wakes nobody', '03', 10 * MINUTE, 'skip'],
    ['but comes from seven on', '05', 2 * HOUR, 'send'],
    ['and until ten', '21', HOUR - 1, 'send'],
    ['not after', '21', HOUR, 'skip'],
  ])('%s', (_, hour, late, decision) => {
    const evening = { timeZone: 'Europe/Istanbul', hour: Number(hour) };
    const due = { at: at(`2026-11-23T${hour}:00+03:00`), date: '2026-11-23' };
    expect(decideReminder(evening, due, due.at + late)).toBe(decision);
  });
});
