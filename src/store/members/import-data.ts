import { readRoadmap } from '../../roadmap/read.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import type { ExportedData } from '../../study/exported-data.ts';
import { studyDay } from '../../time/study-day.ts';
import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import { importGoal } from '../goals/goals.ts';
import { holdToQuota } from '../proofs/quota.ts';
import { MOST_ROADMAPS } from '../roadmaps/accepting.ts';
import { createRoadmap, isOwnedBy, ownRoadmaps } from '../roadmaps/owners.ts';
import { inChunks, liveTopics } from '../roadmaps/topics.ts';
import type { Db } from '../schema.ts';
import { indexProof } from '../search.ts';
import { countFor, evenOut } from '../skills/even-out.ts';
import { sharedSkills } from '../skills/mates.ts';
import { choicesOf, joinWithin, keepApartWithin, noteAsked } from '../skills/own-skills.ts';
import { steadyId } from '../steady-id.ts';
import { clockOf } from './clocks.ts';
import { importPauses } from './pauses.ts';
import { ensureMember } from './members.ts';
import { write } from '../write.ts';

/** The result of an import of a member's own data. */
export interface DataImported {
  /** How many of each are new. */
  readonly topics: number;
  readonly proofs: number;
  readonly reviews: number;
  readonly roadmaps: number;
  /** How many topics belong to roadmaps that do not exist here. */
  readonly unknown: number;
  /** How many proofs have a file, which the export does not contain. */
  readonly withoutFile: number;
}

/**
 * Imports what a member exported, here or from another Roadmate. Existing rows are kept, so a second import adds
 * nothing. The group's feedback and the activity log are not imported.
 * @throws AlreadyHandled if this interaction has had its effect
 * @throws QuotaError if the member would have more than allowed; nothing is written then
 */
export function importPersonalData(db: Db, actor: Actor, data: ExportedData): Promise<DataImported> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await ensureMember(trx, actor.userId, actor.at);
    const { roadmaps, keys } = await importRoadmaps(trx, actor, data);
    const topicIdOf = await topicFinder(trx, actor.userId, data, keys);
    const topics = await importTopics(trx, actor, data, topicIdOf);
    const proofs = await importProofs(trx, actor, data, topicIdOf);
    const reviews = await importReviews(trx, actor, data, topicIdOf);
    await importSkills(trx, actor, data, topicIdOf);
    const { timeZone, dayStart } = await clockOf(trx, actor.userId, null);
    await importPauses(trx, actor, data.pauses, studyDay(actor.at, timeZone, dayStart));
    if (data.goal !== null) await importGoal(trx, actor, data.goal);
    const all = [...data.topics, ...data.proofs, ...data.reviews];
    const lost = new Set(
      all.filter((row) => topicIdOf(row) === null).map(({ roadmap, key }) => `${roadmap}\n${key}`),
    );
    return { topics, ...proofs, reviews, roadmaps, unknown: lost.size };
  });
}

interface Named {
  readonly roadmap: string;
  readonly key: string;
  readonly title: string;
}
/** Gives the id here of a topic that an export names; null if the topic is unknown. */
type FindTopic = (topic: Named) => string | null;
type Keys = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** @returns how many roadmaps are new, and the topics of all of them by the roadmap's id in the export */
async function importRoadmaps(
  trx: Db,
  { userId, at }: Actor,
  { roadmaps }: ExportedData,
): Promise<{ roadmaps: number; keys: Keys }> {
  const keys = new Map<string, ReadonlyMap<string, string>>();
  const owner = { userId };
  let [count, room] = [0, MOST_ROADMAPS - (await ownRoadmaps(trx, owner)).length];
  for (const { roadmap: was, title, source } of roadmaps.own) {
    if (await isOwnedBy(trx, owner, was)) continue;
    const id = steadyId('imported roadmap', userId, was);
    if (!(await isOwnedBy(trx, owner, id))) {
      const read = readable(source, title);
      if (read === null || room <= 0) continue;
      await createRoadmap(trx, { id, source, roadmap: read, owner, madeBy: userId, at });
      count += 1;
      room -= 1;
    }
    keys.set(was, await liveTopics(trx, id));
  }
  return { roadmaps: count, keys };
}

