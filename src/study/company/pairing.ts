/** Two people who could study together. Each pair is listed once, `a` before `b`. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** How much the pair is wished for. A pair that never met weighs more than any that did. */
  readonly weight: number;
}

/** How well two people fit, from 0 to 100, and when they met last. */
export interface Match {
  readonly fit: number;
  /** How many weeks ago they were a pair; null if they never were. */
  readonly weeksSince: number | null;
  /** Whether any hour of the week suits both. */
  readonly hoursMeet: boolean;
}

const NEVER_MET = 10_000;
const BY_FIT = 10;
/** Those who met weigh more the longer that is ago, up to ten weeks. */
const BY_WEEK = 300;
const MOST_BY_WEEK = 3000;
/** Less than all other pairs of a group together can make up for, but more than being alone. */
const NO_HOUR = -100_000;

/**
 * The weight of a pair. New company comes first, then the company that was longest ago, then what fits. Two who were a
 * pair although no hour suits both are one again only if nothing else is possible.
 */
export function weightOf({ fit, weeksSince, hoursMeet }: Match): number {
  if (weeksSince === null) return NEVER_MET + BY_FIT * fit;
  if (!hoursMeet) return NO_HOUR + fit;
  return Math.min(MOST_BY_WEEK, BY_WEEK * weeksSince) + fit;
}

/** Up to so many people are paired in the best of all ways; more of them in a good way. */
const EXACT = 12;

/**
 * Divides people into pairs, with three where their number is odd. Up to twelve people are paired in the best way, so that
 * nobody meets again while there is a way without it. For more, the heaviest pairs come first, and two pairs exchange
 * partners while that helps: without a repetition as long as everybody has not met at least half of the others.
 * It yields every few milliseconds, because it compares everybody with everybody.
 * @param count the number of people, who are called 0, 1, 2 ...
 * @param weights the weight of each possible pair; null for two who must not meet. It is symmetric
 * @returns the groups of two or three. Who may meet nobody who is left is in none
 */
export function* pairInSteps(
  count: number,
  weights: (a: number, b: number) => number | null,
): Generator<void, readonly (readonly number[])[]> {
  const pairs = count <= EXACT ? bestPairs(count, weights) : yield* goodPairs(count, weights);
  const paired = new Set(pairs.flat());
  const groups: number[][] = pairs.map((pair) => [...pair]);
  for (let person = 0; person < count; person += 1) {
    if (!paired.has(person)) joinAsThird(groups, person, weights);
  }
  return groups;
}

type Weights = (a: number, b: number) => number | null;
type Pair = readonly [number, number];

/** Adds a person to the pair that they fit best, of those with nobody whom they must not meet. */
function joinAsThird(groups: number[][], person: number, weights: Weights): void {
  let best: { readonly group: number[]; readonly weight: number } | null = null;
  for (const group of groups) {
    if (group.length !== 2) continue;
    const both = group.map((other) => weights(person, other));
    const weight = both.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    if (!both.includes(null) && (best === null || weight > best.weight)) best = { group, weight };
  }
  best?.group.push(person);
}

/**
 * The pairs with the largest weight together, among those with the most pairs. Each set of people is solved once, from its
 * last person on.
 */
function bestPairs(count: number, weights: Weights): readonly Pair[] {
  const solved = new Map<number, { readonly value: number; readonly pairs: readonly Pair[] }>();
  const solve = (left: number): { readonly value: number; readonly pairs: readonly Pair[] } => {
    if (left === 0) return { value: 0, pairs: [] };
    const known = solved.get(left);
    if (known !== undefined) return known;
    const last = 31 - Math.clz32(left);
    const others = left & ~(1 << last);
    let best = solve(others);
    for (let other = 0; other < last; other += 1) {
      const weight = (others & (1 << other)) === 0 ? null : weights(other, last);
      if (weight === null) continue;
      const rest = solve(others & ~(1 << other));
      const value = A_PAIR + weight + rest.value;
      if (value > best.value) best = { value, pairs: [[other, last], ...rest.pairs] };
    }
    solved.set(left, best);
    return best;
  };
  return solve((1 << count) - 1).pairs;
}

/** One pair more counts for more than all weights together, so that nobody is left out who could meet somebody. */
const A_PAIR = 1_000_000;

/** The heaviest pairs first. Then pairs exchange partners, also with those who are left, while that helps. */
function* goodPairs(count: number, weights: Weights): Generator<void, readonly Pair[]> {
  const edges: Edge[] = [];
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const weight = weights(a, b);
      if (weight !== null) edges.push({ a, b, weight });
    }
    yield;
  }
  const free = new Set(Array.from({ length: count }, (_, person) => person));
  const pairs: [number, number][] = [];
  for (const { a, b } of edges.toSorted((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)) {
    if (!free.has(a) || !free.has(b)) continue;
    free.delete(a);
    free.delete(b);
    pairs.push([a, b]);
  }
  while ((yield* exchange(pairs, weights)) || takeIn(pairs, free, weights)) yield;
  return pairs;
}

/** Lets pairs exchange partners wherever that makes both together heavier. @returns whether any did */
function* exchange(pairs: [number, number][], weights: Weights): Generator<void, boolean> {
  let isBetter = false;
  for (let i = 0; i < pairs.length; i += 1) {
    for (let j = i + 1; j < pairs.length; j += 1) {
      const [first, second] = [pairs[i], pairs[j]];
      if (first === undefined || second === undefined) continue;
      const [a, b] = first;
      const [c, d] = second;
      const now = total(weights, [a, b], [c, d]);
      const across = total(weights, [a, c], [b, d]);
      const crossed = total(weights, [a, d], [b, c]);
      if (Math.max(across, crossed) <= now) continue;
      [pairs[i], pairs[j]] =
        across >= crossed
          ? [
              [a, c],
              [b, d],
            ]
          : [
              [a, d],
              [b, c],
            ];
      isBetter = true;
    }
    yield;
  }
  return isBetter;
}

/**
 * Lets people who are left take the place of one in a pair: two of them each take one partner, which makes a pair more, or
 * one of them fits better. @returns whether anything changed
 */
function takeIn(pairs: [number, number][], free: Set<number>, weights: Weights): boolean {
  for (const [place, [a, b]] of pairs.entries()) {
    for (const one of free) {
      for (const [stays, goes] of [
        [a, b],
        [b, a],
      ] as const) {
        const other = [...free].find((each) => each !== one && weights(goes, each) !== null);
        if (weights(stays, one) !== null && other !== undefined) {
          free.delete(one);
          free.delete(other);
          pairs[place] = [stays, one];
          pairs.push([goes, other]);
          return true;
        }
        if (total(weights, [stays, one]) > total(weights, [a, b])) {
          free.delete(one);
          free.add(goes);
          pairs[place] = [stays, one];
          return true;
        }
      }
    }
  }
  return false;
}

/** The weight of some pairs together. Two who must not meet make it smaller than any other. */
function total(weights: Weights, ...pairs: readonly Pair[]): number {
  return pairs.reduce((sum, [a, b]) => sum + (weights(a, b) ?? -Infinity), 0);
}
