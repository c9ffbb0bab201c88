import { fromMembersOf } from '../members/memberships.ts';
import type { Entry } from '../../study/progress/progress.ts';
import type { Db } from '../schema.ts';

/** Who of a group said something of a topic, and what. */
export interface TopicMember {
  readonly userId: string;
  readonly topicId: string;
  readonly state: Entry['state'];
  /** Epoch ms. */
  readonly since: number;
}

/** Everybody who joined in a guild, allows it to see their topics, and is on some of these topics or has done them. */
export async function membersOn(
  db: Db,
  guildId: string,
  topicIds: readonly string[],
): Promise<readonly TopicMember[]> {
  if (topicIds.length === 0) return [];
  const rows = await fromMembersOf(db, guildId)
    .crossJoin('progress')
    .crossJoin('member')
    .select(['progress.user_id', 'topic_id', 'state', 'since'])
    .whereRef('progress.user_id', '=', 'membership.user_id')
    .whereRef('member.user_id', '=', 'progress.user_id')
    .where('show_topics', '=', 1)
    .where('topic_id', 'in', topicIds)
    .where('state', 'in', ['doing', 'done'])
    .orderBy('since')
    .orderBy('progress.user_id')
    .execute();
  return rows.map(({ user_id, topic_id, state, since }) => ({
    userId: user_id,
    topicId: topic_id,
    state,
    since,
  }));
}
