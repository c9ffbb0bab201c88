import type { Actor } from '../actor.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import type { ProposalKind } from './tables.ts';
import { write } from '../write.ts';

/** How many proposals may be open: of one member in a server, and in a server. */
export const MOST_OPEN = { member: 5, guild: 100 } as const;

/** A member's proposal for the roadmap of their group. */
export interface Proposal {
  readonly id: string;
  readonly userId: string;
  readonly topicId: string;
  readonly kind: ProposalKind;
  /** A title, an address or a note. */
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * Stores a proposal until organisers decide about it.
 * @returns whether it was stored; false if too many are open
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function propose(
  db: Db,
  { interactionId, userId, at }: Actor,
  guildId: string,
  topicId: string,
  proposed: readonly Pick<Proposal, 'kind' | 'text'>[],
): Promise<boolean> {
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    await ensureMember(trx, userId, at);
    const open = await openProposals(trx, guildId);
    const own = open.filter((proposal) => proposal.userId === userId).length;
    const fits =
      own + proposed.length <= MOST_OPEN.member && open.length + proposed.length <= MOST_OPEN.guild;
    if (!fits || proposed.length === 0) return fits;
    const of = { guild_id: guildId, user_id: userId, topic_id: topicId, at };
    const rows = proposed.map(({ kind, text }, index) => ({
      ...of,
      id: `${interactionId}-${index}`,
      kind,
      text,
    }));
    await trx.insertInto('proposal').values(rows).execute();
    return true;
  });
}

/** The open proposals of a guild, oldest first. */
export function openProposals(db: Db, guildId: string): Promise<readonly Proposal[]> {
  return db
    .selectFrom('proposal')
    .select(['id', 'user_id as userId', 'topic_id as topicId', 'kind', 'text', 'at'])
    .where('guild_id', '=', guildId)
    .where('decided_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/**
 * Accepts or declines a proposal. Call it within a transaction.
 * @returns whether it was still open
 */
export async function decide(trx: Db, id: string, accepted: boolean, at: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposal')
    .set({ accepted: accepted ? 1 : 0, decided_at: at })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * The decisions about a member's proposals in a guild that they have not been told of. They count as told from `at`
 * on.
 */
export async function takeUntoldProposals(
  db: Db,
  userId: string,
  guildId: string,
  at: number,
): Promise<readonly { readonly text: string; readonly accepted: boolean }[]> {
  // There is hardly ever any, and a write waits for others.
  if ((await untold(db, { userId, guildId })).rows.length === 0) return [];
  return write(db, async (trx) => {
    const { rows } = await untold(trx, { userId, guildId });
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      await trx.updateTable('proposal').set({ told_at: at }).where('id', 'in', ids).execute();
    return rows.map(({ text, accepted }) => ({ text, accepted: accepted === 1 }));
  });
}

const untold = prepared((db: Db, of: { readonly userId: string; readonly guildId: string }) =>
  untoldProposals(db, of).select(['text', 'accepted']).orderBy('decided_at').orderBy('id'),
);

/** The ids of a member's decided proposals that they have not been told of, as the beginning or a part of other queries. */
export function untoldProposals(db: Db, of: { readonly userId: string; readonly guildId: string }) {
  return db
    .selectFrom('proposal')
    .select('proposal.id')
    .where('proposal.user_id', '=', of.userId)
    .where('proposal.guild_id', '=', of.guildId)
    .where('proposal.decided_at', 'is not', null)
    .where('proposal.told_at', 'is', null);
}
