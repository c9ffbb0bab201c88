import type { DeliveryKind } from '../../study/post-kinds.ts';
import type { Db } from '../schema.ts';

/** A post that failed. It may be missing in its channel. */
export interface FailedPost {
  readonly kind: DeliveryKind;
  /** When it was to come; epoch ms. */
  readonly dueAt: number;
}

/**
 * The last post of a guild that failed after an instant, if the guild was not told of it. Null if there is none.
 * @param since epoch ms
 */
export async function untoldFailure(db: Db, guildId: string, since: number): Promise<FailedPost | null> {
  const row = await db
    .selectFrom('delivery')
    .innerJoin('guild', 'guild.id', 'delivery.guild_id')
    .select(['kind', 'due_at as dueAt'])
    .where('guild_id', '=', guildId)
    .where('state', '=', 'failed')
    .where('claimed_at', '>=', since)
    .where((eb) =>
      eb.or([
        eb('guild.failures_told_at', 'is', null),
        eb('guild.failures_told_at', '<', eb.ref('delivery.claimed_at')),
      ]),
    )
    .orderBy('claimed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Stores that the guild was told of all failures until an instant (epoch ms). */
export async function noteFailuresTold(db: Db, guildId: string, at: number): Promise<void> {
  await db.updateTable('guild').set({ failures_told_at: at }).where('id', '=', guildId).execute();
}
