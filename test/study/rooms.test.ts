import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Around, arrive, goesOn, leave, look, ROOM_RULES, type Stay } from '../../src/study/rooms.ts';
import type { Span } from '../../src/time/study-day.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const USUAL: Around = {
  deaf: false,
  suppressed: false,
  isRoom: true,
  hasCompany: true,
  isFocusing: false,
  left: ROOM_RULES.aDay,
};

/** What happens at a minute: what is around the member then, and whether they did it themselves. */
type Step = readonly [minute: number, around?: Partial<Around>, sign?: 'sign'];

/** The minutes that count of a stay that is looked at each minute, until the member leaves. */
function counted(until: number, ...steps: readonly Step[]): readonly (readonly [number, number])[] {
  let stay: Stay = arrive('room', 'voice', 0);
  let around = USUAL;
  const spans: Span[] = [];
  for (let minute = 0; minute < until; minute += 1) {
    const step = steps.findLast(([at]) => at === minute);
    if (step !== undefined) around = { ...USUAL, ...step[1] };
    const had = spans.reduce((sum, { from, to }) => sum + to - from, 0);
    const left = around.left - had;
    const looked = look(stay, { ...around, left }, minute * MINUTE, step?.[2] === 'sign');
    ({ stay } = looked);
    if (looked.counted !== null) spans.push(looked.counted);
  }
  const had = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const last = leave(stay, around.left - had, until * MINUTE);
  if (last !== null) spans.push(last);
  return spans.map(({ from, to }) => [from / MINUTE, to / MINUTE] as const);
}

describe('time in a study room', () => {
  test.each<[string, ReturnType<typeof counted>, (readonly [number, number])[]]>([
    ['counts with company', counted(30), [[0, 30]]],
    ['does not count for less than five minutes', counted(4), []],
    ['counts from five minutes on', counted(5), [[0, 5]]],
    ['does not count alone', counted(30, [0, { hasCompany: false }]), []],
    ['counts alone with /focus', counted(30, [0, { hasCompany: false, isFocusing: true }]), [[0, 30]]],
    [
      'stops when the others leave, and goes on when they are back',
      counted(60, [20, { hasCompany: false }], [40]),
      [
        [0, 20],
        [40, 60],
      ],
    ],
    [
      'does not count in the channel for people who are away',
      counted(30, [10, { isRoom: false }]),
      [[0, 10]],
    ],
    ['does not count for listeners of a stage', counted(30, [0, { suppressed: true }], [10]), [[10, 30]]],
    ['counts while deafened for a short time', counted(30, [10, { deaf: true }], [14]), [[0, 30]]],
    [
      'does not count while deafened for longer',
      counted(30, [10, { deaf: true }], [20]),
      [
        [0, 10],
        [20, 30],
      ],
    ],
    ['stops four hours after the last sign', counted(300), [[0, 240]]],
    ['goes on with each sign', counted(400, [200, {}, 'sign']), [[0, 400]]],
    [
      'counts again after a late sign',
      counted(400, [300, {}, 'sign']),
      [
        [0, 240],
        [300, 400],
      ],
    ],
    [
      'has ten hours a day',
      counted(700, [200, {}, 'sign'], [400, {}, 'sign'], [600, {}, 'sign']),
      [[0, 600]],
    ],
    ['has what is left of the day', counted(60, [0, { left: 20 * MINUTE }]), [[0, 20]]],
  ])('%s', (_, spans, wanted) => {
    expect(spans).toEqual(wanted);
  });
});

test('a stay goes on over a short gap with the same connection and channel, and else ends where it was last seen', () => {
  const { stay } = look(arrive('room', 'voice', 0), USUAL, 0);
  const seen = look(stay, USUAL, 20 * MINUTE).stay;
  expect(goesOn(seen, 'room', 'voice', 30 * MINUTE)).toBe(true);
  expect(goesOn(seen, 'room', 'voice', 30 * MINUTE + 1)).toBe(false);
  expect(goesOn(seen, 'room', 'other', 21 * MINUTE)).toBe(false);
  expect(goesOn(seen, 'else', 'voice', 21 * MINUTE)).toBe(false);
  expect(leave(seen, HOUR, 40 * MINUTE)).toEqual({ from: 0, to: 20 * MINUTE });
  // A leave that Discord tells at once ends it then.
  expect(leave(seen, HOUR, 21 * MINUTE)).toEqual({ from: 0, to: 21 * MINUTE });
});

test('a late look at an earlier instant takes nothing away', () => {
  const { stay } = look(arrive('room', 'voice', 0), USUAL, 0);
  const seen = look(stay, USUAL, 60 * MINUTE).stay;
  const late = look(seen, USUAL, 30 * MINUTE);
  expect(late).toEqual({ stay: seen, counted: null });
  expect(leave(late.stay, 2 * HOUR, 61 * MINUTE)).toEqual({ from: 0, to: 61 * MINUTE });
});

test('whatever happens, counted time lies within the stay, in order, without overlap, and within what is left', () => {
  const around = fc.record({
    deaf: fc.boolean(),
    suppressed: fc.boolean(),
    isRoom: fc.boolean(),
    hasCompany: fc.boolean(),
    isFocusing: fc.boolean(),
  });
  const steps = fc.array(fc.tuple(fc.nat(90), around, fc.boolean()), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(steps, fc.nat(12 * 60), (moves, leftMinutes) => {
      let [stay, now] = [arrive('room', 'voice', 0), 0];
      const spans: Span[] = [];
      const had = (): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);
      let refused = 0;
      for (const [minutes, facts, sign] of moves) {
        const before = now;
        now += minutes * MINUTE;
        const full = { ...facts, left: leftMinutes * MINUTE - had() };
        const looked = look(stay, full, now, sign);
        if (looked.counted !== null) spans.push(looked.counted);
        ({ stay } = looked);
        if (stay.countsSince === null) refused = now;
        expect(stay.countsSince ?? before).toBeLessThanOrEqual(now);
      }
      const last = leave(stay, leftMinutes * MINUTE - had(), now);
      if (last !== null) spans.push(last);
      let end = 0;
      for (const { from, to } of spans) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(now);
      expect(had()).toBeLessThanOrEqual(leftMinutes * MINUTE);
      expect(last?.from ?? now).toBeGreaterThanOrEqual(refused);
    }),
  );
});
