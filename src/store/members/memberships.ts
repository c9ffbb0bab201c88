import { ensureMember, type Member, toMember } from './members.ts';
import type { Db } from '../schema.ts';

/** A member lets a guild see their progress on its roadmap. The guild has to be there. `at`: epoch ms. */
export async function join(db: Db, guildId: string, userId: string, at: number): Promise<void> {
  await ensureMember(db, userId, at);
  await db
    .insertInto('membership')
    .values({ guild_id: guildId, user_id: userId, joined_at: at })
    .onConflict((conflict) => conflict.columns(['guild_id', 'user_id']).doUpdateSet({ away_since: null }))
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
    .where('away_since', 'is', null)
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
    .where('membership.away_since', 'is', null)
    .orderBy('membership.joined_at')
    .orderBy('member.user_id')
    .execute();
  return rows.map(toMember);
}

/**
 * The ids of everybody who has joined in a guild, for other queries: `where('user_id', 'in', joinedIn(db, guildId))`. A
 * member who leaves a guild, or the server, no longer counts there, in anything that it sees.
 */
export function joinedIn(db: Db, guildId: string) {
  return db
    .selectFrom('membership')
    .select('membership.user_id')
    .where('membership.guild_id', '=', guildId)
    .where('membership.away_since', 'is', null);
}

/**
 * The members of a guild, for queries that read what they did: `selectFrom` this, `crossJoin` the rest and say by `whereRef`
 * what belongs together. SQLite keeps the order of a cross join, so that it begins with the few members of one guild and
 * not with everybody's rows on a topic; PostgreSQL finds the order by itself.
 */
export function fromMembersOf(db: Db, guildId: string) {
  return db
    .selectFrom('membership')
    .where('membership.guild_id', '=', guildId)
    .where('membership.away_since', 'is', null);
}

/** The names by which a member is known in a guild. */
export interface SeenNames {
  /** As it stands beside their messages there. */
  readonly name: string;
  readonly username: string;
}

/** Remembers by which names a member was seen in a guild. Nothing is kept of people who did not join there. */
export async function noteNames(
  db: Db,
  guildId: string,
  userId: string,
  { name, username }: SeenNames,
): Promise<void> {
  await db
    .updateTable('membership')
    .set({ display_name: name, username })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    // Most interactions change nothing, and then nothing is written.
    .where((eb) =>
      eb.or([eb('display_name', 'is distinct from', name), eb('username', 'is distinct from', username)]),
    )
    .execute();
}

/** The names of those who joined in a guild and were seen there since, by user id. */
export async function namesIn(db: Db, guildId: string): Promise<ReadonlyMap<string, SeenNames>> {
  const rows = await db
    .selectFrom('membership')
    .select(['user_id', 'display_name', 'username'])
    .where('guild_id', '=', guildId)
    .where('away_since', 'is', null)
    .execute();
  return new Map(
    rows.flatMap(({ user_id, display_name, username }) =>
      display_name === null || username === null ? [] : [[user_id, { name: display_name, username }]],
    ),
  );
}

/** The names that some were last seen by in a guild, by user id; of those who joined there. */
export async function namesOf(
  db: Db,
  guildId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('membership')
    .select(['user_id', 'display_name'])
    .where('guild_id', '=', guildId)
    .where('user_id', 'in', userIds)
    .execute();
  return new Map(rows.flatMap(({ user_id: id, display_name: name }) => (name === null ? [] : [[id, name]])));
}

/** How many have joined in a guild. */
export async function groupSize(db: Db, guildId: string): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('guild_id', '=', guildId)
    .where('away_since', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
