import { describe, expect, test } from 'vitest';
import { calendar, daysStudied } from '../../../src/study/progress/calendar.ts';

const finish = (date: string) => ({ userId: 'u', topicId: date, at: 0, date });

describe('the calendar of half a year', () => {
  test.each([
    ['a Monday', '2026-11-23', 25 * 7 + 1],
    ['a Wednesday', '2026-11-25', 25 * 7 + 3],
    ['a Sunday', '2026-11-29', 26 * 7],
  ])('on %s begins with the Monday 25 weeks before', (_, today, length) => {
    const days = calendar(new Map(), [], today);
    expect(days).toHaveLength(length);
    expect(days[0]?.date).toBe('2026-06-01');
    expect(days.at(-1)?.date).toBe(today);
  });

  test('shows for each day what was studied and what was finished', () => {
    const touched = new Map([
      ['2026-11-22', 3],
      ['2026-11-24', 1],
      ['2020-01-01', 9],
    ]);
    const days = calendar(touched, ['2026-11-22', '2026-11-22', '2026-11-23'].map(finish), '2026-11-25');
    expect(days.slice(-4)).toEqual([
      { date: '2026-11-22', touched: 3, finished: 2 },
      { date: '2026-11-23', touched: 0, finished: 1 },
      { date: '2026-11-24', touched: 1, finished: 0 },
      { date: '2026-11-25', touched: 0, finished: 0 },
    ]);
    expect(daysStudied(days)).toBe(2);
  });
});
