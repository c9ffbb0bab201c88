import { expect, test } from 'vitest';
import type { Actor } from '../../../src/store/actor.ts';
import {
  draftPlan,
  duePlans,
  keepPlan,
  notePlan,
  planOf,
  toggleVisit,
  visitorsOf,
} from '../../../src/store/company/plans.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join, leave } from '../../../src/store/members/memberships.ts';
import { WHOLE } from '../../../src/store/share.ts';
import { idOf, storeWith } from '../store.ts';

const NOON = Temporal.Instant.from('2026-11-23T12:00Z').epochMilliseconds;
const HOUR = 60 * 60_000;
let interactions = 0;
const by = (userId: string): Actor => {
  interactions += 1;
  return { interactionId: String(9_000 + interactions), userId, guildId: '1', at: NOON };
};

test('a plan is a draft until its member confirms it, and comes again as it was said', async () => {
  await using here = await storeWith('# Trail\n\n## Track\n\n- [ ] Walk\n');
  const { db, trail } = here;
  await ensureGuild(db, '1', 'en-US', 0);
  for (const userId of ['ana', 'ben']) await join(db, '1', userId, 0);
  const id = await draftPlan(db, by('ana'), {
    guildId: '1',
    topicId: idOf(trail, 'Walk'),
    where: { place: 'Café' },
    minutes: 60,
    said: 'every thursday 18:00',
    timeZone: 'Europe/Berlin',
  });
  expect(await duePlans(db, WHOLE, 2 * NOON)).toEqual([]);
  const repeat = {
    repeat: { every: 'week', interval: 1, weekdays: [4] },
    time: '18:00',
    from: '2026-11-23',
    timeZone: 'Europe/Berlin',
  } as const;
  const next = { at: NOON + HOUR, date: '2026-11-23' };
  expect(await keepPlan(db, by('ben'), '1', id, { repeat, next })).toBe('gone');
  const both = await Promise.all([
    keepPlan(db, by('ana'), '1', id, { repeat, next }),
    keepPlan(db, by('ana'), '1', id, { repeat, next }),
  ]);
  expect(both).toMatchObject([
    { id, repeat, next },
    { id, repeat, next },
  ]);
  expect(await duePlans(db, WHOLE, 0)).toHaveLength(1);
  await notePlan(db, id, { event_id: '7', event_at: next.at });
  expect(await duePlans(db, WHOLE, 0)).toEqual([]);
  expect(await duePlans(db, WHOLE, NOON + HOUR)).toMatchObject([{ event: { id: '7' } }]);
  expect(await planOf(db, '2', id)).toBeNull();

  await toggleVisit(db, by('ben'), id, '2026-11-23');
  await toggleVisit(db, by('ana'), id, '2026-11-23');
  expect(await visitorsOf(db, '1', id, '2026-11-23')).toEqual(['ana', 'ben']);
  await toggleVisit(db, by('ana'), id, '2026-11-23');
  await leave(db, '1', 'ben');
  expect(await visitorsOf(db, '1', id, '2026-11-23')).toEqual([]);
});
