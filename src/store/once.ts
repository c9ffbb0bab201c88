import { prepared } from './prepared.ts';
import type { Db } from './schema.ts';

/** Discord delivered an interaction a second time. Its effect exists already, so nothing more is done or answered. */
export class AlreadyHandled extends Error {
  constructor(interactionId: string) {
    super(`interaction ${interactionId} was handled before`);
    this.name = 'AlreadyHandled';
  }
}

/**
 * Marks an interaction as handled. Discord may deliver an event several times, so call this first in the transaction
 * of every write that an interaction causes.
 * @throws AlreadyHandled if it was handled before; the transaction then rolls back.
 */
export async function once(trx: Db, interactionId: string, at: number): Promise<void> {
  const { numAffectedRows } = await markHandled(trx, { id: interactionId, at });
  if (numAffectedRows !== 1n) throw new AlreadyHandled(interactionId);
}

const markHandled = prepared((db: Db, row: { readonly id: string; readonly at: number }) =>
  db
    .insertInto('handled_interaction')
    .values({ id: row.id, at: row.at })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** Whether an interaction has had its effect. */
export async function wasHandled(db: Db, interactionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('handled_interaction')
    .select('id')
    .where('id', '=', interactionId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Forgets interactions that were handled before an instant (epoch ms). Their tokens are void, so Discord cannot
 * deliver them again.
 */
export async function forgetHandledBefore(db: Db, at: number): Promise<void> {
  await forgetHandled(db, { at });
}

const forgetHandled = prepared((db: Db, { at }: { readonly at: number }) =>
  db.deleteFrom('handled_interaction').where('at', '<', at),
);

/**
 * Checks an interaction before something is read for its write, because its first delivery may have changed that
 * already.
 * @throws AlreadyHandled if the interaction has had its effect
 */
export async function notYet(db: Db, interactionId: string): Promise<void> {
  if (await wasHandled(db, interactionId)) throw new AlreadyHandled(interactionId);
}
