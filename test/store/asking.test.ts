import { expect, test } from 'vitest';
import { readAsking } from '../../src/store/asking.ts';
import { changeGuild, ensureGuild } from '../../src/store/members/guilds.ts';
import { changeMember, ensureMember } from '../../src/store/members/members.ts';
import { join, noteNames } from '../../src/store/members/memberships.ts';
import { noteAway } from '../../src/store/members/presence.ts';
import type { Db } from '../../src/store/schema.ts';
import { idOf, storeWith } from './store.ts';

const [HERE, THERE, MIRA] = ['1', '2', '100'];

async function scene() {
  const store = await storeWith('# Trail\n## Part\n- [ ] Boots');
  for (const id of [HERE, THERE]) await ensureGuild(store.db, id, 'en-GB', 0);
  return { ...store, boots: idOf(store.trail, 'Boots') };
}

test('of a stranger, the settings of a newcomer are read', async () => {
  await using store = await scene();
  expect(await readAsking(store.db, MIRA, HERE)).toMatchObject({
    member: { userId: MIRA, dayStart: 4 },
    timeZone: null,
    hasJoined: false,
    names: null,
    isUntold: false,
  });
});

test('of a member, it is read how they are known in the server where they ask, and only there', async () => {
  await using store = await scene();
  await join(store.db, HERE, MIRA, 0);
  await noteNames(store.db, HERE, MIRA, { name: 'Mira', username: 'mira' });
  expect(await readAsking(store.db, MIRA, HERE)).toMatchObject({
    hasJoined: true,
    isAway: false,
    names: { name: 'Mira', username: 'mira' },
  });
  await noteAway(store.db, HERE, [MIRA], 1);
  expect(await readAsking(store.db, MIRA, HERE)).toMatchObject({ hasJoined: true, isAway: true });
  for (const elsewhere of [THERE, null]) {
    const asking = await readAsking(store.db, MIRA, elsewhere);
    expect(asking).toMatchObject({ hasJoined: false, isAway: false, names: null });
  }
});

test('the zone is their own, else that of the place, else that of the first server that they joined', async () => {
  await using store = await scene();
  const zoneIn = async (guildId: string | null) => (await readAsking(store.db, MIRA, guildId)).timeZone;
  await join(store.db, HERE, MIRA, 0);
  await join(store.db, THERE, MIRA, 1);
  expect(await zoneIn(HERE)).toBeNull();
  await changeGuild(store.db, THERE, { timeZone: 'Asia/Tokyo' });
  expect([await zoneIn(HERE), await zoneIn(null)]).toEqual(['Asia/Tokyo', 'Asia/Tokyo']);
  await changeGuild(store.db, HERE, { timeZone: 'Europe/Istanbul' });
  expect([await zoneIn(HERE), await zoneIn(THERE)]).toEqual(['Europe/Istanbul', 'Asia/Tokyo']);
  expect(await zoneIn(null)).toBe('Europe/Istanbul');
  await changeMember(store.db, MIRA, { timeZone: 'America/Lima' }, 2);
  expect(await zoneIn(HERE)).toBe('America/Lima');
});

const things: Readonly<Record<string, (db: Db, topicId: string, told: number | null) => Promise<unknown>>> = {
  'a takedown': (db, topicId, told) =>
    db
      .insertInto('takedown')
      .values({ ...about(topicId, told), id: 't', proof_id: null, reason: 'r', at: 1 })
      .execute(),
  'a decided proposal': (db, topicId, told) =>
    db
      .insertInto('proposal')
      .values({
        ...about(topicId, told),
        id: 'p',
        kind: 'note',
        text: 't',
        at: 1,
        accepted: 1,
        decided_at: 1,
      })
      .execute(),
  'a role': (db, _, told) =>
    db
      .insertInto('given_role')
      .values({
        guild_id: HERE,
        user_id: MIRA,
        role_id: 'r',
        milestone_id: 'm',
        reached_at: 1,
        next_at: null,
        tries: 0,
        claimed_at: null,
        given_at: 1,
        joined_at: 0,
        told_at: told,
        telling: 0,
      })
      .execute(),
};

const about = (topicId: string, told: number | null) =>
  ({ guild_id: HERE, user_id: MIRA, topic_id: topicId, told_at: told }) as const;

test.each(Object.entries(things))('%s that they were not told of is known', async (_, add) => {
  await using told = await scene();
  await using untold = await scene();
  for (const { db } of [told, untold]) await ensureMember(db, MIRA, 0);
  await add(told.db, told.boots, 1);
  await add(untold.db, untold.boots, null);
  expect((await readAsking(told.db, MIRA, HERE)).isUntold).toBe(false);
  expect((await readAsking(untold.db, MIRA, HERE)).isUntold).toBe(true);
  expect((await readAsking(untold.db, MIRA, THERE)).isUntold).toBe(false);
});

test('a member who has a role there may have to get it again', async () => {
  await using store = await scene();
  await ensureMember(store.db, MIRA, 0);
  expect((await readAsking(store.db, MIRA, HERE)).hasRoles).toBe(false);
  await things['a role']?.(store.db, store.boots, 1);
  expect((await readAsking(store.db, MIRA, HERE)).hasRoles).toBe(true);
});
