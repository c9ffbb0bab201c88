import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import type { ProofFile, ProofFileInfo } from './files.ts';
import { proofWithId } from './proofs.ts';
import type { Db } from '../schema.ts';

/** A member's own texts. Instants are in epoch ms. */
export interface ProofData {
  readonly proofs: readonly (NamedTopic & {
    readonly id: string;
    readonly method: Method;
    readonly parts: readonly string[];
    readonly url: string | null;
    readonly language: string | null;
    readonly file: ProofFileInfo | null;
    readonly provenAt: number | null;
    readonly createdAt: number;
    readonly updatedAt: number;
    readonly shared: readonly SharedIn[];
    /** The other topics for which it counts too. */
    readonly countsFor: readonly NamedTopic[];
  })[];
  /** Their notes on the stages that they declared. */
  readonly stages: readonly (NamedTopic & { readonly note: string; readonly at: number })[];
  /** The values of forms that were refused and not sent again, as JSON. */
  readonly drafts: readonly { readonly form: string; readonly fields: string; readonly at: number }[];
}

/** A group that a proof was shared with, and whether its author is told of answers there. */
interface SharedIn {
  readonly guildId: string;
  readonly at: number;
  readonly tellsAuthor: number;
  readonly toldAt: number | null;
  readonly tellAt: number | null;
  readonly withdrawnAt: number | null;
}

/** Everything that a member has written as proof, oldest first. */
export async function proofDataOf(db: Db, userId: string): Promise<ProofData> {
  const rows = await db
    .selectFrom('proof')
    .innerJoin('topic', 'topic.id', 'proof.topic_id')
    .select([...NAMED_TOPIC, 'proof.id'])
    .where('user_id', '=', userId)
    .orderBy('proof.created_at')
    .orderBy('proof.id')
    .execute();
  const proofs: ProofData['proofs'][number][] = [];
  for (const { id, ...topic } of rows) {
    const proof = await proofWithId(db, id);
    if (proof === null) continue;
    const { method, parts, url, language, file, provenAt, createdAt, updatedAt } = proof;
    const work = { method, parts, url, language, file, provenAt, createdAt, updatedAt };
    proofs.push({
      ...topic,
      id,
      ...work,
      shared: await sharedIn(db, id),
      countsFor: await countsFor(db, id),
    });
  }
  const stages = await db
    .selectFrom('stage_note')
    .innerJoin('topic', 'topic.id', 'stage_note.topic_id')
    .select([...NAMED_TOPIC, 'note', 'at'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('topic.key')
    .execute();
  const drafts = await db
    .selectFrom('draft')
    .select(['draft.key as form', 'fields', 'at'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('draft.key')
    .execute();
  return { proofs, stages, drafts };
}

/** The files of a member's proofs, the most recently changed first. */
export async function proofFilesBy(
  db: Db,
  userId: string,
  limit: number,
): Promise<readonly (ProofFile & { readonly proofId: string })[]> {
  return db
    .selectFrom('proof_file')
    .innerJoin('proof', 'proof.id', 'proof_file.proof_id')
    .select(['proof_id as proofId', 'name', 'kind', 'size', 'bytes'])
    .where('user_id', '=', userId)
    .orderBy('proof.updated_at', 'desc')
    .orderBy('proof_id')
    .limit(Math.max(0, limit))
    .execute();
}

function countsFor(db: Db, proofId: string): Promise<readonly NamedTopic[]> {
  return db
    .selectFrom('counted_proof')
    .innerJoin('topic', 'topic.id', 'counted_proof.topic_id')
    .select(NAMED_TOPIC)
    .where('proof_id', '=', proofId)
    .orderBy('topic.roadmap_id')
    .orderBy('topic.key')
    .execute();
}

async function sharedIn(db: Db, proofId: string) {
  return db
    .selectFrom('proof_share')
    .select([
      'guild_id as guildId',
      'shared_at as at',
      'tells as tellsAuthor',
      'told_at as toldAt',
      'tell_at as tellAt',
      'withdrawn_at as withdrawnAt',
    ])
    .where('proof_id', '=', proofId)
    .orderBy('shared_at')
    .orderBy('guild_id')
    .execute();
}
