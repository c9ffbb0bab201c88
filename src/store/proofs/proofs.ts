import type { Selectable } from 'kysely';
import type { Method } from '../../roadmap/roadmap.ts';
import { provesByItself } from '../../study/proofs/proof.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { logAct } from '../progress/log-activity.ts';
import type { Actor } from '../actor.ts';
import { reviewByProof } from '../review/answering.ts';
import { fileInfoOf, type ProofFile, type ProofFileInfo, putFile } from './files.ts';
import { holdToQuota } from './quota.ts';
import { countFor } from '../skills/even-out.ts';
import { sharedSkills } from '../skills/mates.ts';
import type { Db } from '../schema.ts';
import type { ProofRow } from './tables.ts';
import { indexProof } from '../search.ts';
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
