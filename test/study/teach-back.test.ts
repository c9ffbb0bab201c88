import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isEnough,
  mayAskMore,
  maySettle,
  MOST_OPEN_QUESTIONS,
  nextNotification,
  noSay,
  remindAt,
  voicesNeeded,
} from '../../src/study/teach-back.ts';

test.each([
  [1, 1],
  [2, 1],
  [3, 1],
  [4, 2],
  [12, 2],
  [300, 2],
])('in a group of %i, %i others have to agree', (groupSize, voices) => {
  expect(voicesNeeded(groupSize)).toBe(voices);
  expect(isEnough(voices, groupSize)).toBe(true);
  expect(isEnough(voices - 1, groupSize)).toBe(false);
});

test('another voice never makes it less', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: 1, max: 400 }), (voices, groupSize) => {
      expect(isEnough(voices + 1, groupSize)).toBe(
        isEnough(voices, groupSize) || voices + 1 >= voicesNeeded(groupSize),
      );
    }),
  );
});

test.each([
  ['another member has a say', 'ben', true, null],
  ['the author has none in their own work', 'ana', true, 'author'],
  ['nor does an author who has left', 'ana', false, 'author'],
  ['nor somebody who does not study with the group', 'ben', false, 'not-joined'],
])('%s', (_case, userId, hasJoined, expected) => {
  expect(noSay({ userId: 'ana' }, { userId, hasJoined })).toBe(expected);
});

test('a person may ask a limited number of open questions about an explanation; answered ones and others’ do not count', () => {
  const open = { askerId: 'ben', answeredAt: null };
  const full = Array.from({ length: MOST_OPEN_QUESTIONS }, () => open);
  expect(mayAskMore(full.slice(1), 'ben')).toBe(true);
  expect(mayAskMore(full, 'ben')).toBe(false);
  expect(mayAskMore(full, 'cem')).toBe(true);
  expect(mayAskMore([...full.slice(1), { askerId: 'ben', answeredAt: 5 }], 'ben')).toBe(true);
});

test('only the person who asked a question can mark it as answered', () => {
  expect(maySettle({ askerId: 'ben', answeredAt: null }, 'ben')).toBe(true);
  expect(maySettle({ askerId: 'ben', answeredAt: null }, 'ana')).toBe(false);
});

test('a reader is reminded a week after the offer', () => {
  const [offered, reminded] = ['2026-11-23T09:00Z', '2026-11-30T09:00Z'].map((text) => Date.parse(text));
  expect(remindAt(offered ?? 0)).toBe(reminded);
});

test.each([
  ['at once, if there was none before', null, 1000, 1000],
  ['an hour after the last notification', 1000, 1000, 3_601_000],
  ['at once, if that was an hour ago', 1000, 3_601_000, 3_601_000],
  ['at once, if the clock was set back since', 1001, 1000, 1000],
])('an author is notified of an answer %s', (_, toldAt, now, at) => {
  expect(nextNotification(toldAt, now)).toBe(at);
});
