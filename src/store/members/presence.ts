import type { Db } from '../schema.ts';

/** A guild that soon gets a post about its group. */
export interface UpcomingPost {
  readonly guildId: string;
  /** When the first of its posts is due; epoch ms. */
  readonly at: number;
}

/** The guilds with a post due within a span (epoch ms) whose members were not checked since `checkedBefore`. */
export async function guildsToCheck(
  db: Db,
  { from, to, checkedBefore }: { readonly from: number; readonly to: number; readonly checkedBefore: number },
): Promise<readonly UpcomingPost[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('guild', 'guild.id', 'post.guild_id')
    .select((eb) => ['guild.id', eb.fn.min<number | string>('post.next_at').as('at')])
    .where('post.next_at', '>', from)
    .where('post.next_at', '<=', to)
    .where('guild.left_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('guild.members_checked_at', 'is', null),
        eb('guild.members_checked_at', '<=', checkedBefore),
      ]),
    )
    .groupBy('guild.id')
    .execute();
  return rows.map(({ id, at }) => ({ guildId: id, at: Number(at) }));
}

/** Everybody who ever joined in a guild. Members who are away are included, because they may have come back. */
export async function everJoined(db: Db, guildId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('membership').select('user_id').where('guild_id', '=', guildId).execute();
  return rows.map((row) => row.user_id);
}

/** Notes when a guild's members were checked; epoch ms. */
export async function noteChecked(db: Db, guildId: string, at: number): Promise<void> {
  await db.updateTable('guild').set({ members_checked_at: at }).where('id', '=', guildId).execute();
}

/**
 * Marks members who have left the server as away. They do not count in the group until they are back, but nothing is
 * deleted. `at`: epoch ms.
 */
export async function noteAway(
  db: Db,
  guildId: string,
  userIds: readonly string[],
  at: number,
): Promise<void> {
  if (userIds.length === 0) return;
  await db
    .updateTable('membership')
    .set({ away_since: at })
    .where('guild_id', '=', guildId)
    .where('user_id', 'in', userIds)
    .where('away_since', 'is', null)
    .execute();
}

/** Marks people as present in the server. If they were away, they count in the group again. */
export async function noteHere(db: Db, guildId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await db
    .updateTable('membership')
    .set({ away_since: null })
    .where('guild_id', '=', guildId)
    .where('user_id', 'in', userIds)
    .where('away_since', 'is not', null)
    .execute();
}
