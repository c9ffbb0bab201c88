import type { Selectable } from 'kysely';
import { fromMembersOf } from '../members/memberships.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { type Proofs, type ProofState, provesByItself, type ThesisDates } from '../../study/proofs/proof.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { logAct } from '../progress/activities.ts';
import type { Actor } from '../actor.ts';
import { reviewByProof } from '../review/reviews.ts';
import { fileInfoOf, type ProofFile, type ProofFileInfo, putFile } from './files.ts';
import { holdToQuota } from './quota.ts';
import { countFor } from '../skills/even-out.ts';
import { sharedSkills } from '../skills/mates.ts';
import type { Span } from '../../time/study-day.ts';
import type { Db } from '../schema.ts';
import type { ProofRow } from './tables.ts';
import { indexProof, leaveUnswept } from '../search.ts';
import { write } from '../write.ts';

/** One piece of work by one member. */
export interface Proof {
  readonly id: string;
  readonly userId: string;
  readonly topicId: string;
  readonly method: Method;
  /** The Markdown as it was written, in parts. Empty if the proof is only a link or a file. */
  readonly parts: readonly string[];
  readonly url: string | null;
  readonly language: string | null;
  readonly file: ProofFileInfo | null;
  /** When it became proven; epoch ms, as are the others. */
  readonly provenAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The content of a proof that is written. */
export interface ProofWork {
  readonly topicId: string;
  readonly method: Method;
  readonly parts: readonly string[];
  readonly url: string | null;
  readonly language: string | null;
  /** A new file. Null removes the present one, and undefined keeps it. */
  readonly file?: ProofFile | null;
}

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
  const rows = await db
    .selectFrom('proof')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'proof.topic_id')
    .select(['proof.topic_id', 'method', 'proven_at', 'proof.created_at'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .unionAll(
      countedIn(db, roadmapId)
        .select(['counted_proof.topic_id', 'method', 'proven_at', 'proof.created_at'])
        .where('user_id', '=', userId),
    )
    .execute();
  const theses = rows.filter(({ method }) => method === 'tez');
  return {
    proofs: byTopic(rows),
    theses: new Map(
      theses.map((row) => [row.topic_id, { createdAt: row.created_at, provenAt: row.proven_at }]),
    ),
  };
}

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

/** @returns the proof with its text, or null if there is none with this id */
export async function proofWithId(db: Db, id: string): Promise<Proof | null> {
  const row = await db.selectFrom('proof').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : withParts(db, row);
}

/** The topic of an existing proof. */
export async function topicOfProof(db: Db, id: string): Promise<string> {
  const { topic_id } = await db
    .selectFrom('proof')
    .select('topic_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return topic_id;
}

/**
 * @returns a member's proof on a topic by one method, or null. If the topic has no proof of its own, it is the most
 * recently changed of the proofs that count for it
 */
export async function proofOf(
  db: Db,
  userId: string,
  topicId: string,
  method: Method,
): Promise<Proof | null> {
  const row = await db
    .selectFrom('proof')
    .selectAll()
    .where('user_id', '=', userId)
    .where('method', '=', method)
    .where((eb) =>
      eb.or([
        eb('topic_id', '=', topicId),
        eb(
          'id',
          'in',
          eb.selectFrom('counted_proof').select('proof_id').where('counted_proof.topic_id', '=', topicId),
        ),
      ]),
    )
    .orderBy((eb) => eb('topic_id', '=', topicId), 'desc')
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return row === undefined ? null : withParts(db, row);
}

/**
 * Writes a proof in one transaction. It replaces the member's proof on the same topic by the same method. If the
 * method needs others to agree, their earlier answers are kept.
 * @returns its id
 * @throws AlreadyHandled if this interaction has had its effect, QuotaError
 */
export async function writeProof(db: Db, actor: Actor, work: ProofWork): Promise<string> {
  const { topicId, method } = work;
  const id = await changeProof(db, actor, { topicId, method }, () => work);
  if (id === null) throw new Error(`the ${method} of a topic was not there after it had been written`);
  return id;
}

/**
 * Changes a member's proof on a topic by one method in one transaction.
 * @param change gets the present proof, and returns the new content, or null to write nothing
 * @returns its id, or null if nothing was written
 * @throws AlreadyHandled if this interaction has had its effect, QuotaError
 */
export function changeProof(
  db: Db,
  actor: Actor,
  { topicId, method }: Pick<ProofWork, 'topicId' | 'method'>,
  change: (before: Proof | null) => Omit<ProofWork, 'topicId' | 'method'> | null,
): Promise<string | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const before = await proofOf(trx, actor.userId, topicId, method);
    const work = change(before);
    if (work === null) return null;
    const as = { id: actor.interactionId, userId: actor.userId, at: actor.at };
    // If the proof belongs to another topic and counts for this one, that proof is changed, so that its shares and
    // feedback stay with it.
    const id = await putProof(trx, as, { ...work, topicId: before?.topicId ?? topicId, method });
    if (work.file !== undefined) {
      await putFile(trx, id, work.file);
      await indexProof(trx, id);
    }
    await holdToQuota(trx, actor.userId, work.parts.length);
    await logAct(trx, actor, 'proof', topicId);
    await reviewByProof(trx, actor, topicId);
    return id;
  });
}