function readable(source: string, untitled: string) {
  try {
    return readRoadmap(source, { untitled }).roadmap;
  } catch (error) {
    if (error instanceof RoadmapError) return null;
    throw error;
  }
}

/** Finds topics of bundled roadmaps, of the member's own roadmaps, and of those of groups that they joined. */
async function topicFinder(trx: Db, userId: string, data: ExportedData, keys: Keys): Promise<FindTopic> {
  const counted = data.proofs.flatMap(({ countsFor }) => countsFor);
  const said = [...data.topics, ...data.proofs, ...data.reviews, ...data.reviewAnswers, ...data.skills];
  const named = [...said, ...counted];
  const wanted = [...new Set(named.map(({ roadmap }) => roadmap))].slice(0, 500);
  const here = new Map<string, Map<string, string>>();
  for (const roadmap of wanted) {
    if (!(await isWithinReach(trx, userId, roadmap))) continue;
    const rows = await trx
      .selectFrom('topic')
      .select(['id', 'key'])
      .where('roadmap_id', '=', roadmap)
      .execute();
    here.set(roadmap, new Map(rows.map(({ id, key }) => [key, id])));
  }
  return ({ roadmap, key }) => here.get(roadmap)?.get(key) ?? keys.get(roadmap)?.get(key) ?? null;
}

async function isWithinReach(trx: Db, userId: string, roadmapId: string): Promise<boolean> {
  const ofGuilds = await trx
    .selectFrom('guild_roadmap')
    .leftJoin('membership', (on) =>
      on.onRef('membership.guild_id', '=', 'guild_roadmap.guild_id').on('membership.user_id', '=', userId),
    )
    .select('membership.user_id')
    .where('roadmap_id', '=', roadmapId)
    .execute();
  const ofMembers = await trx
    .selectFrom('member_roadmap')
    .select('user_id')
    .where('roadmap_id', '=', roadmapId)
    .execute();
  const owners = [...ofGuilds, ...ofMembers];
  return owners.length === 0 || owners.some(({ user_id }) => user_id === userId);
}

async function importTopics(
  trx: Db,
  actor: Actor,
  { topics }: ExportedData,
  topicIdOf: FindTopic,
): Promise<number> {
  const { timeZone, dayStart } = await clockOf(trx, actor.userId, null);
  const rows = topics.flatMap((row) => {
    const topicId = topicIdOf(row);
    const since = Math.min(row.since, actor.at);
    if (topicId === null) return [];
    return {
      user_id: actor.userId,
      topic_id: topicId,
      state: row.state,
      since,
      since_date: row.sinceDate ?? studyDay(since, timeZone, dayStart),
      snoozed_until: row.notSuggestedBefore,
    };
  });
  return added(rows, (some) =>
    trx
      .insertInto('progress')
      .values(some)
      .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doNothing())
      .executeTakeFirst(),
  );
}

async function importProofs(
  trx: Db,
  { userId, at }: Actor,
  { proofs }: ExportedData,
  topicIdOf: FindTopic,
): Promise<{ proofs: number; withoutFile: number }> {
  const count = { proofs: 0, withoutFile: 0 };
  for (const proof of proofs) {
    const topicId = topicIdOf(proof);
    if (topicId === null) continue;
    const { method, url, language, text } = proof;
    const there = await trx
      .selectFrom('proof')
      .select('id')
      .where('user_id', '=', userId)
      .where('topic_id', '=', topicId)
      .where('method', '=', method)
      .executeTakeFirst();
    if (there !== undefined) continue;
    const id = steadyId('imported proof', userId, topicId, method);
    await trx
      .insertInto('proof')
      .values({
        id,
        user_id: userId,
        topic_id: topicId,
        method,
        url,
        language,
        proven_at: proof.proven === null ? null : Math.min(proof.proven, at),
        // Anybody can write such a file, so a proof in it counts but is not celebrated.
        proven_elsewhere: proof.proven === null ? 0 : 1,
        created_at: Math.min(proof.written, at),
        updated_at: Math.min(proof.changed, at),
      })
      .execute();
    const parts = text.map((part, position) => ({ proof_id: id, position, text: part }));
    if (parts.length > 0) await trx.insertInto('proof_part').values(parts).execute();
    await countFor(
      trx,
      id,
      proof.countsFor.flatMap((topic) => topicIdOf(topic) ?? []),
    );
    await indexProof(trx, id);
    count.proofs += 1;
    if (proof.file != null) count.withoutFile += 1;
  }
  await holdToQuota(trx, userId, 0);
  return count;
}

