import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeLater } from '../../src/schedule/later.ts';
import { eventually } from '../patience.ts';

test('work between two ticks is done once for each key, a failure is logged, and a stop drops what waits', async () => {
  const [logged, done]: [string[], string[]] = [[], []];
  const later = makeLater(pino({}, { write: (line: string) => void logged.push(line) }));
  const work = (name: string) => () => {
    done.push(name);
    return name === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve();
  };
  later.add('phase', 1, work('first'));
  later.add('phase', 1, work('second'));
  later.add('bad', 1, work('bad'));
  later.add('far', 3_600_000, work('far'));
  await eventually(() => expect(done.toSorted()).toEqual(['bad', 'first']));
  await eventually(() => expect(logged.join()).toContain('could not be done'));
  // A key is free again once its work is done.
  later.add('phase', 1, work('third'));
  await eventually(() => expect(done).toContain('third'));
  await later.stop();
  later.add('late', 0, work('late'));
  await later.stop();
  expect(done.toSorted()).toEqual(['bad', 'first', 'third']);
});
