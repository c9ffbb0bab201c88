import { ensureMember } from '../members/members.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';

/** Nobody writes more at the same time. The oldest draft is dropped. */
const KEPT = 20;

/**
 * Stores the texts of a refused form, so that the next form shows them. They replace an earlier draft with this key.
 * @param fields the form's values by their ids
 * @param at epoch ms
 */
export async function keepDraft(
  db: Db,
  userId: string,
  key: string,
  fields: Readonly<Record<string, unknown>>,
  at: number,
): Promise<void> {
  const values = { fields: JSON.stringify(fields), at };
  await write(db, async (trx) => {
    await ensureMember(trx, userId, at);
    await trx
      .insertInto('draft')
      .values({ user_id: userId, key, ...values })
      .onConflict((conflict) => conflict.columns(['user_id', 'key']).doUpdateSet(values))
      .execute();
    const newest = await trx
      .selectFrom('draft')
      .select('key')
      .where('user_id', '=', userId)
      .orderBy('at', 'desc')
      .orderBy('key')
      .limit(KEPT)
      .execute();
    await trx
      .deleteFrom('draft')
      .where('user_id', '=', userId)
      .where(
        'key',
        'not in',
        newest.map((row) => row.key),
      )
      .execute();
  });
}

/** @returns the stored values, unchecked; null if there are none */
export async function draftOf(db: Db, userId: string, key: string): Promise<unknown> {
  const row = await db
    .selectFrom('draft')
    .select('fields')
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.fields) as unknown);
}

/** Deletes a draft. */
export async function dropDraft(db: Db, userId: string, key: string): Promise<void> {
  await db.deleteFrom('draft').where('user_id', '=', userId).where('key', '=', key).execute();
}

/** Deletes drafts that were stored before an instant (epoch ms). */
export async function forgetDraftsBefore(db: Db, at: number): Promise<void> {
  await forgetDrafts(db, { at });
}

const forgetDrafts = prepared((db: Db, { at }: { readonly at: number }) =>
  db.deleteFrom('draft').where('at', '<', at),
);
