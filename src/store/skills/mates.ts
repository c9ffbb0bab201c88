import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { inChunks } from '../roadmaps/topics.ts';

/*
 * Topics of one skill count as one: whatever a member does with one of them is written to all of them. Each topic has
 * its own rows. Queries about one roadmap therefore need to know nothing of skills, and a member who keeps a topic apart
 * loses nothing.
 *
 * The skill of a topic is the one that the member chose, else the one that its file gives, else the topic's own id.
 */

/** The skills of topics for a member, by topic id. Topics that do not exist are left out. */
export async function skillsOf(
  db: Db,
  userId: string,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const skills = new Map<string, string>();
  for (const some of inChunks(topicIds)) {
    const { rows } = await skillRows(db, { userId, topicIds: some });
    for (const { id, skill } of rows) skills.set(id, skill);
  }
  return skills;
}

type OfMember<What extends string> = Readonly<Record<What, readonly string[]>> & { readonly userId: string };

const skillRows = prepared((db: Db, { userId, topicIds }: OfMember<'topicIds'>) =>
  skillsFrom(db, userId).where('topic.id', 'in', topicIds),
);

/** The topics that a member put into skills themselves. */
const chosenTopics = prepared((db: Db, { userId, skills }: OfMember<'skills'>) =>
  db
    .selectFrom('member_skill')
    .select(['topic_id as id', 'skill_id'])
    .where('user_id', '=', userId)
    .where('skill_id', 'in', skills),
);

/** The topics that files put into skills, without those for which the member chose another. */
const topicsByFile = prepared((db: Db, { userId, skills }: OfMember<'skills'>) =>
  db
    .selectFrom('topic')
    .select(['id', 'skill_id'])
    .where((eb) => eb.or([eb('id', 'in', skills), eb('skill_id', 'in', skills)]))
    .where('id', 'not in', chosenBy(db, userId)),
);

/** The topics of skills for a member, by skill. */
export async function topicsOfSkills(
  db: Db,
  userId: string,
  skills: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found: { readonly id: string; readonly skill: string }[] = [];
  for (const some of inChunks([...new Set(skills)])) {
    const { rows: own } = await chosenTopics(db, { userId, skills: some });
    const { rows: byFile } = await topicsByFile(db, { userId, skills: some });
    const wanted = new Set(some);
    for (const { id, skill_id } of [...own, ...byFile]) {
      const skill = skill_id ?? id;
      if (wanted.has(skill)) found.push({ id, skill });
    }
  }
  const bySkill = Map.groupBy(found, ({ skill }) => skill);
  return new Map([...bySkill].map(([skill, topics]) => [skill, topics.map(({ id }) => id)]));
}

/** A skill of two or more topics. */
export interface Skill {
  readonly id: string;
  readonly topicIds: readonly string[];
}

/** The skills of topics for a member, by topic id. Topics that are the only one of their skill are left out. */
export async function sharedSkills(
  db: Db,
  userId: string,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, Skill>> {
  const shared = new Map<string, Skill>();
  for (const some of inChunks(topicIds)) {
    const { rows } = await mates(db, { userId, topicIds: some });
    for (const [topicId, own] of Map.groupBy(rows, ({ id }) => id)) {
      const [first] = own;
      if (first === undefined || own.length < 2) continue;
      shared.set(topicId, { id: first.skill, topicIds: own.map(({ mate }) => mate) });
    }
  }
  return shared;
}

/** Each topic with each topic of its skill: first those that the member put into it, then those that files put there. */
const mates = prepared((db: Db, { userId, topicIds }: OfMember<'topicIds'>) =>
  db
    .with('asked', () => skillsFrom(db, userId).where('topic.id', 'in', topicIds))
    .selectFrom('asked')
    // SQLite keeps the order of a cross join, so it begins with the few topics, and not with all that there are.
    .crossJoin('member_skill as mate')
    .select(['asked.id', 'asked.skill', 'mate.topic_id as mate'])
    .where('mate.user_id', '=', userId)
    .whereRef('mate.skill_id', '=', 'asked.skill')
    .unionAll((union) =>
      union
        .selectFrom('asked')
        .crossJoin('topic as mate')
        .select(['asked.id', 'asked.skill', 'mate.id as mate'])
        .where((eb) =>
          eb.or([
            eb('mate.skill_id', '=', eb.ref('asked.skill')),
            eb.and([eb('mate.id', '=', eb.ref('asked.skill')), eb('mate.skill_id', 'is', null)]),
          ]),
        )
        .where('mate.id', 'not in', chosenBy(db, userId)),
    ),
);

/** The topics for which a member chose the skill. */
function chosenBy(db: Db, userId: string) {
  return db
    .selectFrom('member_skill')
    .select('member_skill.topic_id')
    .where('member_skill.user_id', '=', userId)
    .where('member_skill.skill_id', 'is not', null);
}

/** Every topic with its skill for a member. */
function skillsFrom(db: Db, userId: string) {
  return db
    .selectFrom('topic')
    .leftJoin('member_skill', (on) =>
      on.onRef('member_skill.topic_id', '=', 'topic.id').on('member_skill.user_id', '=', userId),
    )
    .select((eb) => [
      'topic.id',
      eb.fn.coalesce('member_skill.skill_id', 'topic.skill_id', 'topic.id').as('skill'),
    ]);
}
