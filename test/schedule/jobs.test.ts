import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { tick } from '../../src/schedule/tick.ts';
import type { Job } from '../../src/schedule/scheduler.ts';
import { sendOnce } from '../../src/schedule/send-once.ts';
import { type Fate, FakeOutbox } from './fake-outbox.ts';
import { guildWith, HOUR, MINUTE, NINE, plainPost, type Setting, setting } from './setting.ts';

const opened: Setting[] = [];
afterEach(async () => {
  for (const { store } of opened.splice(0)) await store.close();
});

async function ready(jobs: readonly Job[]): Promise<Setting> {
  const here = await setting([plainPost()], { jobs });
  opened.push(here);
  await guildWith(here.db, [plainPost()]);
  return here;
}

test('each tick runs every job; a job that fails is logged, and stops neither posts nor other jobs', async () => {
  const done: number[] = [];
  const here = await ready([
    { name: 'broken', of: 'guilds', run: () => Promise.reject(new Error('no such thing')) },
    { name: 'sound', of: 'guilds', run: (_office, now) => Promise.resolve(void done.push(now)) },
  ]);
  expect(await tick(here.scheduler, NINE)).toEqual({ sent: 1 });
  expect(await tick(here.scheduler, NINE + MINUTE)).toEqual({});
  expect(done).toEqual([NINE, NINE + MINUTE]);
  const errors = here.logged.filter((line) => line.includes('a job could not be done'));
  expect(errors).toHaveLength(2);
  expect(errors[0]).toContain('"job":"broken"');
  expect(errors[0]).toContain('no such thing');
});

test('a job that is stopped logs nothing', async () => {
  const stopping = new AbortController();
  const here = await ready([
    {
      name: 'stopped',
      of: 'guilds',
      run: (_office, _now, signal) => {
        stopping.abort();
        return Promise.reject(new Error(`aborted: ${signal?.aborted}`));
      },
    },
  ]);
  await tick(here.scheduler, NINE - MINUTE, stopping.signal);
  expect(here.logged.filter((line) => line.includes('job'))).toEqual([]);
});

const body = { components: [{ custom_id: 'v1:do:it:1234' }] };

test.each<[string, Fate[], number[], string[], number]>([
  ['is sent', [], [0], ['sent'], 1],
  ['asked for twice comes once', [], [0, MINUTE], ['sent', 'sent'], 1],
  ['whose answer was lost comes once', ['answer-lost'], [0, MINUTE], ['unavailable', 'sent'], 1],
  [
    'whose answer was lost is found when its nonce is forgotten',
    ['answer-lost'],
    [0, 10 * MINUTE],
    ['unavailable', 'sent'],
    1,
  ],
  ['that Discord did not take is sent later', ['unavailable'], [0, 10 * MINUTE], ['unavailable', 'sent'], 1],
  ['for a channel that is gone', ['gone'], [0], ['gone'], 0],
  ['for a channel that is forbidden', ['forbidden'], [0], ['forbidden'], 0],
])('a claimed message %s', async (_case, fates, times, outcomes, messages) => {
  let now = NINE;
  const outbox = new FakeOutbox(() => now);
  outbox.fates.push(...fates);
  const sent: string[] = [];
  for (const later of times) {
    now = NINE + later;
    sent.push(
      await sendOnce(
        { outbox, log: pino({ level: 'silent' }), restored: null },
        { id: '1234', channelId: 'c', claimedAt: NINE },
        body,
        now,
      ),
    );
  }
  expect(sent).toEqual(outcomes);
  expect(outbox.messages).toHaveLength(messages);
});

test.each([
  ['soon after a restore is looked for first', NINE - 20 * MINUTE, 1],
  ['long after a restore is sent', NINE - 30 * HOUR, 2],
])('a message that the lost database may have sent, %s', async (_case, restoredAt, messages) => {
  let now = restoredAt - 10 * MINUTE;
  const outbox = new FakeOutbox(() => now);
  const log = pino({ level: 'silent' });
  await sendOnce({ outbox, log, restored: null }, { id: '1234', channelId: 'c', claimedAt: now }, body, now);
  now = NINE;
  const restored = { takenAt: restoredAt - HOUR, restoredAt };
  const claim = { id: '1234', channelId: 'c', claimedAt: NINE };
  expect(await sendOnce({ outbox, log, restored }, claim, body, now)).toBe('sent');
  expect(outbox.messages).toHaveLength(messages);
});
