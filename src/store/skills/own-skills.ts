import type { Actor } from '../actor.ts';
import { noteChoice } from '../members/last-choice.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { write } from '../write.ts';
import type { Db } from '../schema.ts';
import { inChunks } from '../roadmaps/topics.ts';
import { evenOut } from './even-out.ts';
import { skillsOf, topicsOfSkills } from './mates.ts';

/**
 * The beginning of the skill of a topic that a member keeps apart. No topic has such an id, because ids have no
 * colon.
 */
const APART = 'apart:';

/** Tells whether a skill is that of a topic that is kept apart. */
export function isApart(skill: string): boolean {
  return skill.startsWith(APART);
}

/** The result of joining topics. */
export type Joining =
  | 'joined'
  /** They count as one already. */
  | 'already'
  /** Some roadmap has topics of both skills, so an act would count twice in it. */
  | 'clash';

/**
 * Joins topics, with all others of their skills, into one skill of a member. They all get the furthest state of any of
 * them.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function joinTopics(
  db: Db,
  actor: Actor,
  topicId: string,
  others: readonly string[],
): Promise<Joining> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await ensureMember(trx, actor.userId, actor.at);
    const outcomes: Joining[] = [];
    for (const other of others) outcomes.push(await joinWithin(trx, actor, topicId, other));
    if (outcomes.includes('joined')) await noteChoice(trx, actor, 'skills');
    return outcomes.find((each) => each !== 'already') ?? 'already';
  });
}

/** Joins two topics. Call it within a transaction. */
export async function joinWithin(
  trx: Db,
  { userId, interactionId }: Pick<Actor, 'userId' | 'interactionId'>,
  topicId: string,
  other: string,
): Promise<Joining> {
  const skills = await skillsOf(trx, userId, [topicId, other]);
  const [own, wanted] = [skills.get(topicId), skills.get(other)];
  if (own === undefined || wanted === undefined || own === wanted) return 'already';
  const topics = await topicsOfSkills(trx, userId, [own, wanted]);
  const [mine, theirs] = [topics.get(own) ?? [], topics.get(wanted) ?? []];
  if (await meetSomewhere(trx, mine, theirs)) return 'clash';
  // No other topic may join the skill of a topic that is kept apart.
  const [into, moved] = isApart(wanted) ? [own, theirs] : [wanted, mine];
  const isNew = isApart(into);
  for (const id of isNew ? [...mine, ...theirs] : moved)
    await say(trx, userId, id, isNew ? `together:${interactionId}-${topicId}` : into);
  await evenOut(trx, userId, [...mine, ...theirs]);
  return 'joined';
}

/**
 * Takes a topic out of its skill for a member. What they did before stays done, proven and remembered in each topic.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function keepApart(db: Db, actor: Actor, topicId: string): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await ensureMember(trx, actor.userId, actor.at);
    await keepApartWithin(trx, actor.userId, topicId);
    await noteChoice(trx, actor, 'skills');
  });
}

/** Does the same within a transaction of the caller. */
export async function keepApartWithin(trx: Db, userId: string, topicId: string): Promise<void> {
  await say(trx, userId, topicId, `${APART}${topicId}`);
}

/** A member's choice about the skill of a topic, and whether they were asked. */
export interface SkillChoice {
  readonly isApart: boolean;
  readonly wasAsked: boolean;
}

/** Reads a member's choices for topics, by topic id. Topics without a choice are left out. */
export async function choicesOf(
  db: Db,
  userId: string,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, SkillChoice>> {
  const rows = await db
    .selectFrom('member_skill')
    .select(['topic_id', 'skill_id', 'asked_at'])
    .where('user_id', '=', userId)
    .where('topic_id', 'in', topicIds)
    .execute();
  return new Map(
    rows.map(({ topic_id, skill_id, asked_at }) => [
      topic_id,
      { isApart: skill_id !== null && isApart(skill_id), wasAsked: asked_at !== null },
    ]),
  );
}

/** The topics that have the same skill as a topic by their files, including the topic itself. */
export async function topicsOfFile(db: Db, topicId: string): Promise<readonly string[]> {
  const topic = await db.selectFrom('topic').select('skill_id').where('id', '=', topicId).executeTakeFirst();
  const skill = topic?.skill_id ?? topicId;
  const rows = await db
    .selectFrom('topic')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', skill), eb('skill_id', '=', skill)]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Stores that a member was asked about these topics, so that they are not asked again. `at`: epoch ms. */
export async function noteAsked(
  db: Db,
  userId: string,
  topicIds: readonly string[],
  at: number,
): Promise<void> {
  await db
    .insertInto('member_skill')
    .values(topicIds.map((topic_id) => ({ user_id: userId, topic_id, skill_id: null, asked_at: at })))
    .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet({ asked_at: at }))
    .execute();
}

/**
 * Reads which of these topics the member could join with a topic: those of another skill, if no roadmap has topics of
 * both skills.
 */
export async function joinable(
  db: Db,
  userId: string,
  topicId: string,
  others: readonly string[],
): Promise<ReadonlySet<string>> {
  const skills = await skillsOf(db, userId, [topicId, ...others]);
  const own = skills.get(topicId);
  if (own === undefined) return new Set();
  const topics = await topicsOfSkills(db, userId, [...skills.values()]);
  const fitting = new Set<string>();
  for (const other of others) {
    const skill = skills.get(other);
    if (skill === undefined || skill === own) continue;
    if (!(await meetSomewhere(db, topics.get(own) ?? [], topics.get(skill) ?? []))) fitting.add(other);
  }
  return fitting;
}

/** Tells whether a roadmap has topics of both lists. */
async function meetSomewhere(db: Db, ones: readonly string[], others: readonly string[]): Promise<boolean> {
  const roadmaps = new Set(await roadmapsWith(db, ones));
  return (await roadmapsWith(db, others)).some((id) => roadmaps.has(id));
}

async function roadmapsWith(db: Db, topicIds: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const some of inChunks(topicIds)) {
    const rows = await db
      .selectFrom('roadmap_topic')
      .select('roadmap_id')
      .where('topic_id', 'in', some)
      .where('archived_at', 'is', null)
      .execute();
    ids.push(...rows.map(({ roadmap_id }) => roadmap_id));
  }
  return ids;
}

async function say(trx: Db, userId: string, topicId: string, skill: string): Promise<void> {
  await trx
    .insertInto('member_skill')
    .values({ user_id: userId, topic_id: topicId, skill_id: skill, asked_at: null })
    .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet({ skill_id: skill }))
    .execute();
}
