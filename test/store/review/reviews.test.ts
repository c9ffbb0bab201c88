import { runs } from '../../database.ts';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outline } from '../../../src/roadmap/outline.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import { AlreadyHandled } from '../../../src/store/once.ts';
import { deletePersonalData } from '../../../src/store/members/personal-data.ts';
import type { Actor } from '../../../src/store/actor.ts';
import { putOffReview, recordRating } from '../../../src/store/review/answering.ts';
import { cardsOf, cardsOfMembers } from '../../../src/store/review/cards.ts';
import { lastAnswer } from '../../../src/store/review/log.ts';
import { undoReview } from '../../../src/store/review/undo.ts';
import type { Db } from '../../../src/store/schema.ts';
import { type Grade, GRADES } from '../../../src/study/review/card.ts';
import { dayAfter, utcDay } from '../../../src/time/study-day.ts';
import { idOf, storeWith } from '../store.ts';

const NOON = Temporal.Instant.from('2026-11-23T12:00Z').epochMilliseconds;
const DAY = 24 * 60 * 60 * 1000;
const MONDAY = '2026-11-23';

let db: Db;
let trail: Outline;
let close: () => Promise<void>;
let interactions = 0;

beforeEach(async () => {
  ({ db, trail, close } = await storeWith('# Trail\n\n## Track\n- [ ] Walk\n- [ ] Swim\n'));
});
afterEach(() => close());

const actor = (at: number, userId = 'ana'): Actor => {
  interactions += 1;
  return { interactionId: `i${String(interactions).padStart(8, '0')}`, userId, guildId: null, at };
};
const walk = (reps: number) => ({ topicId: idOf(trail, 'Walk'), firstDue: MONDAY, reps });
const walkCard = async (userId = 'ana') => (await cardsOf(db, userId, 'trail')).get(idOf(trail, 'Walk'));

describe('answering', () => {
  test('stores the card and the answer', async () => {
    const given = actor(NOON);
    const card = await recordRating(db, given, walk(0), 'good');
    expect(card).toMatchObject({ dueDate: '2026-11-26', reviewDate: MONDAY });
    expect(await walkCard()).toEqual({ card, reviewedAt: NOON, putOffTo: null });
    expect(await lastAnswer(db, 'ana', 'trail', 0)).toBe(given.interactionId);
    expect(await lastAnswer(db, 'ana', 'trail', NOON + 1)).toBeNull();
    expect(await lastAnswer(db, 'ana', 'other', 0)).toBeNull();
    expect(await lastAnswer(db, 'ben', 'trail', 0)).toBeNull();
  });

  test('is refused from an older button, and happens once for an interaction', async () => {
    const given = actor(NOON);
    const card = await recordRating(db, given, walk(0), 'good');
    await expect(recordRating(db, given, walk(1), 'easy')).rejects.toThrow(AlreadyHandled);
    expect(await recordRating(db, actor(NOON), walk(0), 'easy')).toBeNull();
    expect(await putOffReview(db, actor(NOON), walk(0), dayAfter(MONDAY))).toBeNull();
    expect((await walkCard())?.card).toEqual(card);
  });

  test('“not today” keeps FSRS’s date, and an answer ends it', async () => {
    const first = await recordRating(db, actor(NOON), walk(0), 'good');
    await putOffReview(db, actor(NOON + 3 * DAY), walk(1), '2026-11-27');
    expect(await walkCard()).toEqual({ card: first, reviewedAt: NOON, putOffTo: '2026-11-27' });
    await recordRating(db, actor(NOON + 4 * DAY), walk(1), 'good');
    expect((await walkCard())?.putOffTo).toBeNull();
  });

  test('one member’s cards are nobody else’s', async () => {
    await recordRating(db, actor(NOON), walk(0), 'good');
    expect(await walkCard('ben')).toBeUndefined();
    await recordRating(db, actor(NOON, 'ben'), walk(0), 'again');
    expect([...(await cardsOfMembers(db, ['ben', 'eve'], ['trail'])).keys()]).toEqual(['ben']);
    await deletePersonalData(db, actor(NOON));
    expect(await walkCard()).toBeUndefined();
    expect(await db.selectFrom('review_log').select('user_id').execute()).toEqual([{ user_id: 'ben' }]);
  });
});

