import * as fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { TopicNode } from '../../../src/roadmap/outline.ts';
import type { Entry, Progress } from '../../../src/study/progress/progress.ts';
import {
  dueOf,
  fadingOf,
  firstDue,
  FSRS_PARAMETERS,
  type Grade,
  GRADES,
  isReviewable,
  type KeptCards,
  newCard,
  nextDue,
  outlook,
  rate,
  retrievability,
  type ReviewCard,
  reviewsOf,
  tomorrow,
} from '../../../src/study/review/review.ts';
import { newEntry } from '../../../src/study/topics/actions.ts';
import { dayBounds, studyDay, utcDay } from '../../../src/time/study-day.ts';
import { outlineOf } from '../roadmaps.ts';

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const NOON = at('2026-11-23T12:00Z');
const clock = { timeZone: 'Europe/Istanbul', dayStart: 4 };

const direct = fsrs(FSRS_PARAMETERS);
const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;
const grades = fc.constantFrom(...GRADES);

describe('a card', () => {
  test('comes back as FSRS says, whatever is answered and when', () => {
    const answers = fc.array(fc.record({ grade: grades, after: fc.nat({ max: 400 * DAY }) }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(answers, (steps) => {
        let own: ReviewCard = newCard(NOON);
        let theirs = createEmptyCard(NOON);
        let now = NOON;
        for (const { grade, after } of steps) {
          now += after;
          const promised = outlook(own, now);
          own = rate(own, grade, now);
          theirs = direct.next(theirs, now, RATINGS[grade]).card;
          expect(own.due).toBe(theirs.due.getTime());
          expect(own.scheduledDays).toBe(promised[grade]);
          expect(own.due).toBe(now + promised[grade] * DAY);
          expect([own.stability, own.difficulty, own.reps, own.lapses, own.state]).toEqual([
            theirs.stability,
            theirs.difficulty,
            theirs.reps,
            theirs.lapses,
            theirs.state,
          ]);
          // What is kept as JSON comes out of it as it went in.
          expect(JSON.parse(JSON.stringify(own))).toEqual(own);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('promises later dates for better answers, of whole days and at least one', () => {
    fc.assert(
      fc.property(fc.array(grades, { maxLength: 12 }), fc.integer({ min: 1, max: 90 }), (answered, days) => {
        let card = newCard(NOON);
        let now = NOON;
        for (const grade of answered) {
          card = rate(card, grade, now);
          now += days * DAY;
        }
        const next = outlook(card, now);
        expect(next.again).toBeGreaterThanOrEqual(1);
        expect(next.hard).toBeGreaterThanOrEqual(next.again);
        expect(next.good).toBeGreaterThan(next.hard);
        expect(next.easy).toBeGreaterThan(next.good);
        expect(Object.values(next).every(Number.isInteger)).toBe(true);
      }),
    );
  });

  test('is forgotten as FSRS says', () => {
    let card = newCard(NOON);
    const theirs = direct.next(createEmptyCard(NOON), NOON, Rating.Good).card;
    card = rate(card, 'good', NOON);
    for (let days = 0; days < 400; days += 7) {
      const now = NOON + days * DAY + HOUR;
      expect(retrievability(card, 0, now)).toBe(direct.get_retrievability(theirs, now, false));
    }
  });

  test('that was never reviewed is forgotten since it was done', () => {
    expect(retrievability(null, NOON, NOON)).toBe(1);
    expect(retrievability(null, NOON, NOON - DAY)).toBe(1);
    expect(retrievability(null, NOON, NOON + 2 * DAY)).toBeGreaterThan(0.89);
    expect(retrievability(null, NOON, NOON + 30 * DAY)).toBeLessThan(0.8);
    expect(retrievability(newCard(NOON), NOON, NOON + 30 * DAY)).toBe(
      retrievability(null, NOON, NOON + 30 * DAY),
    );
  });
});

const trail = outlineOf(`
# Trail

## Tools <!-- kind: toolset -->
- [ ] Knife

## Track
- [ ] Walk
- [ ] Climb
  - [ ] Rope
  - [ ] Rock
- [ ] Swim
`);
const idOf = (title: string): string => {
  const node = trail.nodes.find((each) => each.topic.title === title);
  if (node === undefined) throw new Error(title);
  return node.id;
};
const done = (since: number) => newEntry('done', { at: since, date: utcDay(since) });
const titles = (reviews: readonly { node: TopicNode }[]): string[] =>
  reviews.map(({ node }) => node.topic.title);

describe('what is reviewed', () => {
  test('is the leaves of the tracks', () => {
    expect(trail.nodes.filter(isReviewable).map((node) => node.topic.title)).toEqual([
      'Walk',
      'Rope',
      'Rock',
      'Swim',
    ]);
  });

  test('is what is done; what was taken up again waits with its card', () => {
    const cards: KeptCards = new Map([
      [idOf('Rope'), { card: rate(newCard(NOON), 'good', NOON), putOffUntil: null }],
    ]);
    const doing: Progress = new Map<string, Entry>([
      [idOf('Knife'), done(0)],
      [idOf('Walk'), done(0)],
      [idOf('Rope'), newEntry('doing', { at: NOON, date: utcDay(NOON) })],
      ['no-longer-there', done(0)],
    ]);
    expect(titles(reviewsOf(trail, doing, cards, NOON))).toEqual(['Walk']);
    const again: Progress = new Map([...doing, [idOf('Rope'), done(NOON)]]);
    const [, rope] = reviewsOf(trail, again, cards, NOON);
    expect(rope?.card?.reps).toBe(1);
  });
});

describe('what is due', () => {
  // Done at eleven in the evening in Istanbul, and at two in the night, which is the same study day.
  test.each([
    ['2026-11-23T20:00Z', '2026-11-24T00:59Z', false],
    ['2026-11-23T20:00Z', '2026-11-24T01:00Z', true],
    ['2026-11-23T23:00Z', '2026-11-24T00:59Z', false],
    ['2026-11-23T23:00Z', '2026-11-24T01:00Z', true],
  ])('a topic done at %s is first asked for the day after; at %s: %s', (since, now, isDue) => {
    const reviews = reviewsOf(trail, new Map([[idOf('Walk'), done(at(since))]]), new Map(), at(now));
    expect(dueOf(reviews, clock, at(now))).toHaveLength(isDue ? 1 : 0);
    expect(firstDue(at(since), clock)).toBe(at('2026-11-24T01:00Z'));
    expect(nextDue(reviews, clock, at(now))).toBe(isDue ? null : at('2026-11-24T01:00Z'));
  });

  test('a date counts from the start of its study day', () => {
    const card = rate(newCard(NOON), 'good', at('2026-11-20T20:30Z'));
    expect(card.due).toBe(at('2026-11-23T20:30Z'));
    const due = (now: string): number => {
      const kept: KeptCards = new Map([[idOf('Walk'), { card, putOffUntil: null }]]);
      const progress: Progress = new Map([[idOf('Walk'), done(0)]]);
      return dueOf(reviewsOf(trail, progress, kept, at(now)), clock, at(now)).length;
    };
    expect(due('2026-11-23T00:59Z')).toBe(0);
    expect(due('2026-11-23T01:00Z')).toBe(1);
  });

  test('the most forgotten comes first, and what was put off not before tomorrow', () => {
    const card = (grade: Grade, ago: number): ReviewCard => rate(newCard(0), grade, NOON - ago * DAY);
    const kept: KeptCards = new Map([
      [idOf('Walk'), { card: card('easy', 10), putOffUntil: null }],
      [idOf('Rope'), { card: card('again', 10), putOffUntil: null }],
      [idOf('Rock'), { card: card('good', 10), putOffUntil: tomorrow(NOON, clock) }],
    ]);
    const progress: Progress = new Map(['Walk', 'Rope', 'Rock', 'Swim'].map((name) => [idOf(name), done(0)]));
    const reviews = reviewsOf(trail, progress, kept, NOON);
    expect(titles(dueOf(reviews, clock, NOON))).toEqual(['Swim', 'Rope', 'Walk']);
    expect(nextDue(reviews, clock, NOON)).toBe(tomorrow(NOON, clock));
    const morning = tomorrow(NOON, clock);
    expect(titles(dueOf(reviewsOf(trail, progress, kept, morning), clock, morning))).toContain('Rock');
  });

  test('is what is not still to come, in any zone, at any hour, whatever was answered', () => {
    const zone = fc.constantFrom('Pacific/Apia', 'America/Havana', 'Europe/Istanbul', 'Pacific/Marquesas');
    const instant = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') });
    const kept = fc.option(fc.record({ grade: grades, ago: fc.nat({ max: 60 }) }), { nil: null });
    fc.assert(
      fc.property(zone, fc.nat({ max: 12 }), instant, kept, (timeZone, dayStart, now, answered) => {
        const own = { timeZone, dayStart };
        const since = now - 90 * DAY;
        const cards: KeptCards =
          answered === null
            ? new Map()
            : new Map([
                [
                  idOf('Walk'),
                  {
                    card: rate(newCard(since), answered.grade, now - answered.ago * DAY),
                    putOffUntil: null,
                  },
                ],
              ]);
        const reviews = reviewsOf(trail, new Map([[idOf('Walk'), done(since)]]), cards, now);
        const next = nextDue(reviews, own, now);
        expect(dueOf(reviews, own, now)).toHaveLength(next === null ? 1 : 0);
        if (next === null) return;
        expect(next).toBeGreaterThan(now);
        // It begins at the start of a day, and then it is due.
        expect(dayBounds(studyDay(next, timeZone, dayStart), timeZone, dayStart).from).toBe(next);
        const then = reviewsOf(trail, new Map([[idOf('Walk'), done(since)]]), cards, next);
        expect(dueOf(then, own, next)).toHaveLength(1);
      }),
    );
  });
});

test('a topic fades below the threshold, not at it', () => {
  const reviews = reviewsOf(trail, new Map([[idOf('Walk'), done(NOON - 30 * DAY)]]), new Map(), NOON);
  const [walk] = reviews;
  expect(fadingOf(reviews, 0.8)).toEqual([walk]);
  expect(fadingOf(reviews, walk?.retrievability ?? 0)).toEqual([]);
});
