import type { Activity } from '../../study/progress/progress.ts';
import type { Db } from '../schema.ts';

/** The log of one member on one roadmap since an instant (epoch ms), oldest first, without what was undone. */
export function activityOf(
  db: Db,
  userId: string,
  roadmapId: string,
  since = 0,
): Promise<readonly Activity[]> {
  return counted(
    counting(db, roadmapId).where('activity.user_id', '=', userId).where('activity.at', '>=', since),
  );
}

/** The log of everybody who joined in a guild, on one roadmap, oldest first, without what was undone. */
export function activityOfGroup(db: Db, guildId: string, roadmapId: string): Promise<readonly Activity[]> {
  return counted(
    counting(db, roadmapId).where('activity.user_id', 'in', (eb) =>
      eb.selectFrom('membership').select('membership.user_id').where('membership.guild_id', '=', guildId),
    ),
  );
}

/** What still counts: no undoing, and nothing that was undone. */
function counting(db: Db, roadmapId: string) {
  return db
    .selectFrom('activity')
    .innerJoin('topic', 'topic.id', 'activity.topic_id')
    .select(['activity.user_id', 'activity.topic_id', 'activity.action', 'activity.at'])
    .where('topic.roadmap_id', '=', roadmapId)
    .where('activity.action', '!=', 'undo')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('activity as undoing')
            .select('undoing.id')
            .whereRef('undoing.user_id', '=', 'activity.user_id')
            .whereRef('undoing.undoes', '=', 'activity.batch'),
        ),
      ),
    )
    .orderBy('activity.at')
    .orderBy('activity.id');
}

async function counted(query: ReturnType<typeof counting>): Promise<readonly Activity[]> {
  const rows = await query.execute();
  return rows.flatMap(({ user_id, topic_id, action, at }) =>
    action === 'undo' ? [] : [{ userId: user_id, topicId: topic_id, action, at }],
  );
}
