import type { UndoableAct } from '../../study/progress/progress.ts';
import type { Actor } from '../actor.ts';
import { AlreadyHandled, once, wasHandled } from '../once.ts';
import { redoReview } from '../review/undo.ts';
import type { Db } from '../schema.ts';
import { fitsAgain, hasUndoneLogSince, lastLog, redoLog, undoOfLog } from '../sessions/logs.ts';
import { write } from '../write.ts';
import { lastChosen, lastJoin, type PastAct, undoneBy } from './history.ts';
import { logRedone } from './log-activity.ts';
import { dropPicks } from '../suggestions/picks.ts';
import { redoChanges } from './progress.ts';

/**
 * Reverses an undo, if the member has done nothing since, and added time still keeps to the rules of added time. The act counts again for the study day on which it was
 * done, and can be undone as before. Picks that were swapped away are no longer known, so a swap stays undone.
 * @param undoing the interaction of the undo
 * @returns the act that is done again; null if nothing was changed
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function redo(db: Db, actor: Actor, undoing: string): Promise<PastAct<UndoableAct> | null> {
  return write(db, async (trx) => {
    if (await wasHandled(trx, actor.interactionId)) throw new AlreadyHandled(actor.interactionId);
    const undone = await undoneBy(trx, actor.userId, undoing);
    if (undone === null || undone.act === 'swap') return null;
    if (!(await isLast(trx, actor.userId, undoing))) return null;
    if (undone.act === 'log' && !(await fitsAgain(trx, actor.userId, undone.batch, actor.at))) return null;
    await once(trx, actor.interactionId, actor.at);
    await redoAct(trx, actor, undone, undoing);
    return { ...undone, batch: actor.interactionId };
  });
}

async function redoAct(
  trx: Db,
  actor: Actor,
  { act, batch, topicIds, at }: PastAct<UndoableAct>,
  undoing: string,
): Promise<void> {
  if (act === 'log') return redoLog(trx, actor, batch, undoing);
  await (act === 'review' || act === 'later'
    ? redoReview(trx, actor, undoing)
    : redoChanges(trx, actor, undoing));
  const date = await logRedone(trx, actor, batch, undoing);
  if (act === 'pause' && date !== null) await dropPicks(trx, { userId: actor.userId, date }, topicIds, at);
}

/** Whether an undo is the last thing that a member did. An undo that was reversed is not. */
async function isLast(db: Db, userId: string, undoing: string): Promise<boolean> {
  const log = await undoOfLog(db, userId, undoing);
  const undo =
    log ??
    (await db
      .selectFrom('activity')
      .select(['batch as id', 'at'])
      .where('user_id', '=', userId)
      .where('batch', '=', undoing)
      .executeTakeFirst());
  if (undo === undefined || log?.isReversed === true) return false;
  const later = await db
    .selectFrom('activity')
    .select('id')
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('undoes', '=', undoing), eb('at', '>', undo.at)]))
    .limit(1)
    .executeTakeFirst();
  if (later !== undefined || (await hasUndoneLogSince(db, userId, undo.at))) return false;
  const others = [await lastLog(db, userId), await lastJoin(db, userId), await lastChosen(db, userId)];
  return others.every((act) => act === null || act.at <= undo.at);
}
