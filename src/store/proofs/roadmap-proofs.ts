import { sql } from 'kysely';
import type { Method } from '../../roadmap/roadmap.ts';
import type { Proofs, ProofState, ThesisDates } from '../../study/proofs/proof.ts';
import { ROWS, rowsInPieces } from '../in-pieces.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import type { ProofRow } from './tables.ts';

/** A proof as a list shows it. */
export interface ListedProof {
  readonly id: string;
  readonly topicId: string;
  /** When it became proven, and when it was last changed; epoch ms. */
  readonly provenAt: number | null;
  readonly updatedAt: number;
}

/** One member's proofs on the topics of a roadmap, including proofs on other topics that count for these. */
export async function proofsOf(db: Db, userId: string, roadmapId: string): Promise<Proofs> {
  const counted = countedIn(db, roadmapId)
    .select(['counted_proof.topic_id', 'method', 'proven_at'])
    .where('user_id', '=', userId);
  const rows = await db
    .selectFrom('proof')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'proof.topic_id')
    .select(['proof.topic_id', 'method', 'proven_at'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .unionAll(counted)
    .execute();
  return byTopic(rows);
}

/** The proofs on other topics that count for topics of a roadmap. */
function countedIn(db: Db, roadmapId: string) {
  return db
    .selectFrom('proof')
    .crossJoin('counted_proof')
    .crossJoin('roadmap_topic')
    .whereRef('counted_proof.proof_id', '=', 'proof.id')
    .whereRef('roadmap_topic.topic_id', '=', 'counted_proof.topic_id')
    .where('roadmap_id', '=', roadmapId);
}

/**
 * One member's proofs on the topics of a roadmap, and when each of their theses was begun and accepted, by topic id.
 */
export async function proofDatesOf(
  db: Db,
  userId: string,
  roadmapId: string,
): Promise<{ readonly proofs: Proofs; readonly theses: ReadonlyMap<string, ThesisDates> }> {
  const { rows } = await datedProofs(db, { userId, roadmapId });
  const theses = rows.filter(({ method }) => method === 'tez');
  return {
    proofs: byTopic(rows),
    theses: new Map(
      theses.map((row) => [row.topic_id, { createdAt: row.created_at, provenAt: row.proven_at }]),
    ),
  };
}

const datedProofs = prepared((db: Db, of: { readonly userId: string; readonly roadmapId: string }) =>
  db
    .selectFrom('proof')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'proof.topic_id')
    .select(['proof.topic_id', 'method', 'proven_at', 'proof.created_at'])
    .where('user_id', '=', of.userId)
    .where('roadmap_id', '=', of.roadmapId)
    .unionAll(
      countedIn(db, of.roadmapId)
        .select(['counted_proof.topic_id', 'method', 'proven_at', 'proof.created_at'])
        .where('user_id', '=', of.userId),
    ),
);

/**
 * A member's proofs by one method on a roadmap, without their texts, the most recently changed first. There is one
 * for each topic: the one that `proofOf` gives.
 */
