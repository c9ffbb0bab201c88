import { turn } from '../../roadmap/in-turns.ts';
import type { State } from '../../study/progress/progress.ts';
import { inChunks } from '../roadmaps/topics.ts';
import type { Db } from '../schema.ts';
import { writeCarried } from '../progress/carried-rows.ts';
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
export function evenOut(
  trx: Db,
  userId: string,
  topicIds: readonly string[],
  mark = FROM_SKILL,
): Promise<void> {
  return evenOutSkills(trx, userId, [topicIds], mark);
}

/** Does the same for several skills, each given by its topics. A member's rows of all of them are read at once. */
async function evenOutSkills(
  trx: Db,
  userId: string,
  skills: readonly (readonly string[])[],
  mark: string,
): Promise<void> {
  const shared = skills.filter((topicIds) => topicIds.length > 1);
  if (shared.length === 0) return;
  await evenProgress(trx, userId, shared, mark);
  await evenMemory(trx, userId, shared);
  await evenProofs(trx, userId, shared);
}

/**
 * Does the same for everybody who has rows of these topics or of topics that share a skill with them. Each member's
 * own skills count.
 */
export async function evenOutForAll(trx: Db, topicIds: readonly string[], mark: string): Promise<void> {
  const users = await whoHas(trx, await countedWith(trx, topicIds));
  if (users.length === 0) return;
  const choosers = await trx.selectFrom('member_skill').select('user_id').distinct().execute();
  const choosing = new Set(choosers.map(({ user_id }) => user_id));
  // Hardly anybody chooses skills of their own. For all others they are what the files say, which is read once.
  const usual = await skillsTogether(trx, NOBODY, topicIds);
  for (const userId of users) {
    await turn();
    const skills = choosing.has(userId) ? await skillsTogether(trx, userId, topicIds) : usual;
    await evenOutSkills(trx, userId, skills, mark);
  }
}

/** A user id that no member has. */
const NOBODY = '';

/** The topics of each shared skill of a member. */
async function skillsTogether(
  db: Db,
  userId: string,
  topicIds: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const skills = await sharedSkills(db, userId, topicIds);
  return [...new Map([...skills.values()].map((skill) => [skill.id, skill.topicIds])).values()];
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
  skills: readonly (readonly string[])[],
  mark: string,
): Promise<void> {
  const rows = await ownRows(skills, (some) =>
    trx
      .selectFrom('progress')
      .selectAll()
      .where('user_id', '=', userId)
      .where('topic_id', 'in', some)
      .execute(),
  );
  const there = new Map(rows.map((row) => [row.topic_id, row]));
  const copies = skills.flatMap((topicIds): readonly ProgressRow[] => {
    const own = topicIds.flatMap((id) => there.get(id) ?? []);
    const [first] = own.toSorted(
      (a, b) =>
        ORDER.indexOf(b.state) - ORDER.indexOf(a.state) ||
        a.since - b.since ||
        (a.topic_id < b.topic_id ? -1 : 1),
    );
    if (first === undefined) return [];
    const behind = topicIds.filter((id) => there.get(id)?.state !== first.state);
    return behind.map((topic_id) => {
      const before = keptOf(there.get(topic_id));
      return {
        ...first,
        topic_id,
        carried_in: mark,
        carried_over: before === undefined ? null : JSON.stringify(before),
      };
    });
  });
  await writeCarried(trx, copies);
}

/** Reads rows of all topics of some skills, in as many statements as their number needs. */
async function ownRows<Row>(
  skills: readonly (readonly string[])[],
  read: (topicIds: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const some of inChunks(skills.flat())) rows.push(...(await read(some)));
  return rows;
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

async function evenMemory(trx: Db, userId: string, skills: readonly (readonly string[])[]): Promise<void> {
  const rows = await ownRows(skills, (some) =>
    trx
      .selectFrom('review')
      .selectAll()
      .where('user_id', '=', userId)
      .where('topic_id', 'in', some)
      .execute(),
  );
  if (rows.length === 0) return;
  const there = new Map(rows.map((row) => [row.topic_id, row]));
  for (const topicIds of skills) {
    const own = topicIds.flatMap((id) => there.get(id) ?? []);
    const [latest] = own.toSorted((a, b) => (b.last_review ?? 0) - (a.last_review ?? 0) || b.reps - a.reps);
    if (latest === undefined) continue;
    const { user_id: _, topic_id: from, ...card } = latest;
    const copies = topicIds.filter((id) => id !== from).map((topic_id) => ({ ...latest, topic_id }));
    await trx
      .insertInto('review')
      .values(copies)
      .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet(card))
      .execute();
  }
}

async function evenProofs(trx: Db, userId: string, skills: readonly (readonly string[])[]): Promise<void> {
  const own = await ownRows(skills, (some) =>
    trx
      .selectFrom('proof')
      .select(['id', 'topic_id'])
      .where('user_id', '=', userId)
      .where('topic_id', 'in', some)
      .execute(),
  );
  const counted = await ownRows(skills, (some) =>
    trx
      .selectFrom('counted_proof')
      .innerJoin('proof', 'proof.id', 'counted_proof.proof_id')
      .select(['proof.id', 'counted_proof.topic_id'])
      .where('counted_proof.topic_id', 'in', some)
      .where('user_id', '=', userId)
      .execute(),
  );
  const rows = [...own, ...counted];
  if (rows.length === 0) return;
  for (const topicIds of skills) {
    const ids = new Set(rows.flatMap(({ id, topic_id }) => (topicIds.includes(topic_id) ? [id] : [])));
    for (const id of ids) await countFor(trx, id, topicIds);
  }
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
