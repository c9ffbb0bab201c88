import { joinedIn } from '../members/memberships.ts';
import type { PictureType } from '../../files/picture.ts';
import { once } from '../once.ts';
import { logAct } from '../progress/log-activity.ts';
import type { Actor } from '../actor.ts';
import { reviewByProof } from '../review/answering.ts';
import type { Db } from '../schema.ts';
import { beginBuild } from './builds.ts';
import { carryOnSubmission, proveBySubmission, unshareProofOf } from './submission-proofs.ts';
import { write } from '../write.ts';

/** A team's app as the gallery shows it. */
export interface Submission {
  readonly repository: string;
  readonly liveUrl: string | null;
  /** What they would do differently, as Markdown; may be empty. */
  readonly differently: string;
  /** Epoch ms, as are the others. */
  readonly submittedAt: number;
  readonly updatedAt: number;
  /** Its bytes are read separately; `at`: when it was stored. */
  readonly picture: { readonly type: PictureType; readonly alt: string; readonly at: number } | null;
  /** The ids of the users who applaud and are in the guild. */
  readonly applause: readonly string[];
}

export interface Picture {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
}

/** The content of a submission that is written. */
export interface SubmissionWork {
  readonly repository: string;
  readonly liveUrl: string | null;
  readonly differently: string;
  readonly alt: string;
  /** Null keeps the present picture. */
  readonly picture: Picture | null;
}

/** An app in a guild. */
export interface AppPlace {
  readonly guildId: string;
  readonly topicId: string;
}

/** The gallery of a guild, as ids of builds, the newest first. `topicId`: of one app only. */
export async function galleryOf(
  db: Db,
  guildId: string,
  roadmapIds: readonly string[],
  topicId?: string,
): Promise<readonly string[]> {
  const all = shown(db, guildId, roadmapIds)
    .select('build.id')
    .orderBy('submitted_at', 'desc')
    .orderBy('build.id', 'desc');
  const rows = await (topicId === undefined ? all : all.where('build.topic_id', '=', topicId)).execute();
  return rows.map((row) => row.id);
}

/**
 * The submissions that were first shown in a span of time (epoch ms, the end excluded), oldest first, with their
 * teams.
 */