export async function proofsBy(
  db: Db,
  userId: string,
  roadmapId: string,
  method: Method,
): Promise<readonly ListedProof[]> {
  const rows = await db
    .selectFrom('proof')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'proof.topic_id')
    .select(['proof.id', 'proof.topic_id', 'proven_at', 'proof.updated_at'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .where('method', '=', method)
    .execute();
  const counted = await countedIn(db, roadmapId)
    .select(['proof.id', 'counted_proof.topic_id', 'proven_at', 'proof.updated_at'])
    .where('user_id', '=', userId)
    .where('method', '=', method)
    .orderBy('proof.updated_at')
    .orderBy('proof.id', 'desc')
    .execute();
  const byPlace = new Map([...counted, ...rows].map((row) => [row.topic_id, row]));
  const latestFirst = [...byPlace.values()].toSorted(
    (a, b) => b.updated_at - a.updated_at || (a.id < b.id ? -1 : 1),
  );
  return latestFirst.map((row) => ({
    id: row.id,
    topicId: row.topic_id,
    provenAt: row.proven_at,
    updatedAt: row.updated_at,
  }));
}

/** So many characters of a text are its opening. */
const OPENING = 300;

/** How the texts of some proofs begin, by the id of the proof. Proofs without a text are left out. */
export async function openingsOf(db: Db, proofIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  // PostgreSQL knows no empty list.
  if (proofIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('proof_part')
    .select(['proof_id', sql<string>`substr(text, 1, ${sql.lit(OPENING)})`.as('opening')])
    .where('proof_id', 'in', proofIds)
    .where('position', '=', 0)
    .execute();
  return new Map(rows.map(({ proof_id: id, opening }) => [id, opening]));
}

/** A proof of a member of a group, on one of the topics for which it counts. */
export interface MemberProof {
  readonly userId: string;
  readonly topicId: string;
  readonly proofId: string;
  readonly method: Method;
  /** When it became proven; epoch ms. */
  readonly provenAt: number | null;
  /** Whether it was proven in an imported file. */
  readonly isImported: boolean;
}

/**
 * The proofs of a piece of `joinedInPieces` on some roadmaps together, by user id, also those on other topics that count
 * there. Members without proofs are left out. A topic that is in several of the roadmaps may be listed several times.
 */
export async function proofsOfMembers(
  db: Db,
  userIds: readonly string[],
  roadmapIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MemberProof[]>> {
  const byUser = new Map<string, MemberProof[]>();
  for (const proofs of [ownProofs, countedProofs]) {
    const pieces = rowsInPieces<ProofOfMember>(userIds, async (left, after) => {
      const behind = { user: after?.user_id ?? '', proof: after?.id ?? '', topic: after?.topic_id ?? '' };
      return (await proofs(db, { userIds: left, roadmapIds, ...behind })).rows;
    });
    for await (const rows of pieces)
      for (const row of rows)
        byUser
          .getOrInsertComputed(row.user_id, () => [])
          .push({
            userId: row.user_id,
            topicId: row.topic_id,
            proofId: row.id,
            method: row.method,
            provenAt: row.proven_at,
            isImported: row.proven_elsewhere === 1,
          });
  }
  return byUser;
}

/** The methods of some proofs of one member, by topic. */
export function countedBy(proofs: readonly MemberProof[]): Proofs {
  return byTopic(
    proofs.map(({ topicId, method, provenAt }) => ({ topic_id: topicId, method, proven_at: provenAt })),
  );
}

type ProofOfMember = Pick<ProofRow, 'id' | 'user_id' | 'topic_id' | 'method' | 'proven_at'> & {
  readonly proven_elsewhere: number;
};

interface ProofsBehind {
  readonly [name: string]: unknown;
  readonly userIds: readonly string[];
  readonly roadmapIds: readonly string[];
  readonly user: string;
  readonly proof: string;
  readonly topic: string;
}

const OF_MEMBER = ['proof.id', 'proof.user_id', 'method', 'proven_at', 'proven_elsewhere'] as const;

const ownProofs = prepared((db: Db, of: ProofsBehind) =>
  db
    .selectFrom('proof')
    .crossJoin('roadmap_topic')
    .select([...OF_MEMBER, 'proof.topic_id'])
    .whereRef('roadmap_topic.topic_id', '=', 'proof.topic_id')
    .where('proof.user_id', 'in', of.userIds)
    .where('roadmap_id', 'in', of.roadmapIds)
    .where((eb) => eb.or([eb('proof.user_id', '<>', of.user), eb('proof.id', '>', of.proof)]))
    .orderBy('proof.user_id')
    .orderBy('proof.id')
    .limit(ROWS),
);

const countedProofs = prepared((db: Db, of: ProofsBehind) =>
  db
    .selectFrom('proof')
    .crossJoin('counted_proof')
    .crossJoin('roadmap_topic')
    .select([...OF_MEMBER, 'counted_proof.topic_id'])
    .whereRef('counted_proof.proof_id', '=', 'proof.id')
    .whereRef('roadmap_topic.topic_id', '=', 'counted_proof.topic_id')
    .where('proof.user_id', 'in', of.userIds)
    .where('roadmap_id', 'in', of.roadmapIds)
    .where((eb) =>
      eb.or([
        eb('proof.user_id', '<>', of.user),
        eb('proof.id', '>', of.proof),
        eb.and([eb('proof.id', '=', of.proof), eb('counted_proof.topic_id', '>', of.topic)]),
      ]),
    )
    .orderBy('proof.user_id')
    .orderBy('proof.id')
    .orderBy('counted_proof.topic_id')
    .limit(ROWS),
);

function byTopic(rows: readonly Pick<ProofRow, 'topic_id' | 'method' | 'proven_at'>[]): Proofs {
  const topics = new Map<string, Map<Method, ProofState>>();
  for (const { topic_id: topicId, method, proven_at: provenAt } of rows) {
    const methods = topics.get(topicId) ?? new Map<Method, ProofState>();
    const isProven = provenAt !== null || methods.get(method) === 'proven';
    topics.set(topicId, methods.set(method, isProven ? 'proven' : 'written'));
  }
  return topics;
}
