import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Grade,
  GRADES,
  newCard,
  outlook,
  rate,
  retrievability,
  type ReviewCard,
} from '../../../src/study/review/card.ts';
import { dateOf, dayAfter, dayNumber } from '../../../src/time/study-day.ts';

const MONDAY = '2026-11-23';
const later = (date: string, days: number): string => dateOf(dayNumber(date) + days);
const grades = fc.constantFrom(...GRADES);

/** The cards after some answers, each a number of days after the one before. */
function answered(answers: readonly (readonly [Grade, number])[]): readonly ReviewCard[] {
  const cards: ReviewCard[] = [];
  let date = MONDAY;
  for (const [grade, days] of answers) {
    date = later(date, days);
    cards.push(rate(cards.at(-1) ?? newCard(MONDAY), grade, date));
  }
  return cards;
}

/*
 * Worked out by hand from the published formulas of FSRS-6 and its default weights w0 to w20, days counted as whole study
 * days: stability at first w(G-1); difficulty at first w4 - e^(w5 (G-1)) + 1; R = (1 + f t/S)^-w20 with
 * f = 0.9^(-1/w20) - 1; after a recall S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1-R)) - 1)), by w15 for hard and by w16 for
 * easy; after forgetting w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1-R)), at most S / e^(w17 w18); difficulty moves by
 * -w6 (G-3) (10-D)/9 and by w7 back to that of easy. An interval is S rounded, a day longer at least than that of the
 * answer below it.
 */
describe('computed by hand', () => {
  test.each<[string, readonly (readonly [Grade, number])[], readonly (readonly number[])[]]>([
    [
      'again on Monday and good on Tuesday',
      [
        ['again', 0],
        ['good', 1],
      ],
      [
        [0.212, 6.4133, 1],
        [1.8868, 6.4021, 3],
      ],
    ],
    [
      'good whenever it is due',
      [
        ['good', 0],
        ['good', 3],
        ['good', 14],
        ['good', 57],
        ['good', 196],
      ],
      [
        [2.3065, 2.1181, 3],
        [13.8269, 2.1112, 14],
        [56.9567, 2.1043, 57],
        [196.2353, 2.0975, 196],
        [586.4835, 2.0906, 586],
      ],
    ],
    [
      'early, late, forgotten and easy',
      [
        ['good', 0],
        ['hard', 3],
        ['good', 2],
        ['again', 9],
        ['good', 1],
        ['easy', 3],
      ],
      [
        [2.3065, 2.1181, 3],
        [9.2349, 4.7529, 9],
        [15.3371, 4.7433, 15],
        [1.6343, 8.2574, 2],
        [3.1709, 8.2444, 4],
        [10.1615, 7.6429, 10],
      ],
    ],
  ])('%s', (_, answers, expected) => {
    const found = answered(answers).map((card) => [card.stability, card.difficulty, card.scheduledDays]);
    for (const [index, [stability = 0, difficulty = 0, days = 0]] of expected.entries()) {
      expect(found[index]?.[0]).toBeCloseTo(stability, 3);
      expect(found[index]?.[1]).toBeCloseTo(difficulty, 3);
      expect(found[index]?.[2]).toBe(days);
    }
    expect(found).toHaveLength(expected.length);
  });

  test('with a lower retention, topics come back later', () => {
    const card = rate(newCard(MONDAY), 'good', MONDAY, 0.8);
    expect([card.scheduledDays, card.dueDate]).toEqual([8, later(MONDAY, 8)]);
    expect(rate(card, 'good', card.dueDate, 0.8).scheduledDays).toBe(75);
  });

  test.each([
    [0, 1],
    [1, 0.9468],
    [2, 0.9095],
    [7, 0.8083],
    [30, 0.6675],
  ])('after %i days, a topic that was known well is remembered with a chance of %d', (days, chance) => {
    const [card] = answered([['good', 0]]);
    if (card === undefined) throw new Error('there is a card');
    expect(retrievability(card, MONDAY, later(MONDAY, days))).toBeCloseTo(chance, 4);
    // A topic that was ticked off and never reviewed counts as known equally well.
    expect(retrievability(null, MONDAY, later(MONDAY, days))).toBeCloseTo(chance, 4);
    expect(retrievability(newCard(MONDAY), MONDAY, later(MONDAY, days))).toBeCloseTo(chance, 4);
  });
});

test('promises later dates for better answers, of at least one whole day, and keeps them', () => {
  const steps = fc.array(fc.tuple(grades, fc.integer({ min: 0, max: 400 })), { maxLength: 12 });
  fc.assert(
    fc.property(steps, fc.constantFrom(0.8, 0.9), (answers, retention) => {
      let card = newCard(MONDAY);
      let date = MONDAY;
      for (const [grade, days] of answers) {
        date = later(date, days);
        const promised = outlook(card, date, retention);
        expect(promised.again).toBeGreaterThanOrEqual(1);
        expect(promised.hard).toBeGreaterThanOrEqual(promised.again);
        expect(promised.good).toBeGreaterThan(promised.hard);
        expect(promised.easy).toBeGreaterThan(promised.good);
        card = rate(card, grade, date, retention);
        expect(card.dueDate).toBe(later(date, promised[grade]));
        expect(card.reviewDate).toBe(date);
        // A card that was stored as JSON is the same when it is read.
        expect(JSON.parse(JSON.stringify(card))).toEqual(card);
      }
    }),
  );
});

test('a day has the same length at every time of the year', () => {
  for (const date of ['2026-03-07', '2026-10-31', '2027-02-28', '2026-12-31']) {
    const card = rate(rate(newCard(date), 'again', date), 'good', dayAfter(date));
    expect(card.stability).toBeCloseTo(1.8868, 3);
  }
});
