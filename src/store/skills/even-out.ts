import type { State } from '../../study/progress/progress.ts';
import { inChunks } from '../roadmaps/topics.ts';
import type { Db } from '../schema.ts';
import type { ProgressRow } from '../progress/tables.ts';
import { sharedSkills } from './mates.ts';

/** The mark of progress that was copied from another topic of the skill (`carried_in`). */
const FROM_SKILL = 'skill@';

/** The states in the order in which they win, the last one first. */
const ORDER: readonly State[] = ['todo', 'skipped', 'doing', 'done'];

/**
 * Brings the topics of a skill to the same state for a member: the furthest progress, the card that was reviewed last, and
 * the proofs on any of them. Nothing is logged, because nobody did anything. Call it within a transaction.
 * @param mark the mark of the copied progress, by which it can be removed again
 */
export async function evenOut(
  trx: Db,
  userId: string,
  topicIds: readonly string[],
  mark = FROM_SKILL,
): Promise<void> {
  if (topicIds.length < 2) return;
  await evenProgress(trx, userId, topicIds, mark);
  await evenMemory(trx, userId, topicIds);
  await evenProofs(trx, userId, topicIds);
}

/**
 * Does the same for everybody who has rows of these topics or of topics that share a skill with them. Each member's
 * own skills count.
 */
export async function evenOutForAll(trx: Db, topicIds: readonly string[], mark: string): Promise<void> {
  for (const userId of await whoHas(trx, await countedWith(trx, topicIds))) {
    const skills = await sharedSkills(trx, userId, topicIds);
    const each = new Map([...skills.values()].map((skill) => [skill.id, skill.topicIds]));
    for (const topics of each.values()) await evenOut(trx, userId, topics, mark);
  }
}

/** These topics and all topics that share a skill with one of them for anybody. Empty if no skill is shared. */
async function countedWith(db: Db, topicIds: readonly string[]): Promise<readonly string[]> {
  const skills = new Set<string>();
  const topics = new Set<string>();
  for (const some of inChunks(topicIds)) {
    const byFile = await db.selectFrom('topic').select(['id', 'skill_id']).where('id', 'in', some).execute();
    const own = await db
      .selectFrom('member_skill')
      .select('skill_id')
      .where('topic_id', 'in', some)
      .where('skill_id', 'is not', null)
      .execute();
    for (const { id, skill_id } of byFile) skills.add(skill_id ?? id);
    for (const { skill_id } of own) if (skill_id !== null) skills.add(skill_id);
  }
  for (const some of inChunks([...skills])) {
    const byFile = await db
      .selectFrom('topic')
      .select('id')
      .where((eb) => eb.or([eb('id', 'in', some), eb('skill_id', 'in', some)]))
      .execute();
    const own = await db
      .selectFrom('member_skill')
      .select('topic_id as id')
      .where('skill_id', 'in', some)
      .execute();
    for (const { id } of [...byFile, ...own]) topics.add(id);
  }
  return topics.size > skills.size ? [...topics] : [];
}

async function whoHas(db: Db, topicIds: readonly string[]): Promise<readonly string[]> {
  const users = new Set<string>();
  for (const some of inChunks(topicIds)) {
    for (const table of ['progress', 'review', 'proof'] as const) {
      const rows = await db
        .selectFrom(table)
        .select('user_id')
        .distinct()
        .where('topic_id', 'in', some)
        .execute();
      for (const { user_id } of rows) users.add(user_id);
    }
  }
  return [...users];
}

