import { expect, test } from 'vitest';
import { OutboxError } from '../../../src/discord/outbox-error.ts';
import { takeOutPictures } from '../../../src/schedule/jobs/take-out-pictures.ts';
import { removals } from '../../../src/store/members/named-pictures.ts';
import { at, MINUTE, setting } from '../setting.ts';

const DAY = 24 * 60;

test('a picture in a closed channel is tried less and less often, for a day', async () => {
  const { store, db, scheduler, outbox, clock, logged } = await setting([], {
    clock: { now: at('2026-11-23T06:00Z') },
  });
  const tries: number[] = [];
  outbox.takeOutPictures = () => {
    tries.push(clock.now);
    return Promise.reject(new OutboxError('forbidden'));
  };
  await db
    .insertInto('picture_removal')
    .values({ message_id: 'm', channel_id: 'c', at: clock.now, tries: 0 })
    .execute();
  const began = clock.now;
  for (let minute = 0; minute <= 2 * DAY; minute += 1) {
    clock.now = began + minute * MINUTE;
    await takeOutPictures.run(scheduler, clock.now);
  }
  expect(tries.map((time) => (time - began) / MINUTE).slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
  expect(tries.at(-1)).toBeGreaterThan(began + 23 * 60 * MINUTE);
  expect(tries.at(-1)).toBeLessThan(began + 25 * 60 * MINUTE);
  expect(logged.some((line) => line.includes('a picture stays'))).toBe(true);
  await store.close();
});

const waiting = (message_id: string, tries: number, since: number) => {
  return { message_id, channel_id: 'c', at: since, tries };
};

test('pictures that were not tried yet do not wait for those that fail', async () => {
  const { store, db } = await setting([]);
  await db
    .insertInto('picture_removal')
    .values([waiting('a', 5, 1), waiting('b', 0, 3), waiting('c', 0, 2), waiting('d', 0, 5)])
    .execute();
  const order = async (limit: number) => (await removals(db, 4, limit)).map(({ messageId }) => messageId);
  expect(await order(10)).toEqual(['c', 'b', 'a']);
  expect(await order(2)).toEqual(['c', 'b']);
  await store.close();
});
