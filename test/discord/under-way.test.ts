import { expect, test } from 'vitest';
import { makeUnderWay } from '../../src/discord/under-way.ts';

test('nothing is left when all work has ended, including work that began in the meantime', async () => {
  const underWay = makeUnderWay();
  const ended: string[] = [];
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const begun = async (): Promise<void> => {
    await second.promise;
    ended.push('second');
  };
  const begins = async (): Promise<void> => {
    await first.promise;
    ended.push('first');
    underWay.add(begun());
  };
  underWay.add(begins());
  const finished = underWay.finished().then(() => ended.push('finished'));
  first.resolve();
  await first.promise;
  second.resolve();
  await finished;
  expect(ended).toEqual(['first', 'second', 'finished']);
  await underWay.finished();
});
