import type { ExpressionBuilder } from 'kysely';
import { type Outline, outline, topicsOf } from '../../roadmap/outline.ts';
import { readRoadmap } from '../../roadmap/read.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Db, Tables } from '../schema.ts';
import { inChunks, liveTopics } from '../roadmaps/topics.ts';

/*
 * `same:` in a file says that a topic is the same skill as one of a bundled roadmap. The two then count as one (see
 * `skills/mates.ts`). Only bundled roadmaps can be named, so nobody reaches the topics of another server or member.
 */

/**
 * Stores the skill of each topic of a roadmap. Either the file names it, or another bundled roadmap names the topic of
 * this one. Only topics that first appeared in this roadmap are changed: the topics of a copy belong to the roadmap that
 * it was copied from. No two topics of a roadmap get the same skill. Call it within a transaction.
 * @returns the ids of the topics whose skill has changed
 */
export async function nameSkills(trx: Db, after: Outline): Promise<readonly string[]> {
  const now = await skillsIn(trx, after.id);
  const wanted = await wantedSkills(trx, after);
  const leaves = after.nodes.filter(({ children }) => children.length === 0);
  const used = new Set(leaves.flatMap(({ id }) => (wanted.has(id) ? [] : [ownSkill(now, id, after.id)])));
  // A topic that has the skill already keeps it.
  const hasIt = ({ id }: { readonly id: string }): number =>
    wanted.get(id)?.includes(now.get(id)?.skill ?? '') === true ? 0 : 1;
  const changed: string[] = [];
  for (const { id } of leaves.toSorted((a, b) => hasIt(a) - hasIt(b))) {
    const was = now.get(id) ?? { skill: id, bornIn: after.id };
    if (was.bornIn !== after.id) continue;
    const skill = wanted.get(id)?.find((each) => !used.has(each)) ?? id;
    used.add(skill);
    if (skill === was.skill) continue;
    await takeSkill(trx, id, was.skill, skill);
    changed.push(id);
  }
  return changed;
}

/**
 * Reads which topics a copy has from its base, but now declares to be of another skill. They have to become new topics of
 * the copy, because the base does not say the same.
 * @param roadmapId the copy
 * @param roadmap what it says now
 * @param ids the ids of its topics, by key
 * @returns their keys
 */
export async function strayTopics(
  trx: Db,
  roadmapId: string,
  roadmap: Roadmap,
  ids: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  if (topicsOf(roadmap).every(({ same }) => same.length === 0)) return [];
  const now = await skillsByFile(trx, [...ids.values()]);
  const used = new Set([...now.values()].map(({ skill }) => skill));
  const strays: string[] = [];
  for (const topic of topicsOf(roadmap)) {
    const own = now.get(ids.get(topic.key) ?? '');
    if (own === undefined || own.bornIn === roadmapId) continue;
    if (topic.same.length === 0 || topic.children.length > 0) continue;
    const named = await skillsNamed(trx, topic.same);
    // A skill that another topic of the copy has is not free.
    if (!named.includes(own.skill) && named.some((skill) => !used.has(skill))) strays.push(topic.key);
  }
  return strays;
}

interface ByFile {
  readonly skill: string;
  readonly bornIn: string;
}

async function skillsByFile(trx: Db, topicIds: readonly string[]): Promise<ReadonlyMap<string, ByFile>> {
  const skills = new Map<string, ByFile>();
  for (const some of inChunks(topicIds)) {
    const rows = await trx
      .selectFrom('topic')
      .select(['id', 'roadmap_id', 'skill_id'])
      .where('id', 'in', some)
      .execute();
    for (const { id, roadmap_id, skill_id } of rows)
      skills.set(id, { skill: skill_id ?? id, bornIn: roadmap_id });
  }
  return skills;
}

/**
 * The skills of those topics of a roadmap that have another skill than their own, or that first appeared in another
 * roadmap. All others are their own skill, in a roadmap of thousands.
 */
