import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import type { Db } from '../schema.ts';

/** What one member reported, and which of their work organisers took down; instants in epoch ms. */
export interface ModerationData {
  readonly reports: readonly {
    readonly guildId: string;
    readonly reason: string;
    readonly at: number;
    readonly dismissedAt: number | null;
  }[];
  readonly takedowns: readonly (NamedTopic & {
    readonly guildId: string;
    readonly reason: string;
    readonly at: number;
    readonly toldAt: number | null;
  })[];
}

/** Reads it, oldest first. */
export async function moderationDataOf(db: Db, userId: string): Promise<ModerationData> {
  const reports = await db
    .selectFrom('report')
    .select(['guild_id as guildId', 'reason', 'at', 'dismissed_at as dismissedAt'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .execute();
  const takedowns = await db
    .selectFrom('takedown')
    .innerJoin('topic', 'topic.id', 'takedown.topic_id')
    .select([...NAMED_TOPIC, 'guild_id as guildId', 'reason', 'at', 'told_at as toldAt'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .execute();
  return { reports, takedowns };
}
