import { ensureMember, type Member, toMember } from './members.ts';
import type { Db } from '../schema.ts';

/** A member lets a guild see their progress on its roadmap. The guild has to be there. `at`: epoch ms. */
export async function join(db: Db, guildId: string, userId: string, at: number): Promise<void> {
  await ensureMember(db, userId, at);
  await db
    .insertInto('membership')
    .values({ guild_id: guildId, user_id: userId, joined_at: at })
    .onConflict((conflict) => conflict.columns(['guild_id', 'user_id']).doNothing())
    .execute();
}

/** @returns whether they had joined. Their progress stays theirs; the guild no longer sees it. */
export async function leave(db: Db, guildId: string, userId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('membership')
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function hasJoined(db: Db, guildId: string, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('user_id')
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everybody who joined in a guild, in the order in which they did. */
export async function membersOf(db: Db, guildId: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('member', 'member.user_id', 'membership.user_id')
    .selectAll('member')
    .where('membership.guild_id', '=', guildId)
    .orderBy('membership.joined_at')
    .orderBy('member.user_id')
    .execute();
  return rows.map(toMember);
}

/**
 * The ids of everybody who has joined in a guild, for other queries: `where('user_id', 'in', joinedIn(db, guildId))`. A
 * member who leaves a guild no longer counts there, in anything that it sees.
 */
export function joinedIn(db: Db, guildId: string) {
  return db.selectFrom('membership').select('membership.user_id').where('membership.guild_id', '=', guildId);
}

/** How many have joined in a guild. */
export async function groupSize(db: Db, guildId: string): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('guild_id', '=', guildId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
