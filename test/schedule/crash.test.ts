import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tick } from '../../src/schedule/tick.ts';
import type { ScheduledPost } from '../../src/schedule/scheduled-post.ts';
import { makeDatabase, runs } from '../database.ts';
import { isFull } from '../size.ts';
import { type Fate, FakeOutbox } from './fake-outbox.ts';
import { guildWith, HOUR, MINUTE, NINE, plainPost, type Setting, setting } from './setting.ts';

/** The process ends here: nothing can be written or sent afterwards. */
async function die(here: Setting): Promise<never> {
  await here.store.close();
  throw new Error('the process is no more');
}

const STEPS = ['choosing', 'rendering', 'before sending', 'after sending'] as const;

/** A tick in a process that ends at a step. */
async function beatAndDie(
  place: string,
  step: (typeof STEPS)[number],
  outbox: FakeOutbox,
  clock: { now: number },
): Promise<void> {
  const plain = plainPost();
  const post: ScheduledPost = {
    ...plain,
    prepare: (...args) => (step === 'choosing' ? die(here) : plain.prepare(...args)),
    render: (...args) => (step === 'rendering' ? die(here) : plain.render(...args)),
  };
  const here = await setting([post], { place, outbox, clock });
  await guildWith(here.db, [post]);
  if (step === 'before sending') outbox.fates.push({ before: () => die(here) });
  if (step === 'after sending') outbox.fates.push({ after: () => die(here) });
  await tick(here.scheduler, clock.now);
  await expect(here.db.selectFrom('post').selectAll().execute()).rejects.toThrow(
    /not open|destroyed|after calling end/,
  );
}

describe.each(STEPS)('a process that ends %s', (step) => {
  test.each([
    ['at once', 1_000],
    ['a minute later', MINUTE],
    ['when the nonce may be forgotten', 2 * MINUTE + 30_000],
    ['when the nonce is forgotten', 10 * MINUTE],
    ['hours later', 5 * HOUR],
    ['after the window', 7 * HOUR],
  ])('and starts again %s sends the message once, and marks it', async (_case, later) => {
    const clock = { now: NINE };
    const outbox = new FakeOutbox(() => clock.now);
    await using database = await makeDatabase();
    const { place } = database;
    await beatAndDie(place, step, outbox, clock);

    clock.now = NINE + later;
    const again = await setting([plainPost()], { place, outbox, clock });
    await tick(again.scheduler, clock.now);
    clock.now += MINUTE;
    await tick(again.scheduler, clock.now);
    const [delivery, ...others] = await again.db.selectFrom('delivery').selectAll().execute();
    await again.store.close();

    const inTime = later <= 6 * HOUR || step === 'after sending';
    expect(outbox.messages).toHaveLength(inTime ? 1 : 0);
    expect(delivery).toMatchObject({ state: inTime ? 'sent' : 'skipped', local_date: '2026-11-23' });
    expect(delivery?.message_id).toBe(outbox.messages[0]?.id ?? null);
    expect(others).toEqual([]);
  });
});

test.each([
  ['while the first is sent', 1, 'before'],
  ['after some were sent and none of them was marked', 7, 'after'],
  ['when all were sent', 30, 'after'],
] as const)(
  'a process that ends %s of thirty posts that were claimed together: each comes once',
  async (_case, place, when) => {
    const clock = { now: NINE };
    const outbox = new FakeOutbox(() => clock.now);
    await using database = await makeDatabase();
    const here = await setting([plainPost()], { place: database.place, outbox, clock });
    for (let n = 0; n < 30; n += 1) await guildWith(here.db, [plainPost()], { id: String(2000 + n) });
    for (let n = 1; n < place; n += 1) outbox.fates.push('ok');
    outbox.fates.push({ [when]: () => die(here) });
    await tick(here.scheduler, clock.now);

    clock.now += MINUTE;
    const again = await setting([plainPost()], { place: database.place, outbox, clock });
    await tick(again.scheduler, clock.now);
    const rows = await again.db.selectFrom('delivery').selectAll().execute();
    await again.store.close();
    expect(outbox.messages).toHaveLength(30);
    expect(new Set(outbox.messages.map(({ channelId }) => channelId)).size).toBe(30);
    expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 30 }, () => 'sent'));
  },
);

test('whatever fails and however long: never two messages for a date, and one if anything worked in time', async () => {
  const step = fc.record({
    minutes: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 500 })),
    fate: fc.constantFrom<Fate>('ok', 'answer-lost', 'unavailable'),
    findFate: fc.constantFrom<Fate>('ok', 'ok', 'unavailable'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const posts = [plainPost()];
      const here = await setting(posts);
      await guildWith(here.db, posts);
      for (const { minutes, fate, findFate } of steps) {
        here.outbox.fates.splice(0, Infinity, fate, fate);
        here.outbox.findFates.splice(0, Infinity, findFate, findFate);
        await tick(here.scheduler, here.clock.now);
        here.clock.now += minutes * MINUTE;
      }
      here.outbox.fates.length = 0;
      here.outbox.findFates.length = 0;
      await tick(here.scheduler, here.clock.now);
      const rows = await here.db.selectFrom('delivery').selectAll().execute();
      await here.store.close();

      const nonces = here.outbox.messages.map(({ nonce }) => nonce);
      expect(new Set(nonces).size).toBe(nonces.length);
      // After a tick in which everything works, nothing is unsettled, and every delivery that is marked as sent is in
      // the channel.
      expect(rows.filter(({ state }) => state === 'claimed')).toEqual([]);
      const sent = rows.filter(({ state }) => state === 'sent').map(({ id }) => id);
      expect(sent.toSorted()).toEqual(nonces.toSorted());
    }),
    runs(isFull ? 150 : 20),
  );
});
