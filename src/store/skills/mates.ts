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
    for (const { id, by_file, own } of rows) skills.set(id, own ?? by_file ?? id);
  }
  return skills;
}

type OfMember<What extends string> = Readonly<Record<What, readonly string[]>> & { readonly userId: string };

const skillRows = prepared((db: Db, { userId, topicIds }: OfMember<'topicIds'>) =>
  db
    .selectFrom('topic')
    .leftJoin('member_skill', (on) =>
      on.onRef('member_skill.topic_id', '=', 'topic.id').on('member_skill.user_id', '=', userId),
    )
    .select(['topic.id', 'topic.skill_id as by_file', 'member_skill.skill_id as own'])
    .where('topic.id', 'in', topicIds),
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
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('member_skill')
            .select('member_skill.topic_id')
            .where('member_skill.user_id', '=', userId)
            .where('member_skill.skill_id', 'is not', null)
            .whereRef('member_skill.topic_id', '=', 'topic.id'),
        ),
      ),
    ),
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
  const skills = await skillsOf(db, userId, topicIds);
  const topics = await topicsOfSkills(db, userId, [...skills.values()]);
  return new Map(
    [...skills].flatMap(([topicId, id]) => {
      const all = topics.get(id) ?? [];
      return all.length < 2 ? [] : [[topicId, { id, topicIds: all }] as const];
    }),
  );
}
