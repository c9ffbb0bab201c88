import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHeartbeat } from '../../src/schedule/heartbeat.ts';
import type { Job } from '../../src/schedule/scheduler.ts';
import { eventually } from '../patience.ts';
import { guildWith, HOUR, MINUTE, NINE, plainPost, type Setting, setting } from './setting.ts';

let here: Setting;
beforeEach(async () => {
  here = await setting([plainPost()]);
  await guildWith(here.db, [plainPost()]);
});
afterEach(async () => {
  vi.useRealTimers();
  await here.store.close();
});

test('ticks at once, so that missed posts are caught up at the start', async () => {
  here.clock.now = NINE + HOUR;
  const heartbeat = startHeartbeat(here.scheduler);
  await eventually(() => expect(here.outbox.messages).toHaveLength(1));
  await heartbeat.stop();
});

test('ticks once a minute until it is stopped', async () => {
  vi.useFakeTimers({ now: NINE - 90_000, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const scheduler = { ...here.scheduler, app: { ...here.scheduler.app, now: () => Date.now() } };
  const heartbeat = startHeartbeat(scheduler);
  expect(here.outbox.messages).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  await eventually(() => expect(here.outbox.messages).toHaveLength(1));
  await heartbeat.stop();
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(here.outbox.messages).toHaveLength(1);
});

/** How often it ticks in some minutes after the machine's clock was moved. */
async function ticksAfter(move: number, minutes: number): Promise<number> {
  vi.useFakeTimers({ now: NINE - 90_000 });
  let ticks = 0;
  const job: Job = {
    name: 'count',
    of: 'guilds',
    run: () => {
      ticks += 1;
      return Promise.resolve();
    },
  };
  const scheduler = { ...here.scheduler, app: { ...here.scheduler.app, now: () => Date.now() }, jobs: [job] };
  const heartbeat = startHeartbeat(scheduler);
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  vi.setSystemTime(Date.now() + move);
  ticks = 0;
  await vi.advanceTimersByTimeAsync(minutes * MINUTE);
  await heartbeat.stop();
  return ticks;
}

test.each([
  ['back by three hours', -3 * HOUR],
  ['back by two minutes', -2 * MINUTE],
  ['back by a year', -365 * 24 * HOUR],
  ['forward by three hours', 3 * HOUR],
  ['forward by a year', 365 * 24 * HOUR],
])('continues when the machine’s clock is set %s: at most two minutes are lost', async (_move, by) => {
  expect(await ticksAfter(by, 10)).toBeGreaterThanOrEqual(8);
});

test('stopping waits for a sending that has begun', async () => {
  here.clock.now = NINE;
  const sending = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  here.outbox.fates.push({
    before: () => sending.resolve(),
    after: () => answered.promise,
  });
  const heartbeat = startHeartbeat(here.scheduler);
  await sending.promise;
  const stopped = heartbeat.stop();
  answered.resolve();
  await stopped;
  const [delivery] = await here.db.selectFrom('delivery').selectAll().execute();
  expect(delivery?.state).toBe('sent');
});
