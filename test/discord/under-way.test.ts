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

test('of much that begins at the same time, others have a turn in between', async () => {
  const underWay = makeUnderWay();
  const order: string[] = [];
  for (const name of ['one', 'two', 'three']) {
    underWay.begin(() => {
      order.push(name);
      setImmediate(() => order.push(`after ${name}`));
      return Promise.resolve();
    });
  }
  await underWay.finished();
  await new Promise((resolve) => setImmediate(resolve));
  expect(order.indexOf('after one')).toBeLessThan(order.indexOf('three'));
  expect(order.filter((name) => !name.startsWith('after'))).toEqual(['one', 'two', 'three']);
});
