import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TopicNode } from '../../../src/roadmap/outline.ts';
import type { Entry, Progress } from '../../../src/study/progress/progress.ts';
import { type Grade, GRADES, newCard, rate, type ReviewCard } from '../../../src/study/review/card.ts';
import {
  aheadOf,
  countFading,
  dueOf,
  fadingOf,
  hasOpen,
  isReviewable,
  type KeptCard,
  type KeptCards,
  nextDue,
  reviewsOf,
} from '../../../src/study/review/review.ts';
import { newEntry } from '../../../src/study/topics/actions.ts';
import { dateOf, dayAfter, dayNumber } from '../../../src/time/study-day.ts';
import { outlineOf } from '../roadmaps.ts';

const MONDAY = '2026-11-23';
const ago = (days: number, from = MONDAY): string => dateOf(dayNumber(from) - days);
const grades = fc.constantFrom(...GRADES);

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
const done = (date: string) => newEntry('done', { at: 0, date });
const kept = (card: ReviewCard, putOffTo: string | null = null): KeptCard => ({
  card,
  reviewedAt: null,
  putOffTo,
});
const reviewed = (grade: Grade, date: string): KeptCard => kept(rate(newCard(date), grade, date));
const titles = (reviews: readonly { node: TopicNode }[]): string[] =>
  reviews.map(({ node }) => node.topic.title);

describe('a topic is reviewed', () => {
  test('if it is a leaf of a track', () => {
    expect(trail.nodes.filter(isReviewable).map((node) => node.topic.title)).toEqual([
      'Walk',
      'Rope',
      'Rock',
      'Swim',
    ]);
  });

  test('if it is done; a topic that was begun again waits with its card', () => {
    const cards: KeptCards = new Map([[idOf('Rope'), reviewed('good', MONDAY)]]);
    const doing: Progress = new Map<string, Entry>([
      [idOf('Knife'), done(ago(9))],
      [idOf('Walk'), done(ago(9))],
      [idOf('Rope'), newEntry('doing', { at: 0, date: MONDAY })],
      ['no-longer-there', done(ago(9))],
    ]);
    expect(titles(reviewsOf(trail, doing, cards, MONDAY))).toEqual(['Walk']);
    const again: Progress = new Map([...doing, [idOf('Rope'), done(MONDAY)]]);
    const [, rope] = reviewsOf(trail, again, cards, MONDAY);
    expect(rope?.card?.reps).toBe(1);
  });
});

describe('a review is due', () => {
  test('for the first time on the study day after the topic was done', () => {
    const progress: Progress = new Map([[idOf('Walk'), done(MONDAY)]]);
    const on = (today: string) => reviewsOf(trail, progress, new Map(), today);
    expect(dueOf(on(MONDAY), MONDAY)).toEqual([]);
    expect(nextDue(on(MONDAY), MONDAY)).toBe('2026-11-24');
    expect(titles(dueOf(on('2026-11-24'), '2026-11-24'))).toEqual(['Walk']);
  });

  test('at the earliest on the day after, if the topic was done again after a review', () => {
    const cards: KeptCards = new Map([[idOf('Walk'), reviewed('good', ago(90))]]);
    const [walk] = reviewsOf(trail, new Map([[idOf('Walk'), done(MONDAY)]]), cards, MONDAY);
    expect(walk).toMatchObject({ dueDate: '2026-11-24', knownDate: MONDAY, retrievability: 1 });
  });

  test('with the most forgotten first, and not before its day if it was put off', () => {
    const tomorrow = dayAfter(MONDAY);
    const cards: KeptCards = new Map([
      [idOf('Walk'), reviewed('easy', ago(10))],
      [idOf('Rope'), reviewed('again', ago(10))],
      [idOf('Rock'), { ...reviewed('good', ago(10)), putOffTo: tomorrow }],
    ]);
    const progress: Progress = new Map(
      ['Walk', 'Rope', 'Rock', 'Swim'].map((name) => [idOf(name), done(ago(90))]),
    );
    const reviews = reviewsOf(trail, progress, cards, MONDAY);
    expect(titles(dueOf(reviews, MONDAY))).toEqual(['Rope', 'Swim', 'Walk']);
    expect(nextDue(reviews, MONDAY)).toBe(tomorrow);
    expect(titles(dueOf(reviewsOf(trail, progress, cards, tomorrow), tomorrow))).toContain('Rock');
  });

  test('if it does not lie in the future, whatever was answered', () => {
    const answer = fc.option(fc.record({ grade: grades, days: fc.nat({ max: 60 }) }), { nil: null });
    fc.assert(
      fc.property(answer, (answered) => {
        const cards: KeptCards =
          answered === null
            ? new Map()
            : new Map([[idOf('Walk'), reviewed(answered.grade, ago(answered.days))]]);
        const progress: Progress = new Map([[idOf('Walk'), done(ago(90))]]);
        const next = nextDue(reviewsOf(trail, progress, cards, MONDAY), MONDAY);
        expect(dueOf(reviewsOf(trail, progress, cards, MONDAY), MONDAY)).toHaveLength(next === null ? 1 : 0);
        if (next === null) return;
        expect(next > MONDAY).toBe(true);
        expect(dueOf(reviewsOf(trail, progress, cards, next), next)).toHaveLength(1);
        expect(dueOf(reviewsOf(trail, progress, cards, ago(1, next)), ago(1, next))).toEqual([]);
      }),
    );
  });
});

