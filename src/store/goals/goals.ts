import type { Goal } from '../../study/goals/goal.ts';
import type { Actor } from '../actor.ts';
import { noteChoice } from '../members/last-choice.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';
import type { GoalRow } from './tables.ts';

/** A goal, and the Monday of the last week (`YYYY-MM-DD`) for which it was celebrated; null for none. */
export interface OwnGoal extends Goal {
  readonly celebrated: string | null;
}

/** @returns a member's weekly goal, or null if they have none */
export async function goalOf(db: Db, userId: string): Promise<OwnGoal | null> {
  const [row] = (await goalRow(db, { userId })).rows;
  return row ?? null;
}

const goalRow = prepared((db: Db, { userId }: { readonly userId: string }) =>
  db.selectFrom('goal').select(['kind', 'target', 'celebrated']).where('user_id', '=', userId),
);

/**
 * Stores a member's goal in place of an earlier one.
 * @param reachedIn the Monday of this week (`YYYY-MM-DD`) if the new goal is reached already, so that it is not
 * celebrated any more; else null
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function setGoal(
  db: Db,
  actor: Actor,
  { kind, target }: Goal,
  reachedIn: string | null,
): Promise<void> {
  const { interactionId, userId, at } = actor;
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    await ensureMember(trx, userId, at);
    await noteChoice(trx, actor, 'goal');
    const before = await goalOf(trx, userId);
    // Only a harder goal is worth a second celebration in one week.
    const isEasier = before?.kind === kind && target <= before.target;
    const celebrated = reachedIn ?? (isEasier ? before.celebrated : null);
    const values = { kind, target, set_at: at, celebrated };
    await trx
      .insertInto('goal')
      .values({ user_id: userId, ...values })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
      .execute();
  });
}

/**
 * Removes a member's goal.
 * @returns whether there was one
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function removeGoal(db: Db, actor: Actor): Promise<boolean> {
  const { interactionId, userId, at } = actor;
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    await noteChoice(trx, actor, 'goal');
    const { numDeletedRows } = await trx.deleteFrom('goal').where('user_id', '=', userId).executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

/**
 * Notes that a goal is celebrated in the week of a Monday (`YYYY-MM-DD`).
 * @returns whether this is the first time in that week; of several callers at once, one is
 */
export async function celebrate(db: Db, userId: string, week: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('goal')
    .set({ celebrated: week })
    .where('user_id', '=', userId)
    .where('celebrated', 'is distinct from', week)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a goal from an export, unless the member has one. Call it in the transaction of the import. */
export async function importGoal(trx: Db, { userId, at }: Actor, { kind, target }: Goal): Promise<void> {
  await trx
    .insertInto('goal')
    .values({ user_id: userId, kind, target, set_at: at, celebrated: null })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute();
}

/** What the export has of a member's goal. */
export async function goalDataOf(db: Db, userId: string): Promise<Omit<GoalRow, 'user_id'> | null> {
  const row = await db
    .selectFrom('goal')
    .select(['kind', 'target', 'set_at', 'celebrated'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}
