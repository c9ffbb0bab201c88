import { expect, test } from 'vitest';
import { type Grade, GRADES } from '../../../src/study/review/card.ts';
import { endedSet, leftOf, setAt } from '../../../src/study/review/set.ts';

test.each([
  ['the first of many', 0, 35, { answered: 0, size: 5 }],
  ['in the midst', 3, 32, { answered: 3, size: 5 }],
  ['the next set', 5, 30, { answered: 0, size: 5 }],
  ['fewer than a set', 0, 2, { answered: 0, size: 2 }],
  ['the last of few', 1, 1, { answered: 1, size: 2 }],
  ['the last set is shorter', 6, 2, { answered: 1, size: 3 }],
])('%s: after %i today with %i left', (_, answered, left, set) => {
  expect(setAt(answered, left)).toEqual(set);
  expect(leftOf(set)).toBe(Math.min(left, set.size - set.answered));
});

/** `ggae`: a letter a grade. */
const grades = (letters: string): readonly Grade[] =>
  letters.split('').flatMap((letter) => GRADES.find((grade) => grade.startsWith(letter)) ?? []);

test.each([
  ['nothing was answered', '', 5, null],
  ['in the midst', 'ggg', 5, null],
  ['five are answered', 'gagge', 5, { remembered: 4, size: 5 }],
  ['the second five', 'aaaaagghhe', 5, { remembered: 5, size: 5 }],
  ['nothing is left after two', 'ag', 0, { remembered: 1, size: 2 }],
  ['nothing is left after seven', 'gggggaa', 0, { remembered: 0, size: 2 }],
])('a set ends: %s', (_, answered, left, ended) => {
  expect(endedSet(grades(answered), left)).toEqual(ended);
});
