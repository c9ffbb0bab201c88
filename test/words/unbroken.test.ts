import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/words/index.ts';

const { en, tr } = LANGUAGES;

test.each([
  [en.focus.duration(80), '1_h 20_min'],
  [tr.focus.duration(80), '1_sa 20_dk'],
  [en.focus.duration(25), '25_min'],
  [en.reason.sectionBegun('Caching', 12, 37), 'Next in Caching · 12_of_37 done'],
  [en.goal.sofar.topics(2, 5), '2_of_5 topics this week'],
  // Words of people stay as they are where no unit follows.
  [en.reason.variety('24 hours of 2 hosts'), 'Something different: 24 hours of 2 hosts'],
])('%j keeps together what belongs together', (said, expected) => {
  expect(said.replaceAll('\u00A0', '_')).toBe(expected);
});