/**
 * Writes a proof within a transaction that does more.
 * @param as `id`: the id if the proof is new; `at`: epoch ms
 * @returns its id
 */
export async function putProof(
  trx: Db,
  { id: newId, userId, at }: { readonly id: string; readonly userId: string; readonly at: number },
  work: ProofWork,
): Promise<string> {
  await ensureMember(trx, userId, at);
  const before = await trx
    .selectFrom('proof')
    .select(['id', 'proven_at'])
    .where('user_id', '=', userId)
    .where('topic_id', '=', work.topicId)
    .where('method', '=', work.method)
    .executeTakeFirst();
  const id = before?.id ?? newId;
  const values = {
    url: work.url,
    language: work.language,
    proven_at: before?.proven_at ?? (provesByItself(work.method) ? at : null),
    updated_at: at,
  };
  await trx
    .insertInto('proof')
    .values({ id, user_id: userId, topic_id: work.topicId, method: work.method, created_at: at, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  await trx.deleteFrom('proof_part').where('proof_id', '=', id).execute();
  for (const [position, text] of work.parts.entries()) {
    await trx.insertInto('proof_part').values({ proof_id: id, position, text }).execute();
  }
  await indexProof(trx, id);
  const skill = (await sharedSkills(trx, userId, [work.topicId])).get(work.topicId);
  await countFor(trx, id, skill?.topicIds ?? []);
  return id;
}

/**
 * Removes a member's own proof, with everything that refers to it.
 * @returns whether there was one
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function removeProof(db: Db, actor: Actor, id: string): Promise<boolean> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const removed = await trx
      .deleteFrom('proof')
      .where('id', '=', id)
      .where('user_id', '=', actor.userId)
      .returning('topic_id')
      .executeTakeFirst();
    if (removed === undefined) return false;
    await logAct(trx, actor, 'removal', removed.topic_id);
    await leaveUnswept(trx, actor.interactionId);
    return true;
  });
}

async function withParts(db: Db, row: Selectable<ProofRow>): Promise<Proof> {
  const parts = await db
    .selectFrom('proof_part')
    .select('text')
    .where('proof_id', '=', row.id)
    .orderBy('position')
    .execute();
  return {
    id: row.id,
    userId: row.user_id,
    topicId: row.topic_id,
    method: row.method,
    parts: parts.map((part) => part.text),
    url: row.url,
    language: row.language,
    file: await fileInfoOf(db, row.id),
    provenAt: row.proven_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
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
