import { expect, test } from 'vitest';
import { once } from '../../../src/store/once.ts';
import { startWorld } from '../../bot.ts';

test('interactions are forgotten a day after they were handled, and not before', async () => {
  await using world = await startWorld('2026-11-23T09:00:00Z');
  const { db } = world.app;
  const remembered = async () =>
    (await db.selectFrom('handled_interaction').select('id').orderBy('at').execute()).map(({ id }) => id);
  await once(db, 'old', world.clock.now());
  world.clock.advance(60_000);
  await once(db, 'new', world.clock.now());
  world.clock.set('2026-11-24T09:00:00Z');
  await world.tick();
  expect(await remembered()).toEqual(['old', 'new']);
  world.clock.advance(1);
  await world.tick();
  expect(await remembered()).toEqual(['new']);
});
