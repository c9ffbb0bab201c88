import { expect, test } from 'vitest';
import { OutboxError } from '../../src/discord/outbox-error.ts';
import { eachDue } from '../../src/schedule/each-due.ts';
import { setting } from './setting.ts';

/** Three pieces of work, of which the second one does not go well. Gives those that were begun, and the log. */
async function three(second: () => void) {
  const { scheduler, logged, store } = await setting([]);
  const begun: number[] = [];
  const abort = new AbortController();
  const due = { job: 'tidy', pieces: [1, 2, 3], signal: abort.signal };
  await eachDue(scheduler, due, async (piece) => {
    begun.push(piece);
    if (piece === 2) {
      second();
      abort.abort();
    }
    return Promise.resolve();
  });
  await store.close();
  return { begun, logged: logged.join('\n') };
}

test('a piece that fails is logged with its job, and the next one is done', async () => {
  const { begun, logged } = await three(() => {
    throw new Error('it broke');
  });
  expect(begun).toEqual([1, 2, 3]);
  expect(logged).toContain('"job":"tidy"');
  expect(logged).toContain('it broke');
});

test('where Discord could not be asked, nothing is logged, and the next one is done', async () => {
  const { begun, logged } = await three(() => {
    throw new OutboxError('unavailable');
  });
  expect(begun).toEqual([1, 2, 3]);
  expect(logged).toBe('');
});

test('another answer of Discord that nobody expected is logged', async () => {
  const { logged } = await three(() => {
    throw new OutboxError('gone');
  });
  expect(logged).toContain('gone');
});

test('after an abort no further piece begins', async () => {
  expect((await three(() => {})).begun).toEqual([1, 2]);
});
