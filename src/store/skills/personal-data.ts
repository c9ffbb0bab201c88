import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import type { Db } from '../schema.ts';
import { isApart } from './own-skills.ts';

/** A member's own choice of the skill of a topic. Instants are in epoch ms. */
export interface SkillData extends NamedTopic {
  /** The topic with which it counts as one; `itself` if they keep it apart; null if the file decides. */
  readonly countsAs: Pick<NamedTopic, 'roadmap' | 'key'> | 'itself' | null;
  readonly askedAt: number | null;
}

/** Reads a member's own choices of skills, by topic. */
export async function skillDataOf(db: Db, userId: string): Promise<readonly SkillData[]> {
  const rows = await db
    .selectFrom('member_skill')
    .innerJoin('topic', 'topic.id', 'member_skill.topic_id')
    .leftJoin('topic as named', 'named.id', 'member_skill.skill_id')
    .select([...NAMED_TOPIC, 'member_skill.skill_id as skill', 'asked_at as askedAt'])
    .select(['named.roadmap_id as namedRoadmap', 'named.key as namedKey'])
    .where('user_id', '=', userId)
    .orderBy('topic.roadmap_id')
    .orderBy('topic.key')
    .execute();
  return rows.map(({ skill, namedRoadmap, namedKey, ...said }) => {
    if (skill === null) return { ...said, countsAs: null };
    if (isApart(skill)) return { ...said, countsAs: 'itself' };
    // If the skill's id is not that of a topic, the skill is named by its first topic.
    const first = rows.find((row) => row.skill === skill) ?? said;
    return {
      ...said,
      countsAs: { roadmap: namedRoadmap ?? first.roadmap, key: namedKey ?? first.key },
    };
  });
}
