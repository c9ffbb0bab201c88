import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import { logUndone } from '../progress/log-activity.ts';
import type { Db } from '../schema.ts';
import { evenOut } from '../skills/even-out.ts';
import { write } from '../write.ts';
import { keep, keptOf } from './cards.ts';
import { log, notUndone } from './log.ts';
import { skillAround } from './skill-around.ts';

/**
 * Undoes an answer, if it is the last one for its topic. The card is as it was before.
 * @returns the topic's id, or null if there is nothing to undo
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function undoReview(db: Db, actor: Actor, answerId: string): Promise<string | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    return undoReviewWithin(trx, actor, answerId);
  });
}

/** The same within a transaction that does more. */
export async function undoReviewWithin(trx: Db, actor: Actor, answerId: string): Promise<string | null> {
  const answer = await trx
    .selectFrom('review_log')
    .select('topic_id')
    .where('id', '=', answerId)
    .where('user_id', '=', actor.userId)
    .executeTakeFirst();
  if (answer === undefined) return null;
  const topicId = answer.topic_id;
  const last = await notUndone(trx, actor.userId).where('topic_id', '=', topicId).executeTakeFirst();
  if (last?.id !== answerId) return null;

  const answers = await trx
    .selectFrom('review_log')
    .select(['id', 'topic_id', 'before', 'mirrors'])
    .where('user_id', '=', actor.userId)
    .where((eb) => eb.or([eb('id', '=', answerId), eb('mirrors', '=', answerId)]))
    .execute();
  for (const { id, topic_id, before, mirrors } of answers) {
    // If the member has separated a topic since, it may have answers of its own, which stay.
    const latest = await notUndone(trx, actor.userId).where('topic_id', '=', topic_id).executeTakeFirst();
    if (latest?.id !== id) continue;
    const now = await keptOf(trx, actor.userId, topic_id);
    // Only `log` writes `before`.
    await keep(trx, actor.userId, topic_id, before === null ? null : JSON.parse(before));
    const undoing = mirrors === null ? null : actor.interactionId;
    await log(trx, actor, topic_id, { rating: 'undo', before: now, undoes: id, mirrors: undoing });
  }
  const skill = await skillAround(trx, actor.userId, topicId);
  await evenOut(trx, actor.userId, skill.topicIds);
  await logUndone(trx, actor, answerId, topicId);
  return topicId;
}

/**
 * Reverses the undo of an answer, by the id of the undo's interaction: the card is as it was before it. Call it within
 * a transaction.
 */
export async function redoReview(trx: Db, actor: Actor, undoing: string): Promise<void> {
  const rows = await trx
    .selectFrom('review_log as undo')
    .innerJoin('review_log as answer', 'answer.id', 'undo.undoes')
    .select(['undo.id', 'undo.topic_id', 'undo.before as card', 'answer.before', 'answer.rating'])
    .select(['answer.at', 'answer.mirrors'])
    .where('undo.user_id', '=', actor.userId)
    .where((eb) => eb.or([eb('undo.id', '=', undoing), eb('undo.mirrors', '=', undoing)]))
    .execute();
  for (const { id: undoes, topic_id: topicId, card, before, rating, at, mirrors } of rows) {
    // Only `log` writes both.
    await keep(trx, actor.userId, topicId, card === null ? null : JSON.parse(card));
    await log(trx, { ...actor, at }, topicId, {
      rating,
      before: before === null ? null : JSON.parse(before),
      undoes,
      mirrors: mirrors === null ? null : actor.interactionId,
    });
  }
  const [about] = rows;
  if (about === undefined) return;
  const skill = await skillAround(trx, actor.userId, about.topic_id);
  await evenOut(trx, actor.userId, skill.topicIds);
}
