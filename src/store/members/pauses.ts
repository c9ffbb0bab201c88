import { pauseProblem } from '../../study/progress/pause.ts';
import { isPaused } from '../../study/progress/streak.ts';
import type { Days } from '../../study/progress/week.ts';
import { dateOf, dayNumber } from '../../time/study-day.ts';
import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import { noteChoice } from './last-choice.ts';
import { ensureMember } from './members.ts';
import type { PauseRow } from './tables.ts';

/** A member's planned pauses, past ones included, oldest first. */
export async function pausesOf(db: Db, userId: string): Promise<readonly Days[]> {
  return (await pauseRows(db, { userId })).rows;
}

const pauseRows = prepared((db: Db, { userId }: { readonly userId: string }) =>
  rowsOf(db, userId).select(['from_date as from', 'to_date as to']),
);

/** The same of some members, by user id. Members without any are left out. */
export async function pausesOfMembers(
  db: Db,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Days[]>> {
  const { rows } = await pausesOfThese(db, { userIds });
  return Map.groupBy(rows, ({ user_id }) => user_id);
}

const pausesOfThese = prepared((db: Db, { userIds }: { readonly userIds: readonly string[] }) =>
  db
    .selectFrom('streak_pause')
    .select(['user_id', 'from_date as from', 'to_date as to'])
    .where('user_id', 'in', userIds),
);

/** Whether a member has planned a pause on a study day (`YYYY-MM-DD`). */
export async function isPausedOn(db: Db, userId: string, date: string): Promise<boolean> {
  return isPaused(await pausesOf(db, userId), date);
}

/**
 * Plans a pause in place of one that is still to come, and ends one that is going on.
 * @param today the member's study day
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function planPause(db: Db, actor: Actor, { from, to }: Days, today: string): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await ensureMember(trx, actor.userId, actor.at);
    await endWithin(trx, actor.userId, today);
    await trx
      .insertInto('streak_pause')
      .values({
        id: steadyId(actor.interactionId, 'pause'),
        user_id: actor.userId,
        from_date: from,
        to_date: to,
        planned_at: actor.at,
      })
      .execute();
    await noteChoice(trx, actor, 'pause');
  });
}

/**
 * Ends the pause that is going on, with yesterday as its last day, and drops one that is still to come.
 * @returns whether there was one
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function endPause(db: Db, actor: Actor, today: string): Promise<boolean> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await noteChoice(trx, actor, 'pause');
    return endWithin(trx, actor.userId, today);
  });
}

async function endWithin(trx: Db, userId: string, today: string): Promise<boolean> {
  const dropped = await trx
    .deleteFrom('streak_pause')
    .where('user_id', '=', userId)
    .where('from_date', '>=', today)
    .executeTakeFirst();
  const ended = await trx
    .updateTable('streak_pause')
    .set({ to_date: dateOf(dayNumber(today) - 1) })
    .where('user_id', '=', userId)
    .where('to_date', '>=', today)
    .executeTakeFirst();
  return dropped.numDeletedRows + ended.numUpdatedRows > 0n;
}

/**
 * Takes the pauses of an export that are still to come, unless the member has one. Past ones are left out, because they
 * would change a streak afterwards. Call it in the transaction of the import.
 */
export async function importPauses(
  trx: Db,
  { userId, at }: Actor,
  pauses: readonly Days[],
  today: string,
): Promise<void> {
  const open = (await pausesOf(trx, userId)).some(({ to }) => to >= today);
  const [first] = pauses
    .filter((pause) => pauseProblem(pause, today) === null)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (open || first === undefined) return;
  const id = steadyId('imported pause', userId, first.from, first.to);
  await trx
    .insertInto('streak_pause')
    .values({ id, user_id: userId, from_date: first.from, to_date: first.to, planned_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** What the export has of a member's pauses. */
export function pauseDataOf(db: Db, userId: string): Promise<readonly Omit<PauseRow, 'user_id'>[]> {
  return rowsOf(db, userId).select(['id', 'from_date', 'to_date', 'planned_at']).execute();
}

function rowsOf(db: Db, userId: string) {
  return db.selectFrom('streak_pause').where('user_id', '=', userId).orderBy('from_date').orderBy('id');
}
