import type { Db } from '../schema.ts';
import { sharedSkills } from '../skills/mates.ts';

/** The topics of a topic's skill for a member, the topic itself first. `id` is the skill, null if it has no other topic. */
export async function skillAround(
  db: Db,
  userId: string,
  topicId: string,
): Promise<{ readonly id: string | null; readonly topicIds: readonly string[] }> {
  const skill = (await sharedSkills(db, userId, [topicId])).get(topicId);
  const others = skill?.topicIds.filter((id) => id !== topicId) ?? [];
  return { id: skill?.id ?? null, topicIds: [topicId, ...others] };
}
