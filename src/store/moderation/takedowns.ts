import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import { withdrawShare } from '../proofs/shares.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { withdrawWithin } from '../showcase/submissions.ts';
import { write } from '../write.ts';

/** A takedown by organisers. */
export interface Takedown {
  readonly id: string;
  readonly topicId: string;
  /** The title of the topic or app, as its roadmap's file has it. */
  readonly title: string;
  readonly reason: string;
}

/**
 * Takes work out of a guild. Its author keeps it. The group's feedback is kept too, for the case that the author
 * shares it again.
 * @returns whether the work was shown there
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function takeDownWork(
  db: Db,
  actor: Actor,
  guildId: string,
  { proofId, reason }: { readonly proofId: string; readonly reason: string },
): Promise<boolean> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const proof = await trx
      .selectFrom('proof')
      .select(['user_id', 'topic_id'])
      .where('id', '=', proofId)
      .executeTakeFirst();
    if (proof === undefined || !(await withdrawShare(trx, proofId, guildId, actor.at))) return false;
    const { user_id: userId, topic_id: topicId } = proof;
    await note(trx, actor, { guildId, topicId, proofId, reason }, [userId]);
    return true;
  });
}

/**
 * Takes an app out of a guild's gallery, in the same way as its team can. The members' projects stay their own.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function takeDownApp(
  db: Db,
  actor: Actor,
  guildId: string,
  app: {
    readonly buildId: string;
    readonly topicId: string;
    readonly team: readonly string[];
    readonly reason: string;
  },
): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await withdrawWithin(trx, app.buildId);
    await note(trx, actor, { guildId, topicId: app.topicId, proofId: null, reason: app.reason }, app.team);
  });
}

/** When (epoch ms) and why a guild's organisers took down a piece of work; null if they did not. */
export async function takedownOf(
  db: Db,
  proofId: string,
  guildId: string,
): Promise<{ readonly at: number; readonly reason: string } | null> {
  const row = await db
    .selectFrom('takedown')
    .select(['at', 'reason'])
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** The takedowns of a guild that a member has not been told of. They count as told from `at` on, epoch ms. */
export async function takeUntold(
  db: Db,
  userId: string,
  guildId: string,
  at: number,
): Promise<readonly Takedown[]> {
  // There is hardly ever any, and a write waits for others.
  if ((await untold(db, { userId, guildId })).rows.length === 0) return [];
  return write(db, async (trx) => {
    const { rows } = await untold(trx, { userId, guildId });
    if (rows.length > 0) {
      await trx
        .updateTable('takedown')
        .set({ told_at: at })
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute();
    }
    return rows;
  });
}

const untold = prepared((db: Db, of: { readonly userId: string; readonly guildId: string }) =>
  untoldTakedowns(db, of)
    .innerJoin('topic', 'topic.id', 'takedown.topic_id')
    .select(['topic.id as topicId', 'topic.title', 'reason'])
    .orderBy('takedown.at'),
);

/** The ids of a guild's takedowns that a member has not been told of, as the beginning or a part of other queries. */
export function untoldTakedowns(db: Db, of: { readonly userId: string; readonly guildId: string }) {
  return db
    .selectFrom('takedown')
    .select('takedown.id')
    .where('takedown.user_id', '=', of.userId)
    .where('takedown.guild_id', '=', of.guildId)
    .where('takedown.told_at', 'is', null);
}

async function note(
  trx: Db,
  actor: Actor,
  what: {
    readonly guildId: string;
    readonly topicId: string;
    readonly proofId: string | null;
    readonly reason: string;
  },
  userIds: readonly string[],
): Promise<void> {
  for (const [index, userId] of userIds.entries()) {
    await trx
      .insertInto('takedown')
      .values({
        id: `${actor.interactionId}-${index}`,
        guild_id: what.guildId,
        user_id: userId,
        topic_id: what.topicId,
        proof_id: what.proofId,
        reason: what.reason,
        at: actor.at,
        told_at: null,
      })
      .execute();
  }
}
