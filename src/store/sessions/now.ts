import { fromMembersOf } from '../members/memberships.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';

/** Somebody who studies at the moment. */
export interface Studying {
  readonly userId: string;
  /** When they stop by their plan; epoch ms. */
  readonly until: number;
}

/**
 * The members of a guild who study there at an instant (epoch ms) and let it see their topics, in the order of starting.
 * What they do elsewhere is not seen.
 */
export async function studyingIn(db: Db, guildId: string, now: number): Promise<readonly Studying[]> {
  const rows = await fromMembersOf(db, guildId)
    .innerJoin('member', 'member.user_id', 'membership.user_id')
    .innerJoin('session', 'session.user_id', 'membership.user_id')
    .select(['session.user_id', 'session.ends_at'])
    .where('member.show_topics', '=', 1)
    .where('session.guild_id', '=', guildId)
    .where('session.ends_at', '>', now)
    .where('session.ended_at', 'is', null)
    .where('session.kind', 'in', ['alone', 'together'])
    .orderBy('session.started_at')
    .orderBy('session.id')
    .execute();
  return rows.map(({ user_id, ends_at }) => ({ userId: user_id, until: ends_at }));
}

/** The guilds of a share in which a session ended by its plan within a span (epoch ms; the start is not in it). */
export async function guildsJustDone(
  db: Db,
  share: Share,
  after: number,
  until: number,
): Promise<readonly string[]> {
  const { rows } = await justDone(db, { share, after, until });
  return rows.flatMap(({ guild_id }) => guild_id ?? []);
}

const justDone = prepared(
  (
    db: Db,
    { share, after, until }: { readonly share: Share; readonly after: number; readonly until: number },
  ) =>
    db
      .selectFrom('session')
      .select('guild_id')
      .distinct()
      .where('ends_at', '>', after)
      .where('ends_at', '<=', until)
      .where('ended_at', 'is', null)
      .where('guild_id', 'is not', null)
      .where(ofShare(share, 'guild_id')),
);
