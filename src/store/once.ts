import type { Db } from './schema.ts';

/** Discord delivered an interaction a second time; its effect already stands, and nothing more is to be done or said. */
export class AlreadyHandled extends Error {
  constructor(interactionId: string) {
    super(`interaction ${interactionId} was handled before`);
    this.name = 'AlreadyHandled';
  }
}

/**
 * Marks an interaction as handled; to be called first inside the transaction of each write that an interaction
 * causes, because Discord may deliver an event several times.
 * @throws AlreadyHandled if it was; the transaction then rolls back.
 */
export async function once(trx: Db, interactionId: string, at: number): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('handled_interaction')
    .values({ id: interactionId, at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new AlreadyHandled(interactionId);
}

/** Whether an interaction has had its effect. */
export async function wasHandled(db: Db, interactionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('handled_interaction')
    .select('id')
    .where('id', '=', interactionId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets interactions handled before an instant (epoch ms): their tokens are long void, nothing can repeat them. */
export async function forgetHandledBefore(db: Db, at: number): Promise<void> {
  await db.deleteFrom('handled_interaction').where('at', '<', at).execute();
}

/**
 * For what is looked at before the write: the first delivery may have changed it already.
 * @throws AlreadyHandled if the interaction has had its effect
 */
export async function notYet(db: Db, interactionId: string): Promise<void> {
  if (await wasHandled(db, interactionId)) throw new AlreadyHandled(interactionId);
}
