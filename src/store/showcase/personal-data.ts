import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import type { PictureType } from '../../files/picture.ts';
import type { Db } from '../schema.ts';
import type { Picture } from './submissions.ts';

/** An app that a member builds or applauds; instants in epoch ms. */
interface NamedApp extends NamedTopic {
  readonly guildId: string;
}

/** Everything that a member has built and applauded, oldest first. */
export interface ShowcaseData {
  readonly apps: readonly (NamedApp & {
    readonly buildId: string;
    readonly invitedAt: number;
    readonly joinedAt: number | null;
    /** Their team's submission; null for people who were invited and have not joined. */
    readonly shown: {
      readonly repository: string;
      readonly liveUrl: string | null;
      readonly differently: string;
      readonly submittedAt: number;
      readonly updatedAt: number;
      readonly picture: { readonly type: PictureType; readonly alt: string } | null;
    } | null;
  })[];
  readonly applause: readonly (NamedApp & { readonly at: number })[];
}

const NAMED = [...NAMED_TOPIC, 'build.guild_id as guildId'] as const;

/** Everything of one member in the showcases of all guilds, without the pictures' bytes. */
export async function showcaseDataOf(db: Db, userId: string): Promise<ShowcaseData> {
  const rows = await db
    .selectFrom('build_member')
    .innerJoin('build', 'build.id', 'build_member.build_id')
    .innerJoin('topic', 'topic.id', 'build.topic_id')
    .leftJoin('submission', 'submission.build_id', 'build.id')
    .leftJoin('submission_picture as picture', 'picture.build_id', 'build.id')
    .select([...NAMED, 'build.id', 'invited_at', 'joined_at'])
    .select(['repository', 'live_url', 'differently', 'submitted_at', 'updated_at', 'picture.type', 'alt'])
    .where('user_id', '=', userId)
    .orderBy('invited_at')
    .orderBy('build.id')
    .execute();
  const applause = await db
    .selectFrom('applause')
    .innerJoin('build', 'build.id', 'applause.build_id')
    .innerJoin('topic', 'topic.id', 'build.topic_id')
    .select([...NAMED, 'applause.at'])
    .where('user_id', '=', userId)
    .orderBy('applause.at')
    .orderBy('build.id')
    .execute();
  return {
    apps: rows.map(({ roadmap, key, title, guildId, ...row }) => ({
      roadmap,
      key,
      title,
      guildId,
      buildId: row.id,
      invitedAt: row.invited_at,
      joinedAt: row.joined_at,
      shown:
        row.joined_at === null ||
        row.repository === null ||
        row.differently === null ||
        row.submitted_at === null ||
        row.updated_at === null
          ? null
          : {
              repository: row.repository,
              liveUrl: row.live_url,
              differently: row.differently,
              submittedAt: row.submitted_at,
              updatedAt: row.updated_at,
              picture: row.type === null || row.alt === null ? null : { type: row.type, alt: row.alt },
            },
    })),
    applause,
  };
}

/** The newest pictures of the apps of a member's teams, by build. */
export async function picturesBy(
  db: Db,
  userId: string,
  most: number,
): Promise<readonly (Picture & { readonly buildId: string; readonly key: string })[]> {
  return db
    .selectFrom('submission_picture as picture')
    .innerJoin('build_member', 'build_member.build_id', 'picture.build_id')
    .innerJoin('build', 'build.id', 'picture.build_id')
    .innerJoin('topic', 'topic.id', 'build.topic_id')
    .select(['picture.build_id as buildId', 'topic.key as key', 'type', 'bytes'])
    .where('user_id', '=', userId)
    .where('joined_at', 'is not', null)
    .orderBy('picture.at', 'desc')
    .limit(most)
    .execute();
}
