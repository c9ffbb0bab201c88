import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import type { PauseReason, PostRow } from './tables.ts';
import type { PostKind } from '../../study/post-kinds.ts';

/** A scheduled post of a guild: when it runs next, or why it does not. */
export interface Post {
  readonly guildId: string;
  readonly kind: PostKind;
  /** Null if it is paused, or if the guild has not set up where and when. */
  readonly next: PlannedRun | null;
  readonly pause: { readonly since: number; readonly reason: PauseReason } | null;
}

export interface PlannedRun {
  /** Epoch ms. */
  readonly at: number;
  /** The local date that it is for, `YYYY-MM-DD`. */
  readonly date: string;
}

/** A post whose next run has come. */
export interface DuePost {
  readonly guildId: string;
  readonly kind: PostKind;
  readonly run: PlannedRun;
}

/** The posts of a share that are due at an instant (epoch ms) in guilds where the bot is, the longest due first. */
export async function duePosts(db: Db, share: Share, now: number): Promise<readonly DuePost[]> {
  const { rows } = await postsDue(db, { share, now });
  return rows.flatMap((row) => {
    const { guildId, kind, next } = toPost(row);
    return next === null ? [] : [{ guildId, kind, run: next }];
  });
}

const postsDue = prepared((db: Db, { share, now }: { readonly share: Share; readonly now: number }) =>
  db
    .selectFrom('post')
    .innerJoin('guild', 'guild.id', 'post.guild_id')
    .selectAll('post')
    .where('post.next_at', '<=', now)
    .where(ofShare(share, 'post.guild_id'))
    .where('guild.left_at', 'is', null)
    .orderBy('post.next_at')
    .orderBy('post.guild_id')
    .orderBy('post.kind'),
);

/** The scheduled posts of a guild. */
export async function postsOf(db: Db, guildId: string): Promise<readonly Post[]> {
  const rows = await db
    .selectFrom('post')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('kind')
    .execute();
  return rows.map(toPost);
}

/**
 * The guilds of a share with the bot in them that have some of these kinds of post, but not all. A new version of the
 * program brings new kinds.
 */
export async function guildsWithNewKinds(
  db: Db,
  share: Share,
  kinds: readonly PostKind[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('guild', 'guild.id', 'post.guild_id')
    .select('guild.id')
    .where('guild.left_at', 'is', null)
    .where('post.kind', 'in', kinds)
    .where(ofShare(share, 'guild.id'))
    .groupBy('guild.id')
    .having((eb) => eb.fn.countAll<number>(), '<', kinds.length)
    .orderBy('guild.id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Plans the next run of a post, or none. A pause stays, and a paused post has no next run. The guild has to exist.
 */
export async function planPost(
  db: Db,
  guildId: string,
  kind: PostKind,
  next: PlannedRun | null,
): Promise<void> {
  const planned = { next_at: next?.at ?? null, next_date: next?.date ?? null };
  await db
    .insertInto('post')
    .values({ guild_id: guildId, kind, ...planned, paused_at: null, pause_reason: null })
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'kind']).doUpdateSet(planned).where('post.paused_at', 'is', null),
    )
    .execute();
}

/**
 * Moves a due post on to its next run.
 * @returns false, without any change, if it is no longer planned for that run, because it was paused, planned again
 * or already moved on
 */
export async function movePostOn(db: Db, due: DuePost, next: PlannedRun | null): Promise<boolean> {
  const { guildId, kind, run } = due;
  const { numAffectedRows } = await moveOn(db, {
    guildId,
    kind,
    at: run.at,
    date: run.date,
    nextAt: next?.at ?? null,
    nextDate: next?.date ?? null,
  });
  return numAffectedRows === 1n;
}

const moveOn = prepared((db: Db, of: Move) =>
  db
    .updateTable('post')
    .set({ next_at: of.nextAt, next_date: of.nextDate })
    .where('guild_id', '=', of.guildId)
    .where('kind', '=', of.kind)
    .where('next_at', '=', of.at)
    .where('next_date', '=', of.date),
);

/** From a planned run to the next one. */
type Move = Pick<Post, 'guildId' | 'kind'> & {
  readonly at: number;
  readonly date: string;
  readonly nextAt: number | null;
  readonly nextDate: string | null;
};

/** Stops a post until it is resumed. A post that is already paused keeps its first reason. `at`: epoch ms. */
export async function pausePost(
  db: Db,
  guildId: string,
  kind: PostKind,
  reason: PauseReason,
  at: number,
): Promise<void> {
  const paused = { next_at: null, next_date: null, paused_at: at, pause_reason: reason };
  await db
    .insertInto('post')
    .values({ guild_id: guildId, kind, ...paused })
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'kind']).doUpdateSet(paused).where('post.paused_at', 'is', null),
    )
    .execute();
}

/** Ends a pause. The caller plans the next run. */
export async function unpausePost(db: Db, guildId: string, kind: PostKind): Promise<void> {
  await db
    .updateTable('post')
    .set({ paused_at: null, pause_reason: null })
    .where('guild_id', '=', guildId)
    .where('kind', '=', kind)
    .execute();
}

function toPost(row: PostRow): Post {
  return {
    guildId: row.guild_id,
    kind: row.kind,
    next: row.next_at === null || row.next_date === null ? null : { at: row.next_at, date: row.next_date },
    pause:
      row.paused_at === null || row.pause_reason === null
        ? null
        : { since: row.paused_at, reason: row.pause_reason },
  };
}