async function skillsIn(trx: Db, roadmapId: string): Promise<ReadonlyMap<string, ByFile>> {
  const rows = await trx
    .selectFrom('roadmap_topic')
    .innerJoin('topic', 'topic.id', 'roadmap_topic.topic_id')
    .select(['topic.id', 'topic.roadmap_id', 'topic.skill_id'])
    .where('roadmap_topic.roadmap_id', '=', roadmapId)
    .where('archived_at', 'is', null)
    .where((eb) => eb.or([eb('topic.skill_id', 'is not', null), eb('topic.roadmap_id', '!=', roadmapId)]))
    .execute();
  return new Map(
    rows.map(({ id, roadmap_id, skill_id }) => [id, { skill: skill_id ?? id, bornIn: roadmap_id }]),
  );
}

/** The skill of a topic for which no file names one: its own skill, unless another roadmap decides that. */
function ownSkill(now: ReadonlyMap<string, ByFile>, id: string, roadmapId: string): string {
  const was = now.get(id);
  return was === undefined || was.bornIn === roadmapId ? id : was.skill;
}

/** The skills that are named for the topics of a roadmap, by topic id. Topics without a named skill are left out. */
async function wantedSkills(
  trx: Db,
  { id, nodes }: Outline,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = new Map<string, readonly string[]>();
  const naming = await namedElsewhere(trx, id);
  for (const node of nodes) {
    if (node.children.length > 0) continue;
    const skills = [...(await skillsNamed(trx, node.topic.same)), ...(naming.get(node.topic.key) ?? [])];
    if (skills.length > 0) wanted.set(node.id, skills);
  }
  return wanted;
}

/** Gives a topic another skill. If its old skill was its own, the other topics of that skill come along. */
async function takeSkill(trx: Db, topicId: string, was: string, skill: string): Promise<void> {
  const skill_id = skill === topicId ? null : skill;
  await trx.updateTable('topic').set({ skill_id }).where('id', '=', topicId).execute();
  if (was !== topicId) return;
  await trx.updateTable('topic').set({ skill_id: skill }).where('skill_id', '=', was).execute();
  await trx.updateTable('member_skill').set({ skill_id: skill }).where('skill_id', '=', was).execute();
}

/** The skills of topics that other bundled roadmaps declare to be the same as a topic of this one, by its key. */
async function namedElsewhere(trx: Db, roadmapId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const bundled = trx.selectFrom('roadmap').where(isBundled);
  const itself = await bundled.select('id').where('id', '=', roadmapId).executeTakeFirst();
  if (itself === undefined) return found;
  const others = await bundled.select(['id', 'title', 'source']).orderBy('id').execute();
  const prefix = `${roadmapId}/`;
  for (const { id, title, source } of others) {
    if (id === roadmapId || !source.includes(prefix)) continue;
    const live = await liveTopics(trx, id);
    const skills = await skillsByFile(trx, [...live.values()]);
    for (const { topic } of outline('', readRoadmap(source, { untitled: title }).roadmap).nodes) {
      const own = skills.get(live.get(topic.key) ?? '');
      if (own === undefined) continue;
      for (const name of topic.same) {
        if (!name.startsWith(prefix)) continue;
        const key = name.slice(prefix.length);
        found.set(key, [...(found.get(key) ?? []), own.skill]);
      }
    }
  }
  return found;
}

/** The skills of topics of bundled roadmaps, each named as `roadmap/key`. Unknown names are left out. */
async function skillsNamed(trx: Db, names: readonly string[]): Promise<readonly string[]> {
  const skills: string[] = [];
  for (const name of names) {
    const slash = name.indexOf('/');
    const row = await trx
      .selectFrom('roadmap_topic')
      .innerJoin('roadmap', 'roadmap.id', 'roadmap_topic.roadmap_id')
      .innerJoin('topic', 'topic.id', 'roadmap_topic.topic_id')
      .select(['topic.id', 'topic.skill_id'])
      .where('roadmap_topic.roadmap_id', '=', name.slice(0, slash))
      .where('roadmap_topic.key', '=', name.slice(slash + 1))
      .where('archived_at', 'is', null)
      .where(isBundled)
      .executeTakeFirst();
    if (row !== undefined) skills.push(row.skill_id ?? row.id);
  }
  return skills;
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
