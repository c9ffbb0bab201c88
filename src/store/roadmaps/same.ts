import type { ExpressionBuilder } from 'kysely';
import { outline } from '../../roadmap/outline.ts';
import { readRoadmap } from '../../roadmap/read.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Db, Tables } from '../schema.ts';
import { liveTopics } from './topics.ts';

/*
 * `same:` in a file says that a topic is the same skill as one of a bundled roadmap. The two then become one topic,
 * and ticks, proofs and reviews count in both. Only bundled roadmaps are shared in this way, so nobody reaches the
 * topics of another server or member by naming them.
 */

/**
 * Reads which new topics are the same as a topic of a bundled roadmap: their ids, by key. Either the file says so, or
 * another bundled roadmap names the topic of this one.
 * @param known the ids of the roadmap's other topics, by key; no two topics of a roadmap may get the same id
 */
export async function sharedTopics(
  trx: Db,
  roadmapId: string,
  roadmap: Roadmap,
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const shared = new Map<string, string>();
  const used = new Set(known.values());
  const naming = await namedElsewhere(trx, roadmapId);
  for (const { topic } of outline('', roadmap).nodes) {
    if (known.has(topic.key) || topic.children.length > 0) continue;
    const named = [...(await bundledTopics(trx, topic.same)), ...(naming.get(topic.key) ?? [])];
    const id = named.find((each) => !used.has(each));
    if (id === undefined) continue;
    used.add(id);
    shared.set(topic.key, id);
  }
  return shared;
}

/** A topic of a roadmap that becomes one with another topic. */
export interface Joined {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Reads which existing topics of a roadmap become one with a topic of a bundled roadmap, because the new version says
 * that they are the same. If somebody has written work on a topic, it stays separate: the work belongs to that topic,
 * and could collide with other work on the same skill.
 * @param ids the ids that the topics of the new version have so far, by key
 */
export async function joiningTopics(
  trx: Db,
  roadmap: Roadmap,
  ids: ReadonlyMap<string, string>,
): Promise<readonly Joined[]> {
  const joined: Joined[] = [];
  const used = new Set(ids.values());
  for (const { topic } of outline('', roadmap).nodes) {
    const from = ids.get(topic.key);
    if (from === undefined || topic.same.length === 0 || topic.children.length > 0) continue;
    const named = await bundledTopics(trx, topic.same);
    const to = named.find((each) => !used.has(each));
    if (to === undefined || named.includes(from) || (await hasWork(trx, from))) continue;
    used.add(to);
    joined.push({ key: topic.key, from, to });
  }
  return joined;
}

/** The ids of topics that other bundled roadmaps declare to be the same as a topic of this one, by its key. */
async function namedElsewhere(trx: Db, roadmapId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const bundled = await trx
    .selectFrom('roadmap')
    .select(['id', 'title', 'source'])
    .where(isBundled)
    .orderBy('id')
    .execute();
  if (!bundled.some(({ id }) => id === roadmapId)) return found;
  const prefix = `${roadmapId}/`;
  for (const { id, title, source } of bundled) {
    if (id === roadmapId || !source.includes(prefix)) continue;
    const live = await liveTopics(trx, id);
    for (const { topic } of outline('', readRoadmap(source, { untitled: title }).roadmap).nodes) {
      const own = live.get(topic.key);
      if (own === undefined) continue;
      for (const name of topic.same) {
        if (!name.startsWith(prefix)) continue;
        const key = name.slice(prefix.length);
        found.set(key, [...(found.get(key) ?? []), own]);
      }
    }
  }
  return found;
}

/** The ids of topics of bundled roadmaps, each named as `roadmap/key`. Unknown names are left out. */
async function bundledTopics(trx: Db, names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const slash = name.indexOf('/');
    const row = await trx
      .selectFrom('roadmap_topic')
      .innerJoin('roadmap', 'roadmap.id', 'roadmap_topic.roadmap_id')
      .select('topic_id')
      .where('roadmap_topic.roadmap_id', '=', name.slice(0, slash))
      .where('key', '=', name.slice(slash + 1))
      .where('archived_at', 'is', null)
      .where(isBundled)
      .executeTakeFirst();
    if (row !== undefined) ids.push(row.topic_id);
  }
  return ids;
}

/** Whether a roadmap has no owner. */
function isBundled(eb: ExpressionBuilder<Tables, 'roadmap'>) {
  const ofGuild = eb.selectFrom('guild_roadmap').select('guild_id').whereRef('roadmap_id', '=', 'roadmap.id');
  const ofMember = eb
    .selectFrom('member_roadmap')
    .select('user_id')
    .whereRef('roadmap_id', '=', 'roadmap.id');
  return eb.not(eb.or([eb.exists(ofGuild), eb.exists(ofMember)]));
}

async function hasWork(trx: Db, topicId: string): Promise<boolean> {
  const written = await trx
    .selectFrom('proof')
    .select('id')
    .where('topic_id', '=', topicId)
    .executeTakeFirst();
  const built = await trx.selectFrom('build').select('id').where('topic_id', '=', topicId).executeTakeFirst();
  return written !== undefined || built !== undefined;
}
