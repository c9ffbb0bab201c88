import { turn } from '../../roadmap/in-turns.ts';
import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import type { ProofFile, ProofFileInfo } from './files.ts';
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

/** How many proofs are read at once. */
const PIECE = 300;

/**
 * Everything that a member has written as proof, oldest first. It may be much, so it is read in pieces, and others have
 * their turn in between.
 */
export async function proofDataOf(db: Db, userId: string): Promise<ProofData> {
  const rows = await db
    .selectFrom('proof')
    .innerJoin('topic', 'topic.id', 'proof.topic_id')
    .leftJoin('proof_file', 'proof_file.proof_id', 'proof.id')
    .select([...NAMED_TOPIC, 'proof.id', 'method', 'url', 'language', 'proven_at as provenAt'])
    .select(['created_at as createdAt', 'updated_at as updatedAt', 'name', 'kind', 'size'])
    .where('user_id', '=', userId)
    .orderBy('proof.created_at')
    .orderBy('proof.id')
    .execute();
  const proofs: ProofData['proofs'][number][] = [];
  for (let from = 0; from < rows.length; from += PIECE) {
    const piece = rows.slice(from, from + PIECE);
    const beside = await besideProofs(
      db,
      piece.map(({ id }) => id),
    );
    for (const { name, kind, size, ...proof } of piece) {
      const file = name === null || kind === null || size === null ? null : { name, kind, size };
      proofs.push({ ...proof, file, ...beside(proof.id) });
    }
    await turn();
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

type Beside = Pick<ProofData['proofs'][number], 'parts' | 'shared' | 'countsFor'>;

/** The texts of some proofs, where they were shared, and what else they count for. */
async function besideProofs(db: Db, proofIds: readonly string[]): Promise<(proofId: string) => Beside> {
  const parts = await db
    .selectFrom('proof_part')
    .select(['proof_id', 'text'])
    .where('proof_id', 'in', proofIds)
    .orderBy('position')
    .execute();
  const shares = await db
    .selectFrom('proof_share')
    .select([
      'proof_id',
      'guild_id as guildId',
      'shared_at as at',
      'tells as tellsAuthor',
      'told_at as toldAt',
      'tell_at as tellAt',
      'withdrawn_at as withdrawnAt',
    ])
    .where('proof_id', 'in', proofIds)
    .orderBy('shared_at')
    .orderBy('guild_id')
    .execute();
  const counted = await db
    .selectFrom('counted_proof')
    // SQLite would begin with all topics, because they are sorted already.
    .crossJoin('topic')
    .whereRef('topic.id', '=', 'counted_proof.topic_id')
    .select([...NAMED_TOPIC, 'proof_id'])
    .where('proof_id', 'in', proofIds)
    .orderBy('topic.roadmap_id')
    .orderBy('topic.key')
    .execute();
  const partsOf = Map.groupBy(parts, ({ proof_id }) => proof_id);
  const sharesOf = Map.groupBy(shares, ({ proof_id }) => proof_id);
  const countedOf = Map.groupBy(counted, ({ proof_id }) => proof_id);
  return (id) => ({
    parts: (partsOf.get(id) ?? []).map(({ text }) => text),
    shared: sharesOf.get(id) ?? [],
    countsFor: (countedOf.get(id) ?? []).map(({ roadmap, key, title }) => ({ roadmap, key, title })),
  });
}
