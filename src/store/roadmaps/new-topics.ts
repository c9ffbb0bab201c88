import { turn } from '../../roadmap/in-turns.ts';
import { type Outline, outline, topicId, topicsOf } from '../../roadmap/outline.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Db } from '../schema.ts';
import { inChunks } from './topics.ts';

/**
 * Adds the topics that a roadmap has never had before.
 * @param known the ids of existing topics, by key
 * @param version the number of the version that brings them
 * @returns the outline of the roadmap, with the ids of all topics
 */
export async function addTopics(
  trx: Db,
  roadmapId: string,
  roadmap: Roadmap,
  known: ReadonlyMap<string, string>,
  version: number,
): Promise<Outline> {
  const ids = new Map(known);
  if (topicsOf(roadmap).every(({ key }) => ids.has(key))) return outline(roadmapId, roadmap, ids);
  const born = await trx.selectFrom('topic').select('key').where('roadmap_id', '=', roadmapId).execute();
  const taken = new Set(born.map(({ key }) => key));
  const rows = topicsOf(roadmap)
    .filter(({ key }) => !ids.has(key))
    .map(({ key, title }) => {
      // Another topic may have had this key before it left. Keys in files have no `#`.
      const birthKey = taken.has(key) ? `${key}#${version}` : key;
      const id = topicId(roadmapId, birthKey);
      ids.set(key, id);
      return { id, roadmap_id: roadmapId, key: birthKey, title };
    })
    .toArray();
  for (const some of inChunks(rows)) {
    await turn();
    await trx.insertInto('topic').values(some).execute();
  }
  await turn();
  return outline(roadmapId, roadmap, ids);
}
