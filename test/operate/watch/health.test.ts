import { expect, test } from 'vitest';
import { healthOf, type Signs } from '../../../src/operate/watch/health.ts';

const MINUTE = 60_000;
const WELL: Signs = {
  shards: [{ id: 0, isConnected: true, downFor: 0, ping: 40 }],
  store: 1,
  heartbeat: 20_000,
  isUp: true,
};
const down = (downFor: number) => ({ id: 1, isConnected: false, downFor, ping: null });

test.each<[string, Partial<Signs>, boolean, boolean, RegExp]>([
  ['all is well', {}, true, true, /^$/],
  ['it has not come up', { isUp: false, shards: [], heartbeat: null }, true, false, /starting or stopping/],
  ['one shard of two is down', { shards: [...WELL.shards, down(MINUTE)] }, true, false, /shard 1 .* 60 s/],
  ['it has been down for long', { shards: [down(11 * MINUTE)] }, false, false, /shard 1 .* 660 s/],
  ['the database does not answer', { store: null }, false, false, /database does not answer/],
  ['a large tick takes its time', { heartbeat: 4 * MINUTE }, true, true, /^$/],
  ['there has been no tick for long', { heartbeat: 6 * MINUTE }, false, false, /heartbeat was 360 s ago/],
])('%s', (_case, signs, isHealthy, isReady, problem) => {
  const health = healthOf({ ...WELL, ...signs });
  expect(health).toMatchObject({ isHealthy, isReady });
  expect(health.problems.join('\n')).toMatch(problem);
});
