import type { TopicNode } from '../../roadmap/outline.ts';
import type { Db } from '../schema.ts';
import type { Library } from './library.ts';
import { storedTopic } from './roadmaps.ts';

/**
 * A topic in its first roadmap, whether anybody follows that or not.
 * @param locale the reader's locale, for titles
 * @returns null if it has left that roadmap, or never existed
 */
export async function topicFor(
  { db, library }: { readonly db: Db; readonly library: Library },
  topicId: string,
  locale: string,
): Promise<TopicNode | null> {
  const topic = await storedTopic(db, topicId);
  const roadmap = topic === null ? null : await library.roadmap(db, topic.roadmapId, locale);
  return roadmap?.byId.get(topicId) ?? null;
}
