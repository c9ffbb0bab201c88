import { sql } from 'kysely';
import type { DeliveryKind } from '../study/post-kinds.ts';
import type { DeliveryState, PauseReason } from './schedule/tables.ts';
import type { Db } from './schema.ts';
import { ofShare, type Share } from './share.ts';

/** The posts that wait to be sent, for the operator. No query in this file is about a person. */
export interface Waiting {
  /** How many posts are due, or were claimed and not settled. */
  readonly count: number;
  /** When the first of them was due; epoch ms. Null if none is. */
  readonly since: number | null;
}

/** Asks the database for anything; it throws what the database does. */
export async function answers(db: Db): Promise<void> {
  await sql`SELECT 1`.execute(db);
}

/** The posts of a share that have to be sent now (epoch ms), in guilds where the bot is. */
export async function waitingPosts(db: Db, share: Share, now: number): Promise<Waiting> {
  const due = await db
    .selectFrom('post')
    .innerJoin('guild', 'guild.id', 'post.guild_id')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('post.next_at').as('since')])
    .where('post.next_at', '<=', now)
    .where(ofShare(share, 'guild.id'))
    .where('guild.left_at', 'is', null)
    .executeTakeFirstOrThrow();
  const claimed = await db
    .selectFrom('delivery')
    .innerJoin('guild', 'guild.id', 'delivery.guild_id')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('delivery.due_at').as('since')])
    .where('delivery.state', '=', 'claimed')
    .where(ofShare(share, 'guild.id'))
    .where('guild.left_at', 'is', null)
    .executeTakeFirstOrThrow();
  const since = [due.since, claimed.since].flatMap((at) => (at === null ? [] : [at]));
  return {
    count: due.count + claimed.count,
    since: since.length === 0 ? null : Math.min(...since),
  };
}

/** The posts of a share that are paused, in guilds where the bot is, the longest paused first. */
export async function pausedPosts(
  db: Db,
  share: Share,
): Promise<readonly { readonly guildId: string; readonly reason: PauseReason; readonly since: number }[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('guild', 'guild.id', 'post.guild_id')
    .select(['post.guild_id as guildId', 'pause_reason as reason', 'paused_at as since'])
    .where('guild.left_at', 'is', null)
    .where('paused_at', 'is not', null)
    .where(ofShare(share, 'guild.id'))
    .orderBy('paused_at')
    .orderBy('guild_id')
    .execute();
  return rows.flatMap(({ guildId, reason, since }) =>
    reason === null || since === null ? [] : [{ guildId, reason, since }],
  );
}

/** What became of the posts that were due since an instant (epoch ms). */
export async function postsSince(
  db: Db,
  at: number,
): Promise<
  readonly {
    readonly kind: DeliveryKind;
    readonly state: DeliveryState;
    /** How long after it was due it was sent, in milliseconds; null if it was not. */
    readonly late: number | null;
  }[]
> {
  const rows = await db
    .selectFrom('delivery')
    .select(['kind', 'state', 'due_at', 'sent_at'])
    .where('due_at', '>=', at)
    .execute();
  return rows.map(({ kind, state, due_at, sent_at }) => ({
    kind,
    state,
    late: sent_at === null ? null : Math.max(0, sent_at - due_at),
  }));
}

/** How many guilds that the bot is in have chosen a channel for posts. */
export async function countPosting(db: Db): Promise<number> {
  const { posting } = await db
    .selectFrom('guild')
    .select((eb) => eb.fn.count<number>('channel_id').as('posting'))
    .where('left_at', 'is', null)
    .executeTakeFirstOrThrow();
  return posting;
}

/** The channels that guilds have chosen for posts, only of guilds that the bot is in. */
export async function channelsForPosts(
  db: Db,
): Promise<readonly { readonly guildId: string; readonly channelId: string }[]> {
  const rows = await db
    .selectFrom('guild')
    .select(['id as guildId', 'channel_id as channelId'])
    .where('left_at', 'is', null)
    .where('channel_id', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ guildId, channelId }) => (channelId === null ? [] : [{ guildId, channelId }]));
}
