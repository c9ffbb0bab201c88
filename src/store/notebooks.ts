import type { NotebookPiece } from '../study/notebook.ts';
import { READABLE_FILE, textOf } from '../files/proof-file.ts';
import type { Db } from './schema.ts';

/** Everything that a member has written about the topics of a roadmap, including topics that are no longer in it. */
export async function notebookOf(
  db: Db,
  userId: string,
  roadmapId: string,
): Promise<readonly NotebookPiece[]> {
  const proofs = await db
    .selectFrom('proof')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'proof.topic_id')
    .leftJoin('proof_file', 'proof_file.proof_id', 'proof.id')
    .leftJoin('proof_file as readable', (on) =>
      on
        .onRef('readable.proof_id', '=', 'proof.id')
        .on('readable.kind', '=', 'text')
        .on('readable.size', '<=', READABLE_FILE),
    )
    .select([
      'proof.id',
      'proof.topic_id',
      'title',
      'holder',
      'method',
      'url',
      'language',
      'proof_file.name as file_name',
    ])
    .select(['proof.created_at', 'proven_at', 'readable.bytes'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .orderBy('proof.created_at')
    .orderBy('proof.id')
    .execute();
  const parts = await db
    .selectFrom('proof_part')
    .innerJoin('proof', 'proof.id', 'proof_part.proof_id')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'proof.topic_id')
    .select(['proof_id', 'text'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .orderBy('proof_id')
    .orderBy('proof_part.position')
    .execute();
  const byProof = Map.groupBy(parts, (part) => part.proof_id);
  return proofs.map((row) => ({
    topicId: row.topic_id,
    title: row.title,
    holder: row.holder,
    method: row.method,
    text: [
      ...(byProof.get(row.id) ?? []).map(({ text }) => text),
      ...(row.bytes === null ? [] : [textOf(row.bytes)]),
    ].join('\n\n'),
    url: row.url,
    language: row.language,
    fileName: row.file_name,
    writtenAt: row.created_at,
    provenAt: row.proven_at,
  }));
}
