import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import { recordWithin } from './progress.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';

/**
 * Declares that a member has reached a stage, with a note, in one transaction. A second declaration replaces the
 * note.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function declareStage(db: Db, actor: Actor, topicId: string, note: string): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await recordWithin(trx, actor, [{ topicId, action: 'done' }]);
    const values = { note, at: actor.at };
    await trx
      .insertInto('stage_note')
      .values({ user_id: actor.userId, topic_id: topicId, ...values })
      .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet(values))
      .execute();
  });
}

/** A member's notes on the stages that they declared, by topic id. The note is kept if the stage is undone. */
export async function stageNotesOf(
  db: Db,
  userId: string,
  roadmapId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('stage_note')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'stage_note.topic_id')
    .select(['stage_note.topic_id', 'note'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .execute();
  return new Map(rows.map((row) => [row.topic_id, row.note]));
}
