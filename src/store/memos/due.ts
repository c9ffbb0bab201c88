import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { steadyId } from '../steady-id.ts';
import { type Memo, type MemoTime, toMemo } from './memo.ts';
import { NOT_PLANNED, planned } from './planned.ts';

/**
 * The memos of a share that are due or claimed at an instant (epoch ms), without those that were put off. The longest due
 * is first.
 */
export async function dueMemos(db: Db, share: Share, now: number): Promise<readonly Memo[]> {
  const { rows } = await memosDue(db, { share, now });
  return rows.map(toMemo);
}

const memosDue = prepared((db: Db, { share, now }: { readonly share: Share; readonly now: number }) =>
  db
    .selectFrom('memo')
    .selectAll()
    .where('next_at', '<=', now)
    .where(ofShare(share, 'guild_id'))
    .where((eb) => eb.or([eb('retry_at', 'is', null), eb('retry_at', '<=', now)]))
    .orderBy('next_at')
    .orderBy('id'),
);

/**
 * Claims a memo before it is sent, so that it is sent once.
 * @returns the claim, or null if its time has changed or somebody else has claimed it
 */
export async function claimMemo(
  db: Db,
  { id, next }: Memo,
  channelId: string,
  now: number,
): Promise<Memo['claim']> {
  if (next === null) return null;
  const claimId = steadyId(id, 'memo', next.at);
  const { numUpdatedRows } = await db
    .updateTable('memo')
    .set({ claim_id: claimId, claim_channel_id: channelId, claimed_at: now })
    .where('id', '=', id)
    .where('next_at', '=', next.at)
    .where('claim_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { id: claimId, channelId, claimedAt: now } : null;
}

/** Sets when a memo comes next, and releases its claim. Without a next time it ends. */
export async function planMemo(db: Db, id: string, next: MemoTime | null, now: number): Promise<void> {
  const end = next === null ? ({ ended: 'sent', ended_at: now } as const) : {};
  await db
    .updateTable('memo')
    .set({ ...planned(next), ...end })
    .where('id', '=', id)
    .execute();
}

/**
 * Makes the bot try a memo again at an instant (epoch ms), and releases its claim. `refusedSince`: since when direct
 * messages are refused, null if they are not.
 */
export async function putOffMemo(
  db: Db,
  id: string,
  until: number,
  refusedSince: number | null,
): Promise<void> {
  await db
    .updateTable('memo')
    .set((eb) => ({
      tries: eb('tries', '+', 1),
      retry_at: until,
      refused_since: refusedSince,
      claim_id: null,
      claim_channel_id: null,
      claimed_at: null,
    }))
    .where('id', '=', id)
    .execute();
}

/** Makes a memo come by direct message from now on, because it cannot be sent in its channel. */
export async function turnToDirectMessage(db: Db, id: string): Promise<void> {
  await db
    .updateTable('memo')
    .set({ channel_id: null, guild_id: null, claim_id: null, claim_channel_id: null, claimed_at: null })
    .where('id', '=', id)
    .execute();
}

/** Ends a memo that cannot reach the member. It stays in their list. */
export async function refuseMemo(db: Db, id: string, now: number): Promise<void> {
  await db
    .updateTable('memo')
    .set({ ...NOT_PLANNED, ended: 'refused', ended_at: now })
    .where('id', '=', id)
    .execute();
}
