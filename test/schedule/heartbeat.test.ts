import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHeartbeat } from '../../src/schedule/heartbeat.ts';
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

test('ticks at once, so that what was missed is caught up at the start', async () => {
  here.clock.now = NINE + HOUR;
  const heartbeat = startHeartbeat(here.scheduler);
  await vi.waitFor(() => expect(here.outbox.messages).toHaveLength(1));
  await heartbeat.stop();
});

test('ticks once a minute, and no longer once it is stopped', async () => {
  vi.useFakeTimers({ now: NINE - 90_000, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const scheduler = { ...here.scheduler, app: { ...here.scheduler.app, now: () => Date.now() } };
  const heartbeat = startHeartbeat(scheduler);
  expect(here.outbox.messages).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  await vi.waitFor(() => expect(here.outbox.messages).toHaveLength(1));
  await heartbeat.stop();
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(here.outbox.messages).toHaveLength(1);
});

test('stopping waits for the sending that was begun', async () => {
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