async function evenProgress(
  trx: Db,
  userId: string,
  topicIds: readonly string[],
  mark: string,
): Promise<void> {
  const rows = await trx
    .selectFrom('progress')
    .selectAll()
    .where('user_id', '=', userId)
    .where('topic_id', 'in', topicIds)
    .orderBy('since')
    .orderBy('topic_id')
    .execute();
  const [first] = rows.toSorted((a, b) => ORDER.indexOf(b.state) - ORDER.indexOf(a.state));
  if (first === undefined) return;
  const { state, since, since_date, snoozed_until } = first;
  const there = new Map(rows.map((row) => [row.topic_id, row]));
  const behind = topicIds.filter((id) => there.get(id)?.state !== state);
  for (const topicId of behind) {
    const before = keptOf(there.get(topicId));
    const values = {
      state,
      since,
      since_date,
      snoozed_until,
      carried_in: mark,
      carried_over: before === undefined ? null : JSON.stringify(before),
    };
    await trx
      .insertInto('progress')
      .values({ user_id: userId, topic_id: topicId, ...values })
      .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet(values))
      .execute();
  }
}

/** Removes progress that `evenOut` copied to topics, unless the member has changed it since. */
export async function dropFromSkill(trx: Db, userId: string, topicIds: readonly string[]): Promise<void> {
  if (topicIds.length === 0) return;
  const rows = await trx
    .selectFrom('progress')
    .select(['topic_id', 'carried_over'])
    .where('user_id', '=', userId)
    .where('topic_id', 'in', topicIds)
    .where('carried_in', '=', FROM_SKILL)
    .execute();
  for (const { topic_id, carried_over } of rows) {
    const own = { user_id: userId, topic_id };
    await trx.deleteFrom('progress').where('user_id', '=', userId).where('topic_id', '=', topic_id).execute();
    if (carried_over === null) continue;
    // Only `evenProgress` above writes it.
    const before: Kept = JSON.parse(carried_over);
    await trx
      .insertInto('progress')
      .values({ ...own, ...before })
      .execute();
  }
}

type Kept = Omit<ProgressRow, 'user_id' | 'topic_id'>;

function keptOf(row: ProgressRow | undefined): Kept | undefined {
  if (row === undefined) return undefined;
  const { user_id: _user, topic_id: _topic, ...kept } = row;
  return kept;
}

async function evenMemory(trx: Db, userId: string, topicIds: readonly string[]): Promise<void> {
  const rows = await trx
    .selectFrom('review')
    .selectAll()
    .where('user_id', '=', userId)
    .where('topic_id', 'in', topicIds)
    .execute();
  const [latest] = rows.toSorted((a, b) => (b.last_review ?? 0) - (a.last_review ?? 0) || b.reps - a.reps);
  if (latest === undefined) return;
  const { user_id: _, topic_id: own, ...card } = latest;
  for (const topicId of topicIds.filter((id) => id !== own)) {
    await trx
      .insertInto('review')
      .values({ user_id: userId, topic_id: topicId, ...card })
      .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet(card))
      .execute();
  }
}

async function evenProofs(trx: Db, userId: string, topicIds: readonly string[]): Promise<void> {
  const own = await trx
    .selectFrom('proof')
    .select('id')
    .where('user_id', '=', userId)
    .where('topic_id', 'in', topicIds)
    .execute();
  const counted = await trx
    .selectFrom('counted_proof')
    .innerJoin('proof', 'proof.id', 'counted_proof.proof_id')
    .select('proof.id')
    .where('counted_proof.topic_id', 'in', topicIds)
    .where('user_id', '=', userId)
    .execute();
  for (const id of new Set([...own, ...counted].map((row) => row.id))) await countFor(trx, id, topicIds);
}

/** Counts a proof for more topics, besides its own topic. Call it within a transaction. */
export async function countFor(trx: Db, proofId: string, topicIds: readonly string[]): Promise<void> {
  if (topicIds.length === 0) return;
  await trx
    .insertInto('counted_proof')
    .columns(['proof_id', 'topic_id'])
    .expression((eb) =>
      eb
        .selectFrom('proof')
        .innerJoin('topic', (on) => on.on('topic.id', 'in', topicIds))
        .select(['proof.id', 'topic.id as topic_id'])
        .where('proof.id', '=', proofId)
        .whereRef('topic.id', '!=', 'proof.topic_id'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
