import { expect, test } from 'vitest';
import { timeOfDay } from '../../src/time/time-of-day.ts';

test.each([
  ['9', '09:00'],
  ['09:00', '09:00'],
  ['9.30', '09:30'],
  [' 21:05 ', '21:05'],
  ['0930', '09:30'],
  ['21 30', '21:30'],
  ['7h15', '07:15'],
  ['9 am', '09:00'],
  ['9:30 PM', '21:30'],
  ['12 a.m.', '00:00'],
  ['12pm', '12:00'],
  ['0', '00:00'],
  ['23:59', '23:59'],
  ['24:00', null],
  ['13 pm', null],
  ['0 am', null],
  ['9:60', null],
  ['9:3', null],
  ['-1', null],
  ['dokuz', null],
  ['', null],
])('%j is %j', (typed, time) => {
  expect(timeOfDay(typed)).toBe(time);
});
