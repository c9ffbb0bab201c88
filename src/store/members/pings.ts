import { type Ping, type Pinged, PINGS } from '../../study/pings.ts';
import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';
import { noteChoice } from './last-choice.ts';
import { ensureMember } from './members.ts';

/** What a member does not want to be pinged by. */
export async function pingsOff(db: Db, userId: string): Promise<ReadonlySet<Ping>> {
  const row = await db
    .selectFrom('member')
    .select('pings_off')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return read(row?.pings_off ?? '');
}

/**
 * Those of some people who let something ping them. A message may only notify people who were asked here.
 * @param userIds the people whom it is about, in order
 */
export async function pinged(db: Db, ping: Ping, userIds: readonly string[]): Promise<Pinged> {
  if (userIds.length === 0) return { ping, userIds };
  const rows = await db
    .selectFrom('member')
    .select(['user_id', 'pings_off'])
    .where('user_id', 'in', userIds)
    .where('pings_off', '!=', '')
    .execute();
  const off = new Set(rows.filter((row) => read(row.pings_off).has(ping)).map(({ user_id }) => user_id));
  return { ping, userIds: userIds.filter((userId) => !off.has(userId)) };
}

/** Whether a member lets something ping them. */
export async function mayPing(db: Db, ping: Ping, userId: string): Promise<boolean> {
  return (await pinged(db, ping, [userId])).userIds.length > 0;
}

/**
 * Stores what may ping a member; all else may not.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function choosePings(db: Db, actor: Actor, allowed: readonly Ping[]): Promise<void> {
  await write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await ensureMember(trx, actor.userId, actor.at);
    await store(
      trx,
      actor.userId,
      PINGS.filter((ping) => !allowed.includes(ping)),
    );
    await noteChoice(trx, actor, 'settings');
  });
}

/** Lets something ping a member again, because they have just asked for it. */
export async function allowPing(trx: Db, userId: string, ping: Ping): Promise<void> {
  const off = await pingsOff(trx, userId);
  if (off.has(ping)) {
    await store(
      trx,
      userId,
      PINGS.filter((each) => each !== ping && off.has(each)),
    );
  }
}

async function store(trx: Db, userId: string, off: readonly Ping[]): Promise<void> {
  await trx
    .updateTable('member')
    .set({ pings_off: off.join(' ') })
    .where('user_id', '=', userId)
    .execute();
}

/** Kinds that this version does not know are left out. */
function read(stored: string): ReadonlySet<Ping> {
  const names = stored.split(' ');
  return new Set(PINGS.filter((ping) => names.includes(ping)));
}
