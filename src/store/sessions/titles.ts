import type { Library } from '../roadmaps/library.ts';
import type { Db } from '../schema.ts';

/**
 * The titles of topics by their ids, in a language: from the first of these roadmaps that has the topic, or else its
 * last title.
 * @param roadmapIds the roadmaps to look in, in order
 */
export async function topicTitles(
  { db, library }: { readonly db: Db; readonly library: Library },
  roadmapIds: readonly string[],
  locale: string,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  const missing = (): readonly string[] => topicIds.filter((id) => !titles.has(id));
  for (const roadmapId of roadmapIds) {
    if (missing().length === 0) return titles;
    const roadmap = await library.roadmap(db, roadmapId, locale);
    for (const id of missing()) {
      const title = roadmap?.byId.get(id)?.topic.title;
      if (title !== undefined) titles.set(id, title);
    }
  }
  if (missing().length === 0) return titles;
  const rows = await db.selectFrom('topic').select(['id', 'title']).where('id', 'in', missing()).execute();
  for (const { id, title } of rows) titles.set(id, title);
  return titles;
}
