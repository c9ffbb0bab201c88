import type { Actor } from '../actor.ts';
import { putProof } from '../proofs/proofs.ts';
import type { Db } from '../schema.ts';
import { shareProof } from '../proofs/shares.ts';

/**
 * Makes a team's submission count as each member's project on its topic, and shares it with the guild. A member with a
 * project of their own on the topic keeps that one. Call it within a transaction.
 * @param userIds the members for whom it counts from now on
 */
export async function proveBySubmission(
  trx: Db,
  { interactionId, at }: Pick<Actor, 'interactionId' | 'at'>,
  buildId: string,
  userIds: readonly string[],
): Promise<void> {
  const submission = await submissionOf(trx, buildId);
  if (submission === null) return;
  const { guildId, ...work } = submission;
  const owners = await trx
    .selectFrom('proof')
    .select('user_id')
    .where('topic_id', '=', work.topicId)
    .where('method', '=', 'project')
    .where('user_id', 'in', userIds)
    .execute();
  const have = new Set(owners.map((row) => row.user_id));
  for (const [index, userId] of userIds.entries()) {
    if (have.has(userId)) continue;
    const proofId = await putProof(trx, { id: `${interactionId}-${index}`, userId, at }, work);
    await shareProof(trx, proofId, guildId, at);
    await trx
      .updateTable('build_member')
      .set({ proof_id: proofId })
      .where('build_id', '=', buildId)
      .where('user_id', '=', userId)
      .execute();
  }
}

/**
 * Updates the proofs that a submission made after it was changed, except those that their members have changed since.
 * Call it within a transaction.
 * @param writtenAt when the submission was changed before; epoch ms
 */
export async function carryOnSubmission(
  trx: Db,
  { interactionId, at }: Pick<Actor, 'interactionId' | 'at'>,
  buildId: string,
  writtenAt: number,
): Promise<void> {
  const submission = await submissionOf(trx, buildId);
  if (submission === null) return;
  const { guildId: _, ...work } = submission;
  const rows = await trx
    .selectFrom('build_member')
    .innerJoin('proof', 'proof.id', 'build_member.proof_id')
    .select(['proof.user_id', 'proof.updated_at', 'joined_at'])
    .where('build_id', '=', buildId)
    .execute();
  for (const row of rows) {
    // The proof of a member who joined later was written at that time.
    if (row.updated_at > Math.max(writtenAt, row.joined_at ?? 0)) continue;
    await putProof(trx, { id: interactionId, userId: row.user_id, at }, work);
  }
}

/** Hides the proofs that a submission made from the guild. Their members keep them. `userId`: only this member's. */
export async function unshareProofOf(trx: Db, buildId: string, userId?: string): Promise<void> {
  await trx
    .deleteFrom('proof_share')
    .where('guild_id', '=', (eb) =>
      eb.selectFrom('build').select('build.guild_id').where('build.id', '=', buildId),
    )
    .where('proof_id', 'in', (eb) => {
      const all = eb
        .selectFrom('build_member')
        .select('build_member.proof_id')
        .where('build_id', '=', buildId)
        .where('proof_id', 'is not', null)
        .$castTo<{ proof_id: string }>();
      return userId === undefined ? all : all.where('user_id', '=', userId);
    })
    .execute();
}

async function submissionOf(trx: Db, buildId: string) {
  const row = await trx
    .selectFrom('submission')
    .innerJoin('build', 'build.id', 'submission.build_id')
    .select(['guild_id', 'topic_id', 'repository', 'differently'])
    .where('build_id', '=', buildId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    guildId: row.guild_id,
    topicId: row.topic_id,
    method: 'project' as const,
    parts: row.differently === '' ? [] : [row.differently],
    url: row.repository,
    language: null,
  };
}
