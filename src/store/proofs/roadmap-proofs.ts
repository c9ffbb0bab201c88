import { sql } from 'kysely';
import type { Method } from '../../roadmap/roadmap.ts';
import type { Proofs, ProofState, ThesisDates } from '../../study/proofs/proof.ts';
import type { Span } from '../../time/study-day.ts';
import { fromMembersOf } from '../members/memberships.ts';
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

/** Everybody's proofs on one roadmap who joined in a guild, by user id. Members without proofs are left out. */
export async function proofsOfGroup(
  db: Db,
  guildId: string,
  roadmapId: string,
): Promise<ReadonlyMap<string, Proofs>> {
  const rows = await fromMembersOf(db, guildId)
    .crossJoin('proof')
    .crossJoin('roadmap_topic')
    .select(['proof.user_id', 'proof.topic_id', 'method', 'proven_at'])
    .whereRef('proof.user_id', '=', 'membership.user_id')
    .whereRef('roadmap_topic.topic_id', '=', 'proof.topic_id')
    .where('roadmap_id', '=', roadmapId)
    .unionAll(
      fromMembersOf(db, guildId)
        .crossJoin('proof')
        .crossJoin('counted_proof')
        .crossJoin('roadmap_topic')
        .select(['proof.user_id', 'counted_proof.topic_id', 'method', 'proven_at'])
        .whereRef('proof.user_id', '=', 'membership.user_id')
        .whereRef('counted_proof.proof_id', '=', 'proof.id')
        .whereRef('roadmap_topic.topic_id', '=', 'counted_proof.topic_id')
        .where('roadmap_id', '=', roadmapId),
    )
    .execute();
  const byUser = Map.groupBy(rows, (row) => row.user_id);
  return new Map([...byUser].map(([userId, own]) => [userId, byTopic(own)]));
}

/** That a member proved a topic, and the work by which they did. */
export interface Proven {
  readonly userId: string;
  readonly topicId: string;
  readonly proofId: string;
}

/**
 * What the members of a guild proved by any method in a span of time, earliest first, each topic once. Imported
 * proofs are left out.
 */
export async function provenInGroup(
  db: Db,
  guildId: string,
  roadmapId: string,
  { from, to }: Span,
): Promise<readonly Proven[]> {
  const news = fromMembersOf(db, guildId)
    .crossJoin('proof')
    .whereRef('proof.user_id', '=', 'membership.user_id')
    .where('proven_at', '>=', from)
    .where('proven_at', '<', to)
    .where('proven_elsewhere', '=', 0);
  const rows = await news
    .crossJoin('roadmap_topic')
    .select(['proof.id', 'proof.user_id', 'proof.topic_id', 'proven_at'])
    .whereRef('roadmap_topic.topic_id', '=', 'proof.topic_id')
    .where('roadmap_id', '=', roadmapId)
    .unionAll(
      news
        .crossJoin('counted_proof')
        .crossJoin('roadmap_topic')
        .select(['proof.id', 'proof.user_id', 'counted_proof.topic_id', 'proven_at'])
        .whereRef('counted_proof.proof_id', '=', 'proof.id')
        .whereRef('roadmap_topic.topic_id', '=', 'counted_proof.topic_id')
        .where('roadmap_id', '=', roadmapId),
    )
    .execute();
  const inOrder = rows.toSorted(
    (a, b) => (a.proven_at ?? 0) - (b.proven_at ?? 0) || (a.topic_id < b.topic_id ? -1 : 1),
  );
  const firsts = new Map<string, Proven>();
  for (const { id: proofId, user_id: userId, topic_id: topicId } of inOrder) {
    const key = `${userId} ${topicId}`;
    if (!firsts.has(key)) firsts.set(key, { userId, topicId, proofId });
  }
  return [...firsts.values()];
}

function byTopic(rows: readonly Pick<ProofRow, 'topic_id' | 'method' | 'proven_at'>[]): Proofs {
  const topics = new Map<string, Map<Method, ProofState>>();
  for (const { topic_id: topicId, method, proven_at: provenAt } of rows) {
    const methods = topics.get(topicId) ?? new Map<Method, ProofState>();
    const isProven = provenAt !== null || methods.get(method) === 'proven';
    topics.set(topicId, methods.set(method, isProven ? 'proven' : 'written'));
  }
  return topics;
}
