import { joinedIn } from '../members/memberships.ts';
import { TEAM_SIZE } from '../../study/showcase.ts';
import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import type { Db } from '../schema.ts';
import { proveBySubmission, unshareProofOf } from './submission-proofs.ts';
import { write } from '../write.ts';

/** An app that members of a guild build together. People who have left the guild are not listed. */
export interface Build {
  readonly id: string;
  readonly topicId: string;
  /** The app's stored title. */
  readonly title: string;
  /** User ids in the order of joining. Never empty: a build without a team is not read. */
  readonly team: readonly string[];
  /** The people who were invited and have not answered. */
  readonly invited: readonly string[];
  /** Whether it has a submission. */
  readonly isShown: boolean;
}

/** All builds of the apps of some roadmaps in a guild, oldest first. */
export function buildsOf(db: Db, guildId: string, roadmapIds: readonly string[]): Promise<readonly Build[]> {
  return read(db, guildId, (query) =>
    query.where('topic_id', 'in', (eb) =>
      eb.selectFrom('roadmap_topic').select('roadmap_topic.topic_id').where('roadmap_id', 'in', roadmapIds),
    ),
  );
}

/** @returns the build, or null if there is none with this id in the guild */
export async function buildWithId(db: Db, guildId: string, id: string): Promise<Build | null> {
  const [build = null] = await read(db, guildId, (query) => query.where('build.id', '=', id));
  return build;
}

/** @returns a member's build of an app, or null. A member is in one team for each app */
export async function buildBy(
  db: Db,
  guildId: string,
  userId: string,
  topicId: string,
): Promise<Build | null> {
  const id = await ownBuild(db, guildId, userId, topicId);
  return id === null ? null : buildWithId(db, guildId, id);
}

/**
 * Stores that a member builds an app. The guild and the member have to exist.
 * @returns the id of the build. If the member already builds the app, it is that build
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function claimApp(db: Db, actor: Actor, guildId: string, topicId: string): Promise<string> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    return beginBuild(trx, actor, guildId, topicId);
  });
}

/** A member's build of an app, made if there is none. Call it within a transaction. */
export async function beginBuild(
  trx: Db,
  { interactionId, userId, at }: Actor,
  guildId: string,
  topicId: string,
): Promise<string> {
  const own = await ownBuild(trx, guildId, userId, topicId);
  if (own !== null) return own;
  const id = interactionId;
  await trx
    .insertInto('build')
    .values({ id, guild_id: guildId, topic_id: topicId, created_at: at })
    .execute();
  await trx
    .insertInto('build_member')
    .values({ build_id: id, user_id: userId, invited_at: at, joined_at: at, proof_id: null })
    .execute();
  return id;
}

/**
 * Invites members of the guild to a team, as many as it has room for. Earlier invitations stay as they are.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function invite(db: Db, actor: Actor, buildId: string, userIds: readonly string[]): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const rows = await trx
      .selectFrom('build_member')
      .select('user_id')
      .where('build_id', '=', buildId)
      .execute();
    const there = new Set(rows.map((row) => row.user_id));
    const asked = [...new Set(userIds)].filter((userId) => !there.has(userId));
    for (const userId of asked.slice(0, Math.max(0, TEAM_SIZE - there.size))) {
      await trx
        .insertInto('build_member')
        .values({ build_id: buildId, user_id: userId, invited_at: actor.at, joined_at: null, proof_id: null })
        .execute();
    }
  });
}

/**
 * Adds an invited member to a team. The team's submission counts for them from then on.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function joinTeam(
  db: Db,
  actor: Actor,
  guildId: string,
  buildId: string,
): Promise<'joined' | 'there-already' | 'not-invited' | 'in-another-team'> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const build = await trx
      .selectFrom('build')
      .innerJoin('build_member', 'build_member.build_id', 'build.id')
      .select(['topic_id', 'joined_at'])
      .where('build.id', '=', buildId)
      .where('guild_id', '=', guildId)
      .where('user_id', '=', actor.userId)
      .executeTakeFirst();
    if (build === undefined) return 'not-invited';
    if (build.joined_at !== null) return 'there-already';
    if ((await ownBuild(trx, guildId, actor.userId, build.topic_id)) !== null) return 'in-another-team';
    await trx
      .updateTable('build_member')
      .set({ joined_at: actor.at })
      .where('build_id', '=', buildId)
      .where('user_id', '=', actor.userId)
      .execute();
    await proveBySubmission(trx, actor, buildId, [actor.userId]);
    return 'joined';
  });
}

/**
 * Removes a member from a team, or declines their invitation. With its last member, the build and its submission are
 * deleted.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function leaveTeam(db: Db, actor: Actor, buildId: string): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await unshareProofOf(trx, buildId, actor.userId);
    await trx
      .deleteFrom('build_member')
      .where('build_id', '=', buildId)
      .where('user_id', '=', actor.userId)
      .execute();
    await removeEmptyBuilds(trx);
  });
}

/** Deletes every build without a team. */
export async function removeEmptyBuilds(trx: Db): Promise<void> {
  await trx
    .deleteFrom('build')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('build_member')
            .select('build_id')
            .whereRef('build_member.build_id', '=', 'build.id')
            .where('joined_at', 'is not', null),
        ),
      ),
    )
    .execute();
}

async function ownBuild(db: Db, guildId: string, userId: string, topicId: string): Promise<string | null> {
  const row = await db
    .selectFrom('build')
    .innerJoin('build_member', 'build_member.build_id', 'build.id')
    .select('build.id')
    .where('guild_id', '=', guildId)
    .where('topic_id', '=', topicId)
    .where('user_id', '=', userId)
    .where('joined_at', 'is not', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

type BuildQuery = ReturnType<typeof builds>;

function builds(db: Db, guildId: string) {
  return db
    .selectFrom('build')
    .innerJoin('topic', 'topic.id', 'build.topic_id')
    .innerJoin('build_member', 'build_member.build_id', 'build.id')
    .leftJoin('submission', 'submission.build_id', 'build.id')
    .select(['build.id', 'topic_id', 'topic.title', 'build_member.user_id', 'build_member.joined_at'])
    .select('submission.submitted_at')
    .where('build.guild_id', '=', guildId)
    .where('build_member.user_id', 'in', joinedIn(db, guildId))
    .orderBy('build.created_at')
    .orderBy('build.id')
    .orderBy('build_member.joined_at')
    .orderBy('build_member.invited_at')
    .orderBy('build_member.user_id');
}

async function read(
  db: Db,
  guildId: string,
  narrow: (query: BuildQuery) => BuildQuery,
): Promise<readonly Build[]> {
  const rows = await narrow(builds(db, guildId)).execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((people) => {
    const [first] = people;
    const team = people.filter((row) => row.joined_at !== null).map((row) => row.user_id);
    if (first === undefined || team.length === 0) return [];
    return [
      {
        id: first.id,
        topicId: first.topic_id,
        title: first.title,
        team,
        invited: people.filter((row) => row.joined_at === null).map((row) => row.user_id),
        isShown: first.submitted_at !== null,
      },
    ];
  });
}
