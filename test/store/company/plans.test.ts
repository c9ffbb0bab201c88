import { expect, test } from 'vitest';
import type { Actor } from '../../../src/store/actor.ts';
import {
  claimEvent,
  draftPlan,
  duePlans,
  keepPlan,
  notePlan,
  planOf,
  toggleVisit,
  visitorsOf,
} from '../../../src/store/company/plans.ts';
import { deletePersonalData } from '../../../src/store/members/personal-data.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join, leave } from '../../../src/store/members/memberships.ts';
import { WHOLE } from '../../../src/store/share.ts';
import { idOf, storeWith } from '../store.ts';

const NOON = Temporal.Instant.from('2026-11-23T12:00Z').epochMilliseconds;
const MINUTE = 60_000;
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
  // Which of two at once comes first is the database's choice.
  for (const kept of both) expect(kept).toMatchObject({ plan: { id, repeat, next } });
  expect(both.filter((kept) => typeof kept === 'object' && kept.isClaimed)).toHaveLength(1);
  // One process makes the event; another one takes over if that is not noted within a minute.
  const plan = { id, triedAt: NOON };
  expect(await claimEvent(db, plan, NOON + MINUTE - 1)).toBe(false);
  const takers = [claimEvent(db, plan, NOON + MINUTE), claimEvent(db, plan, NOON + MINUTE)];
  expect((await Promise.all(takers)).filter((took) => took)).toHaveLength(1);
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

test('a member who deletes their data is taken out of plans, which stay for the others', async () => {
  await using here = await storeWith('# Trail\n\n## Track\n\n- [ ] Walk\n');
  const { db, trail } = here;
  await ensureGuild(db, '1', 'en-US', 0);
  for (const userId of ['ana', 'ben']) await join(db, '1', userId, 0);
  const draft = (userId: string) =>
    draftPlan(db, by(userId), {
      guildId: '1',
      topicId: idOf(trail, 'Walk'),
      where: { place: 'Café' },
      minutes: 60,
      said: 'tomorrow 18:00',
      timeZone: 'Europe/Berlin',
    });
  const next = { at: NOON + HOUR, date: '2026-11-23' };
  const [ahead, over, bens] = [await draft('ana'), await draft('ana'), await draft('ben')];
  await draft('ana');
  for (const id of [ahead, over]) await keepPlan(db, by('ana'), '1', id, { repeat: null, next });
  await notePlan(db, over, { step: 'over' });
  await deletePersonalData(db, by('ana'));
  const left = await db.selectFrom('plan').select(['id', 'made_by', 'said', 'place']).execute();
  expect(left.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    [
      { id: ahead, made_by: null, said: '', place: 'Café' },
      { id: over, made_by: null, said: '', place: null },
      { id: bens, made_by: 'ben', said: 'tomorrow 18:00', place: 'Café' },
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
});
