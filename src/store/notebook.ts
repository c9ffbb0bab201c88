import type { NotebookPiece } from '../study/notebook.ts';
import { READABLE_FILE, textOf } from '../files/proof-file.ts';
import { turn } from '../roadmap/in-turns.ts';
import type { Db } from './schema.ts';

/**
 * Everything that a member has written about the topics of a roadmap, including topics that are no longer in it, and
 * work on other topics that counts for one of these.
 */
export async function notebookOf(
  db: Db,
  userId: string,
  roadmapId: string,
): Promise<readonly NotebookPiece[]> {
  const places = await placesOf(db, userId, roadmapId);
  const pieces: NotebookPiece[] = [];
  const ids = [...places.keys()].toSorted();
  for (let from = 0; from < ids.length; from += PIECES) {
    pieces.push(...(await piecesOf(db, places, ids.slice(from, from + PIECES))));
    await turn();
  }
  return pieces.toSorted((a, b) => a.writtenAt - b.writtenAt);
}

/** How many pieces of work are read at once. A notebook may have thousands, and others want to be answered. */
const PIECES = 300;

type Places = Awaited<ReturnType<typeof placesOf>>;

async function piecesOf(db: Db, places: Places, ids: readonly string[]): Promise<readonly NotebookPiece[]> {
  const proofs = await db
    .selectFrom('proof')
    .leftJoin('proof_file', 'proof_file.proof_id', 'proof.id')
    .leftJoin('proof_file as readable', (on) =>
      on
        .onRef('readable.proof_id', '=', 'proof.id')
        .on('readable.kind', '=', 'text')
        .on('readable.size', '<=', READABLE_FILE),
    )
    .select(['proof.id', 'method', 'url', 'language', 'proof_file.name as file_name'])
    .select(['proof.created_at', 'proven_at', 'readable.bytes'])
    .where('proof.id', 'in', ids)
    .orderBy('proof.id')
    .execute();
  const parts = await db
    .selectFrom('proof_part')
    .select(['proof_id', 'text'])
    .where('proof_id', 'in', ids)
    .orderBy('proof_id')
    .orderBy('position')
    .execute();
  const byProof = Map.groupBy(parts, (part) => part.proof_id);
  return proofs.map((row) => ({
    topicId: places.get(row.id)?.topic_id ?? '',
    title: places.get(row.id)?.title ?? '',
    holder: places.get(row.id)?.holder ?? null,
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

/** Where a member's work stands in a roadmap, by the proof's id: on its own topic, else on one that it counts for. */
async function placesOf(db: Db, userId: string, roadmapId: string) {
  const counted = await db
    .selectFrom('proof')
    .innerJoin('counted_proof', 'counted_proof.proof_id', 'proof.id')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'counted_proof.topic_id')
    .select(['proof.id', 'roadmap_topic.topic_id', 'title', 'holder'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .execute();
  const own = await db
    .selectFrom('proof')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'proof.topic_id')
    .select(['proof.id', 'roadmap_topic.topic_id', 'title', 'holder'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .execute();
  return new Map([...counted, ...own].map((row) => [row.id, row]));
}
