import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';

/** A guild that soon gets a post about its group. */
export interface UpcomingPost {
  readonly guildId: string;
  /** When the first of its posts is due; epoch ms. */
  readonly at: number;
}

type CheckSpan = { readonly from: number; readonly to: number; readonly checkedBefore: number };

/** The guilds of a share with a post due within a span (epoch ms) whose members were not checked since `checkedBefore`. */
export async function guildsToCheck(db: Db, share: Share, span: CheckSpan): Promise<readonly UpcomingPost[]> {
  const { rows } = await toCheck(db, { share, ...span });
  return rows.map(({ id, at }) => ({ guildId: id, at: Number(at) }));
}

const toCheck = prepared(
  (db: Db, { share, from, to, checkedBefore }: { readonly share: Share } & CheckSpan) =>
    db
      .selectFrom('post')
      .innerJoin('guild', 'guild.id', 'post.guild_id')
      .select((eb) => ['guild.id', eb.fn.min<number | string>('post.next_at').as('at')])
      .where('post.next_at', '>', from)
      .where('post.next_at', '<=', to)
      .where(ofShare(share, 'guild.id'))
      .where('guild.left_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb('guild.members_checked_at', 'is', null),
          eb('guild.members_checked_at', '<=', checkedBefore),
        ]),
      )
      .groupBy('guild.id'),
);

/** Everybody who ever joined in a guild. Members who are away are included, because they may have come back. */
export async function everJoined(db: Db, guildId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('membership').select('user_id').where('guild_id', '=', guildId).execute();
  return rows.map((row) => row.user_id);
}

/**
 * Claims the check of a guild's members, so that it is made once.
 * @param at the time of the check, epoch ms
 * @returns false if somebody else has checked since `checkedBefore` (epoch ms)
 */
export async function claimCheck(
  db: Db,
  guildId: string,
  checkedBefore: number,
  at: number,
): Promise<boolean> {
  const claimed = await db
    .updateTable('guild')
    .set({ members_checked_at: at })
    .where('id', '=', guildId)
    .where((eb) =>
      eb.or([eb('members_checked_at', 'is', null), eb('members_checked_at', '<=', checkedBefore)]),
    )
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
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
  // Hardly anybody is away, and a write waits for others.
  if ((await awayAmong(db, { guildId, userIds })).rows.length === 0) return;
  await db
    .updateTable('membership')
    // What they reached meanwhile counts there again.
    .set({ away_since: null, roles_due: 1 })
    .where('guild_id', '=', guildId)
    .where('user_id', 'in', userIds)
    .where('away_since', 'is not', null)
    .execute();
}

/** Those of some people who are not known to have left a server. They need not follow a roadmap there. */
export async function notAway(
  db: Db,
  guildId: string,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('user_id')
    .where('guild_id', '=', guildId)
    .where('away_since', 'is not', null)
    .execute();
  const away = new Set(rows.map(({ user_id }) => user_id));
  return userIds.filter((userId) => !away.has(userId));
}

const awayAmong = prepared((db: Db, of: { readonly guildId: string; readonly userIds: readonly string[] }) =>
  db
    .selectFrom('membership')
    .select('user_id')
    .where('guild_id', '=', of.guildId)
    .where('user_id', 'in', of.userIds)
    .where('away_since', 'is not', null),
);