export async function newSubmissions(
  db: Db,
  guildId: string,
  roadmapId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly { readonly buildId: string; readonly topicId: string }[]> {
  const rows = await shown(db, guildId, [roadmapId])
    .select(['build.id', 'build.topic_id'])
    .where('submitted_at', '>=', from)
    .where('submitted_at', '<', to)
    .orderBy('submitted_at')
    .orderBy('build.id')
    .execute();
  return rows.map((row) => ({ buildId: row.id, topicId: row.topic_id }));
}

/** @returns the submission of a build, or null */
export async function submissionOf(db: Db, buildId: string): Promise<Submission | null> {
  const row = await db
    .selectFrom('submission')
    .innerJoin('build', 'build.id', 'submission.build_id')
    .leftJoin('submission_picture as picture', 'picture.build_id', 'submission.build_id')
    .select(['guild_id', 'repository', 'live_url', 'differently', 'submitted_at', 'updated_at'])
    .select(['picture.type', 'picture.alt', 'picture.at'])
    .where('submission.build_id', '=', buildId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const applause = await db
    .selectFrom('applause')
    .select('user_id')
    .where('build_id', '=', buildId)
    .where('user_id', 'in', joinedIn(db, row.guild_id))
    .orderBy('at')
    .execute();
  const { type, alt, at } = row;
  return {
    repository: row.repository,
    liveUrl: row.live_url,
    differently: row.differently,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
    picture: type === null || alt === null || at === null ? null : { type, alt, at },
    applause: applause.map((one) => one.user_id),
  };
}

/** @returns the picture of a submission with its bytes, or null */
export async function pictureOf(db: Db, buildId: string): Promise<Picture | null> {
  const row = await db
    .selectFrom('submission_picture')
    .select(['type', 'bytes'])
    .where('build_id', '=', buildId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Shows an app in the guild's gallery, or changes its submission. A member who has no build of the app yet gets one.
 * The app counts as the topic's project for everybody in the team.
 * @returns the build's id, and whether the submission is new
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function submitApp(
  db: Db,
  actor: Actor,
  { guildId, topicId }: AppPlace,
  work: SubmissionWork,
): Promise<{ readonly buildId: string; readonly isNew: boolean }> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const buildId = await beginBuild(trx, actor, guildId, topicId);
    const before = await trx
      .selectFrom('submission')
      .select('updated_at')
      .where('build_id', '=', buildId)
      .executeTakeFirst();
    const values = {
      repository: work.repository,
      live_url: work.liveUrl,
      differently: work.differently,
      updated_at: actor.at,
    };
    await trx
      .insertInto('submission')
      .values({ build_id: buildId, submitted_at: actor.at, ...values })
      .onConflict((conflict) => conflict.column('build_id').doUpdateSet(values))
      .execute();
    await putPicture(trx, buildId, work, actor.at);
    if (before === undefined) await proveBySubmission(trx, actor, buildId, await teamOf(trx, buildId));
    else await carryOnSubmission(trx, actor, buildId, before.updated_at);
    await logAct(trx, actor, 'proof', topicId);
    await reviewByProof(trx, actor, topicId);
    return { buildId, isNew: before === undefined };
  });
}

/**
 * Removes the submission of a build, with its picture and applause. The members keep their projects, which are no
 * longer shared with the guild.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function withdraw(db: Db, actor: Actor, buildId: string): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await withdrawWithin(trx, buildId);
  });
}

/** The same within a transaction that does more. */
export async function withdrawWithin(trx: Db, buildId: string): Promise<void> {
  await unshareProofOf(trx, buildId);
  await trx.deleteFrom('submission').where('build_id', '=', buildId).execute();
}

/**
 * Applauds a submission, or takes the applause back.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function applaud(db: Db, { interactionId, userId, at }: Actor, buildId: string): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    const { numDeletedRows } = await trx
      .deleteFrom('applause')
      .where('build_id', '=', buildId)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (numDeletedRows > 0n) return;
    await trx.insertInto('applause').values({ build_id: buildId, user_id: userId, at }).execute();
  });
}

async function putPicture(
  trx: Db,
  buildId: string,
  { picture, alt }: SubmissionWork,
  at: number,
): Promise<void> {
  if (picture === null) {
    await trx.updateTable('submission_picture').set({ alt }).where('build_id', '=', buildId).execute();
    return;
  }
  const values = { type: picture.type, bytes: picture.bytes, alt, at };
  await trx
    .insertInto('submission_picture')
    .values({ build_id: buildId, ...values })
    .onConflict((conflict) => conflict.column('build_id').doUpdateSet(values))
    .execute();
}

async function teamOf(trx: Db, buildId: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('build_member')
    .select('user_id')
    .where('build_id', '=', buildId)
    .where('joined_at', 'is not', null)
    .orderBy('joined_at')
    .orderBy('user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

/** The submissions that a guild can see. Those whose whole team has left are not among them. */
function shown(db: Db, guildId: string, roadmapIds: readonly string[]) {
  return db
    .selectFrom('build')
    .innerJoin('submission', 'submission.build_id', 'build.id')
    .where('build.guild_id', '=', guildId)
    .where('build.topic_id', 'in', (eb) =>
      eb.selectFrom('roadmap_topic').select('roadmap_topic.topic_id').where('roadmap_id', 'in', roadmapIds),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('build_member')
          .select('build_member.build_id')
          .whereRef('build_member.build_id', '=', 'build.id')
          .where('build_member.user_id', 'in', joinedIn(db, guildId))
          .where('build_member.joined_at', 'is not', null),
      ),
    );
}