async function importReviews(
  trx: Db,
  { userId, at }: Actor,
  data: ExportedData,
  topicIdOf: FindTopic,
): Promise<number> {
  const cards = data.reviews.flatMap((row) => {
    const topicId = topicIdOf(row);
    if (topicId === null) return [];
    return {
      user_id: userId,
      topic_id: topicId,
      due_date: row.due,
      stability: row.stabilityInDays,
      difficulty: row.difficulty,
      scheduled_days: row.scheduledDays,
      learning_steps: row.learningSteps,
      reps: row.reviews,
      lapses: row.lapses,
      state: row.state,
      review_date: row.lastReviewDate,
      last_review: row.lastReview,
      put_off_to: row.putOffTo,
    };
  });
  // Interaction ids are unique in all of Discord. Imported reviews get other ids, so that they cannot collide with a
  // future interaction.
  const idOf = (id: string): string => steadyId('imported review', userId, id);
  const answers = data.reviewAnswers.flatMap((row) => {
    const topicId = topicIdOf(row);
    if (topicId === null) return [];
    return {
      id: idOf(row.id),
      user_id: userId,
      topic_id: topicId,
      rating: row.rating,
      at: Math.min(row.at, at),
      before: null,
      undoes: row.undoes === null ? null : idOf(row.undoes),
    };
  });
  await added(answers, (some) =>
    trx
      .insertInto('review_log')
      .values(some)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst(),
  );
  return added(cards, (some) =>
    trx
      .insertInto('review')
      .values(some)
      .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doNothing())
      .executeTakeFirst(),
  );
}

/** Imports which topics the member counts as one, and brings the topics of each skill to the same state. */
async function importSkills(trx: Db, actor: Actor, data: ExportedData, topicIdOf: FindTopic): Promise<void> {
  const { userId } = actor;
  for (const said of data.skills) {
    const topicId = topicIdOf(said);
    if (topicId === null || (await choicesOf(trx, userId, [topicId])).has(topicId)) continue;
    if (said.asked !== null) await noteAsked(trx, userId, [topicId], Math.min(said.asked, actor.at));
    if (said.countsAs === 'itself') await keepApartWithin(trx, userId, topicId);
    else if (said.countsAs !== null) {
      const other = topicIdOf({ ...said.countsAs, title: '' });
      if (other !== null) await joinWithin(trx, actor, topicId, other);
    }
  }
  const all = [...data.topics, ...data.proofs, ...data.reviews];
  const skills = await sharedSkills(trx, userId, [...new Set(all.flatMap((row) => topicIdOf(row) ?? []))]);
  const each = new Map([...skills.values()].map((skill) => [skill.id, skill.topicIds]));
  for (const topicIds of each.values()) await evenOut(trx, userId, topicIds);
}

/** Writes rows in chunks. @returns how many of them are new */
async function added<T>(
  rows: readonly T[],
  insert: (some: readonly T[]) => Promise<{ readonly numInsertedOrUpdatedRows?: bigint | undefined }>,
): Promise<number> {
  let count = 0;
  for (const some of inChunks(rows)) count += Number((await insert(some)).numInsertedOrUpdatedRows ?? 0n);
  return count;
}
