import { fromMembersOf } from '../members/memberships.ts';
import type { Entry } from '../../study/progress/progress.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';

/** A member of a group who is on a topic or has done it. */
export interface TopicMember {
  readonly userId: string;
  readonly topicId: string;
  readonly state: Entry['state'];
  /** Epoch ms. */
  readonly since: number;
}

/** The members of a guild who let it see their topics, and are on some of these topics or have done them. */
export async function membersOn(
  db: Db,
  guildId: string,
  topicIds: readonly string[],
): Promise<readonly TopicMember[]> {
  if (topicIds.length === 0) return [];
  const { rows } = await rowsOn(db, { guildId, topicIds });
  return rows.map(({ user_id, topic_id, state, since }) => ({
    userId: user_id,
    topicId: topic_id,
    state,
    since,
  }));
}

const rowsOn = prepared((db: Db, of: { readonly guildId: string; readonly topicIds: readonly string[] }) =>
  fromMembersOf(db, of.guildId)
    .crossJoin('progress')
    .crossJoin('member')
    .select(['progress.user_id', 'topic_id', 'state', 'since'])
    .whereRef('progress.user_id', '=', 'membership.user_id')
    .whereRef('member.user_id', '=', 'progress.user_id')
    .where('show_topics', '=', 1)
    .where('topic_id', 'in', of.topicIds)
    .where('state', 'in', ['doing', 'done'])
    .orderBy('since')
    .orderBy('progress.user_id'),
);
