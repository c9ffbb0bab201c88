import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import type { Db } from '../schema.ts';
import type { SessionRow } from './tables.ts';

/** A session of a member, with the names of its topic. They are null if it has no topic. */
export type SessionData = { readonly [Name in keyof NamedTopic]: string | null } & Omit<
  SessionRow,
  'user_id'
>;

/** All sessions of a member, including undone ones, oldest first. */
export function sessionDataOf(db: Db, userId: string): Promise<readonly SessionData[]> {
  return db
    .selectFrom('session')
    .leftJoin('topic', 'topic.id', 'session.topic_id')
    .select([...NAMED_TOPIC, 'session.id', 'guild_id', 'topic_id', 'kind', 'group_id', 'started_at'])
    .select(['ends_at', 'ended_at', 'study_date', 'day_ends_at', 'logged_at', 'logged_on', 'undoes', 'calls'])
    .where('user_id', '=', userId)
    .orderBy('started_at')
    .orderBy('session.id')
    .execute();
}

/**
 * Makes the messages of sessions together be written again, because a member is about to be deleted and must not be
 * named any longer. Call it before the member is deleted.
 */
export async function unsettleSessionsOf(trx: Db, userId: string): Promise<void> {
  await trx
    .updateTable('group_session')
    .set({ settled: 0 })
    .where('message_id', 'is not', null)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('session')
        .select('group_id')
        .where('user_id', '=', userId)
        .where('group_id', 'is not', null)
        .$castTo<{ group_id: string }>(),
    )
    .execute();
}