describe('undoing', () => {
  test('reverses the last answer of any kind, and no other', async () => {
    const first = actor(NOON);
    const second = actor(NOON + 3 * DAY);
    await recordRating(db, first, walk(0), 'good');
    const before = await walkCard();
    await putOffReview(db, second, walk(1), '2026-11-27');
    expect(await undoReview(db, actor(NOON), first.interactionId)).toBeNull();
    expect(await undoReview(db, actor(NOON, 'ben'), second.interactionId)).toBeNull();
    expect(await undoReview(db, actor(NOON), 'nothing')).toBeNull();
    expect(await undoReview(db, actor(NOON), second.interactionId)).toBe(idOf(trail, 'Walk'));
    expect(await walkCard()).toEqual(before);
    expect(await undoReview(db, actor(NOON), second.interactionId)).toBeNull();
    expect(await undoReview(db, actor(NOON), first.interactionId)).toBe(idOf(trail, 'Walk'));
    expect(await walkCard()).toBeUndefined();
    expect(await lastAnswer(db, 'ana', 'trail', 0)).toBeNull();
    // The log still has all of it.
    const log = await db.selectFrom('review_log').select('rating').orderBy('id').execute();
    expect(log.map(({ rating }) => rating)).toEqual(['good', 'later', 'undo', 'undo']);
  });

  test('restores the exact state before, however often', async () => {
    const step = fc.record({
      grade: fc.constantFrom<Grade | 'later'>(...GRADES, 'later'),
      after: fc.nat({ max: 90 * DAY }),
      undone: fc.nat({ max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await db.deleteFrom('review').execute();
        await db.deleteFrom('review_log').execute();
        // The cards before each answer that was not undone.
        const stack: { id: string; before: Awaited<ReturnType<typeof walkCard>> }[] = [];
        let now = NOON;
        for (const { grade, after, undone } of steps) {
          now += after;
          const before = await walkCard();
          const given = actor(now);
          const review = walk(before?.card.reps ?? 0);
          if (grade === 'later') await putOffReview(db, given, review, dayAfter(utcDay(now)));
          else await recordRating(db, given, review, grade);
          stack.push({ id: given.interactionId, before });
          for (let time = 0; time < undone; time += 1) {
            const last = stack.pop();
            expect(await lastAnswer(db, 'ana', 'trail', 0)).toBe(last?.id ?? null);
            if (last === undefined) break;
            await undoReview(db, actor(now), last.id);
            expect(await walkCard()).toEqual(last.before);
          }
        }
      }),
      runs(25),
    );
  });
});

test('a year of reviews with an undo at every step equals one without', async () => {
  let now = NOON;
  let reviews = 0;
  while (now < NOON + 365 * DAY) {
    const kept = await walkCard();
    // Members remember less at times, as in real life.
    const grade = GRADES[(reviews * 7 + 2) % 5 === 0 ? 0 : 1 + (reviews % 3)] ?? 'good';
    const wrong = actor(now);
    await recordRating(db, wrong, walk(reviews), grade === 'again' ? 'easy' : 'again');
    await undoReview(db, actor(now), wrong.interactionId);
    expect(await walkCard()).toEqual(kept);
    const card = await recordRating(db, actor(now), walk(reviews), grade);
    await recordRating(db, actor(now, 'ben'), walk(reviews), grade);
    expect((await walkCard('ben'))?.card).toEqual(card);
    now += (card?.scheduledDays ?? 1) * DAY;
    reviews += 1;
  }
  expect(reviews).toBeGreaterThan(8);
  const log = await db.selectFrom('review_log').select('id').where('user_id', '=', 'ana').execute();
  expect(log).toHaveLength(3 * reviews);
});

const write = (at: number, text: string) =>
  writeProof(db, actor(at), {
    topicId: idOf(trail, 'Walk'),
    method: 'cheatcode',
    parts: [text],
    url: null,
    language: null,
  });

describe('written work', () => {
  test('is a good review of its topic, which is not offered for undoing as an answer', async () => {
    await write(NOON, 'Step by step.');
    const first = await walkCard();
    expect(first?.card).toMatchObject({ reps: 1, reviewDate: MONDAY, dueDate: '2026-11-26' });
    expect(await lastAnswer(db, 'ana', 'trail', 0)).toBeNull();
    await write(NOON + DAY, 'Step by step, and rest.');
    expect((await walkCard())?.card.reps).toBe(2);
    const log = await db.selectFrom('review_log').select('rating').execute();
    expect(log.map(({ rating }) => rating)).toEqual(['proof', 'proof']);
  });

  test('does not count on a day on which the topic was reviewed, and the answer before it stays', async () => {
    const given = actor(NOON);
    await recordRating(db, given, walk(0), 'again');
    const answered = await walkCard();
    await write(NOON + 1, 'Step by step.');
    expect(await walkCard()).toEqual(answered);
    await write(NOON + DAY, 'Step by step, and rest.');
    expect(await undoReview(db, actor(NOON + DAY), given.interactionId)).toBeNull();
  });
});
