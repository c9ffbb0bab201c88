import { assert, boolean, integer, property, tuple, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/roadmap/in-turns.ts';
import { pairInSteps, weightOf } from '../../../src/study/company/pairing.ts';
import { runs } from '../../database.ts';

const pairUp = (...given: Parameters<typeof pairInSteps>) => atOnce(pairInSteps(...given));

/** Numbers that look random and are the same in each run. */
function randomFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const key = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;

/** A group that meets week after week. `never`: pairs who must not meet. */
function group(count: number, seed = 1, never: ReadonlySet<string> = new Set()) {
  const random = randomFrom(seed);
  const fits = new Map<string, number>();
  const met = new Map<string, number>();
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) fits.set(key(a, b), Math.floor(random() * 101));
  }
  const weights = (week: number) => (a: number, b: number) => {
    const pair = key(a, b);
    if (never.has(pair)) return null;
    const last = met.get(pair);
    return weightOf({
      fit: fits.get(pair) ?? 0,
      weeksSince: last === undefined ? null : week - last,
      hoursMeet: true,
    });
  };
  return {
    met,
    meets: (a: number, b: number) => met.has(key(a, b)),
    /** Pairs them for a week, and gives the groups and how many pairs had met before. */
    pair(week: number) {
      const groups = pairUp(count, weights(week));
      const pairs = groups.flatMap((each) =>
        each.flatMap((a, place) => each.slice(place + 1).map((b) => key(a, b))),
      );
      const repeats = pairs.filter((pair) => met.has(pair)).length;
      for (const pair of pairs) met.set(pair, week);
      return { groups, pairs, repeats };
    },
  };
}

/** Whether everybody can be in a pair of two who have not met and may meet. */
function canAllBeNew(left: readonly number[], isNew: (a: number, b: number) => boolean): boolean {
  const [first, ...others] = left;
  if (first === undefined) return true;
  return others.some(
    (other) =>
      isNew(first, other) &&
      canAllBeNew(
        others.filter((each) => each !== other),
        isNew,
      ),
  );
}

describe('everybody has company', () => {
  test('of two, and of three where the number is odd; nobody twice', () => {
    assert(
      property(integer({ min: 2, max: 60 }), integer({ min: 1, max: 1000 }), (count, seed) => {
        const { groups } = group(count, seed).pair(0);
        const people = groups.flat();
        expect(people.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
        expect(groups.filter(({ length }) => length === 3)).toHaveLength(count % 2);
        expect(groups.every(({ length }) => length === 2 || length === 3)).toBe(true);
      }),
      runs(60),
    );
  });

  test.each([0, 1])('unless there are only %i', (count) => {
    expect(pairUp(count, () => 1)).toEqual([]);
  });
});

test('who must not meet never does, even if somebody is then alone', () => {
  const pair = tuple(integer({ min: 0, max: 19 }), integer({ min: 0, max: 19 }));
  assert(
    property(
      uniqueArray(pair, { maxLength: 60 }),
      integer({ min: 2, max: 20 }),
      boolean(),
      (not, count, often) => {
        const never = new Set(not.map(([a, b]) => key(a, b)));
        const people = group(count, count, never);
        for (let week = 0; week < (often ? 6 : 1); week += 1) {
          const { groups, pairs } = people.pair(week);
          expect(pairs.filter((each) => never.has(each))).toEqual([]);
          const alone = Array.from({ length: count }, (_, n) => n).filter((n) => !groups.flat().includes(n));
          // Two who are both alone may not meet each other.
          for (const [place, a] of alone.entries()) {
            for (const b of alone.slice(place + 1)) expect(never.has(key(a, b))).toBe(true);
          }
        }
      },
    ),
    runs(60),
  );
});

test('of up to twelve people nobody meets again while there is a way without it', () => {
  assert(
    property(integer({ min: 2, max: 5 }), integer({ min: 1, max: 1000 }), (half, seed) => {
      const count = 2 * half;
      const people = group(count, seed);
      for (let week = 0; week < count + 1; week += 1) {
        const everybody = Array.from({ length: count }, (_, n) => n);
        const isPossible = canAllBeNew(everybody, (a, b) => !people.meets(a, b));
        const { repeats } = people.pair(week);
        expect(isPossible && repeats > 0).toBe(false);
      }
    }),
    runs(30),
  );
});

test.each([14, 15, 40, 61])('of %i people nobody meets again while half of the others are new', (count) => {
  const people = group(count);
  // In a group of three everybody meets two others, so that an odd number has fewer weeks.
  const weeks = count % 2 === 0 ? Math.floor(count / 2) : Math.floor(count / 4);
  const repeats = Array.from({ length: weeks }, (_, week) => people.pair(week).repeats);
  expect(repeats).toEqual(repeats.map(() => 0));
});

const pairsOfFour = (weights: (a: number, b: number) => number): readonly string[] =>
  pairUp(4, weights)
    .map(([a = 0, b = 0]) => key(a, b))
    .toSorted();

/** Two pairs met last week, the others longer ago. Those of last week fit best. */
const ofLastWeek = (a: number, b: number): number =>
  ['0 1', '2 3'].includes(key(a, b))
    ? weightOf({ fit: 100, weeksSince: 1, hoursMeet: true })
    : weightOf({ fit: 0, weeksSince: 5, hoursMeet: true });

/** Nobody has met, and two pairs fit. */
const byFit = (a: number, b: number): number =>
  weightOf({ fit: ['0 3', '1 2'].includes(key(a, b)) ? 90 : 10, weeksSince: null, hoursMeet: true });

test('company of long ago comes before company of last week, and what fits comes first among equals', () => {
  expect(pairsOfFour(ofLastWeek)).not.toContain('0 1');
  expect(pairsOfFour(byFit)).toEqual(['0 3', '1 2']);
});

/** Two of four have never met, but their partners are then a pair without a common hour again. */
const withoutHours = (a: number, b: number): number => {
  if (key(a, b) === '0 1') return weightOf({ fit: 100, weeksSince: 8, hoursMeet: false });
  if (key(a, b) === '2 3') return weightOf({ fit: 100, weeksSince: null, hoursMeet: true });
  return weightOf({ fit: 0, weeksSince: 1, hoursMeet: true });
};

test('two who were a pair without a common hour are one again only if nothing else is possible', () => {
  expect(pairsOfFour(withoutHours)).not.toContain('0 1');
  const many = pairUp(20, (a, b) =>
    weightOf({ fit: 0, weeksSince: 1, hoursMeet: Math.floor(a / 2) !== Math.floor(b / 2) }),
  );
  expect(many.filter(([a = 0, b = 0]) => Math.floor(a / 2) === Math.floor(b / 2))).toEqual([]);
  const alone = weightOf({ fit: 0, weeksSince: 1, hoursMeet: false });
  expect(pairUp(2, () => alone)).toEqual([[0, 1]]);
});
