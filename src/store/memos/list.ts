import type { MemoRow } from '../reminder-tables.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { type Memo, toMemo } from './memo.ts';

/** A memo of this member, even if it has ended. Null if they have none with this id. */
export async function memoOf(db: Db, userId: string, id: string): Promise<Memo | null> {
  const row = await db
    .selectFrom('memo')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row === undefined ? null : toMemo(row);
}

/**
 * A member's reminders, the next one first. Those that could not be sent are at the end, until the member removes
 * them.
 */
export async function memosOf(db: Db, userId: string): Promise<readonly Memo[]> {
  const rows = await db
    .selectFrom('memo')
    .selectAll()
    .where('user_id', '=', userId)
    .where('kept', '=', 1)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '=', 'refused')]))
    .orderBy((eb) => eb.fn.coalesce('next_at', eb.val(Number.MAX_SAFE_INTEGER)))
    .orderBy('id')
    .execute();
  return rows.map(toMemo);
}

/** All memos of a member that are stored, drafts too, oldest first. */
export function allMemosOf(db: Db, userId: string): Promise<readonly MemoRow[]> {
  return db
    .selectFrom('memo')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}

/**
 * Removes a memo.
 * @returns whether there was one
 */
export async function removeMemo(db: Db, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('memo')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Deletes old drafts, by the time of asking, and old memos, by the time of sending. Both limits are in epoch ms. */
export async function forgetMemosBefore(db: Db, before: { drafts: number; sent: number }): Promise<void> {
  await forgetDrafts(db, { before: before.drafts });
  await forgetSent(db, { before: before.sent });
}

const forgetDrafts = prepared((db: Db, { before }: { readonly before: number }) =>
  db.deleteFrom('memo').where('kept', '=', 0).where('asked_at', '<', before),
);

const forgetSent = prepared((db: Db, { before }: { readonly before: number }) =>
  db.deleteFrom('memo').where('ended', '=', 'sent').where('ended_at', '<', before),
);