describe('before its day', () => {
  const names = ['Walk', 'Rope', 'Rock', 'Swim'];
  /** Known since yesterday, three days ago and today, and put off. */
  const cards: KeptCards = new Map([
    [idOf('Walk'), reviewed('good', ago(1))],
    [idOf('Rope'), reviewed('easy', ago(6))],
    [idOf('Rock'), reviewed('good', MONDAY)],
    [idOf('Swim'), { ...reviewed('good', ago(2)), putOffTo: dayAfter(MONDAY) }],
  ]);
  const ahead = (progress: Progress) =>
    titles(aheadOf(trail, progress, reviewsOf(trail, progress, cards, MONDAY), MONDAY));

  test('a review is offered for a topic that is remembered less surely, if nothing is left to learn', () => {
    const all: Progress = new Map(names.map((name) => [idOf(name), done(ago(90))]));
    // Tools are nothing to remember.
    expect(hasOpen(trail, all)).toBe(false);
    expect(ahead(all)).toEqual(['Rope', 'Walk']);
    const skipped: Progress = new Map([...all, [idOf('Swim'), newEntry('skipped', { at: 0, date: MONDAY })]]);
    expect(ahead(skipped)).toEqual(['Rope', 'Walk']);
  });

  test('no review is offered while a topic is open', () => {
    const most: Progress = new Map(names.slice(0, 3).map((name) => [idOf(name), done(ago(90))]));
    expect(ahead(most)).toEqual([]);
  });
});

test('a topic fades below the threshold, not at it', () => {
  const reviews = reviewsOf(trail, new Map([[idOf('Walk'), done(ago(30))]]), new Map(), MONDAY);
  const [walk] = reviews;
  expect(fadingOf(reviews, 0.8)).toEqual([walk]);
  expect(fadingOf(reviews, walk?.retrievability ?? 0)).toEqual([]);
});

test('in a group, topics fade by each member’s own day, and each counts once', () => {
  const progress: Progress = new Map([[idOf('Walk'), done(ago(8))]]);
  const fading = (todayOf: (userId: string) => string) => {
    const count = countFading([trail]);
    for (const who of ['ana', 'ben']) count.add(progress, new Map(), { below: 0.8, today: todayOf(who) });
    return count.topics;
  };
  expect(fading(() => MONDAY)).toBe(1);
  expect(fading((userId) => (userId === 'ana' ? MONDAY : ago(8)))).toBe(1);
  expect(fading(() => ago(8))).toBe(0);
});
