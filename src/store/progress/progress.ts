import type { Actor } from '../actor.ts';
import { apply } from '../../study/topics/actions.ts';
import { type Action, CHANGING_ACTS, type Entry, type Progress } from '../../study/progress/progress.ts';
import { studyDay } from '../../time/study-day.ts';
import { clockOf } from '../members/clocks.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { dropFromSkill, evenOut } from '../skills/even-out.ts';
import { sharedSkills, type Skill } from '../skills/mates.ts';
import { logChanges, momentOf } from './log-activity.ts';
import { dropPicks } from '../suggestions/picks.ts';
import { ROWS, rowsInPieces } from '../in-pieces.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';

export interface Change {
  readonly topicId: string;
  readonly action: Action;
  /** For `snooze`: the end of the snooze; epoch ms. */
  readonly until?: number;
}

/** How one member has marked the topics of a roadmap. */
export async function progressOf(db: Db, userId: string, roadmapId: string): Promise<Progress> {
  const { rows } = await entriesOf(db, { userId, roadmapId });
  return new Map(rows.map((row) => [row.topic_id, toEntry(row)]));
}

const entriesOf = prepared((db: Db, of: { readonly userId: string; readonly roadmapId: string }) =>
  db
    .selectFrom('progress')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'progress.topic_id')
    .select(['progress.topic_id', 'state', 'since', 'since_date', 'snoozed_until'])
    .where('user_id', '=', of.userId)
    .where('roadmap_id', '=', of.roadmapId),
);

/** The progress of a piece of `joinedInPieces` on some roadmaps together, in its order. Who has none has an empty entry. */
export async function progressOfMembers(
  db: Db,
  userIds: readonly string[],
  roadmapIds: readonly string[],
): Promise<ReadonlyMap<string, Progress>> {
  const byUser = new Map(userIds.map((userId) => [userId, new Map<string, Entry>()]));
  const pieces = rowsInPieces<MemberEntry>(userIds, async (left, after) => {
    const behind = { user: after?.user_id ?? '', topic: after?.topic_id ?? '' };
    return (await entriesOfMembers(db, { userIds: left, roadmapIds, ...behind })).rows;
  });
  for await (const rows of pieces)
    for (const row of rows) byUser.get(row.user_id)?.set(row.topic_id, toEntry(row));
  return byUser;
}

type MemberEntry = Parameters<typeof toEntry>[0] & { readonly user_id: string; readonly topic_id: string };

// SQLite keeps the order of a cross join, so it begins with the rows of some members, and not with everybody's about a
// topic. A topic that is in several of the roadmaps comes several times.
const entriesOfMembers = prepared(
  (
    db: Db,
    of: {
      readonly userIds: readonly string[];
      readonly roadmapIds: readonly string[];
      readonly user: string;
      readonly topic: string;
    },
  ) =>
    db
      .selectFrom('progress')
      .crossJoin('roadmap_topic')
      .select(['progress.user_id', 'progress.topic_id', 'state', 'since', 'since_date', 'snoozed_until'])
      .whereRef('roadmap_topic.topic_id', '=', 'progress.topic_id')
      .where('progress.user_id', 'in', of.userIds)
      .where('roadmap_id', 'in', of.roadmapIds)
      .where((eb) => eb.or([eb('progress.user_id', '<>', of.user), eb('progress.topic_id', '>', of.topic)]))
      .orderBy('progress.user_id')
      .orderBy('progress.topic_id')
      .limit(ROWS),
);

/**
 * Changes topics of one member, and logs each change, in one transaction.
 * @returns the ids of the topics whose state has changed
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function record(db: Db, actor: Actor, changes: readonly Change[]): Promise<readonly string[]> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    return recordWithin(trx, actor, changes);
  });
}

/** The same within a transaction that does more. */
export async function recordWithin(
  trx: Db,
  actor: Actor,
  changes: readonly Change[],
): Promise<readonly string[]> {
  await ensureMember(trx, actor.userId, actor.at);
  const moment = await momentOf(trx, actor);
  const skills = await sharedSkills(
    trx,
    actor.userId,
    changes.map(({ topicId }) => topicId),
  );
  const rows: { topicId: string; action: Action; before: Entry | null; skill: string | null }[] = [];
  const changed: string[] = [];
  for (const { topicId, action, until } of changes) {
    const before = await addOrRead(trx, actor.userId, topicId, apply(undefined, action, moment, until));
    const after = apply(before ?? undefined, action, moment, until);
    if (isAlike(before, after)) continue;
    changed.push(topicId);
    const skill = skills.get(topicId);
    for (const id of [topicId, ...others(skill, topicId)]) {
      const there = id === topicId ? before : await addOrRead(trx, actor.userId, id, after);
      if (isAlike(there, after)) continue;
      if (there !== null) await writeEntry(trx, actor.userId, id, after);
      rows.push({ topicId: id, action, before: there, skill: skill?.id ?? null });
    }
  }
  await logChanges(trx, actor, moment, rows);
  const paused = rows.filter(({ action }) => action === 'pause').map(({ topicId }) => topicId);
  await dropPicks(trx, { userId: actor.userId, date: moment.date }, paused, actor.at);
  return changed;
}

function isAlike(before: Entry | null, after: Entry | null | undefined): boolean {
  return before?.state === after?.state && before?.snoozedUntil === after?.snoozedUntil;
}

function others(skill: Skill | undefined, topicId: string): readonly string[] {
  return skill?.topicIds.filter((id) => id !== topicId) ?? [];
}

/**
 * Undoes how an interaction (by its id) changed topics: each topic is as it was before, and so are the topics that
 * have got their state from it since. Call it within a transaction.
 * @returns the topics' ids
 */
export async function undoChanges(trx: Db, actor: Actor, batch: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('activity')
    .select(['topic_id', 'before', 'skill_id'])
    .where('user_id', '=', actor.userId)
    .where('batch', '=', batch)
    .where('action', 'in', CHANGING_ACTS)
    .orderBy('id')
    .execute();
  const moment = await momentOf(trx, actor);
  const taken: (Parameters<typeof logChanges>[3][number] & { readonly undoes: string })[] = [];
  for (const { topic_id: topicId, before, skill_id: skill } of rows) {
    const now = await entryOf(trx, actor.userId, topicId);
    await writeEntry(trx, actor.userId, topicId, await entryKept(trx, actor, before));
    taken.push({ topicId, action: 'undo', before: now, undoes: batch, skill });
  }
  await logChanges(trx, actor, moment, taken);
  const topicIds = rows.map((row) => row.topic_id);
  await evenOutAround(trx, actor.userId, topicIds);
  return topicIds;
}

/**
 * Makes topics as they were before an undo, by the id of its interaction, and so the topics that get their state from
 * them. Call it within a transaction.
 */
export async function redoChanges(trx: Db, actor: Actor, undoing: string): Promise<void> {
  const rows = await trx
    .selectFrom('activity')
    .select(['topic_id', 'before'])
    .where('user_id', '=', actor.userId)
    .where('batch', '=', undoing)
    .where('action', '=', 'undo')
    .orderBy('id')
    .execute();
  for (const { topic_id: topicId, before } of rows)
    await writeEntry(trx, actor.userId, topicId, await entryKept(trx, actor, before));
  await evenOutAround(
    trx,
    actor.userId,
    rows.map((row) => row.topic_id),
  );
}

/** Brings the other topics of these topics' skills to their state. */
async function evenOutAround(trx: Db, userId: string, topicIds: readonly string[]): Promise<void> {
  const skills = await sharedSkills(trx, userId, topicIds);
  for (const { topicIds: all } of new Map([...skills.values()].map((skill) => [skill.id, skill])).values()) {
    const since = all.filter((id) => !topicIds.includes(id));
    await dropFromSkill(trx, userId, since);
    await evenOut(trx, userId, all);
  }
}

/** The topic's entry before, from the log. Rows of earlier versions have no study date, so it is computed. */
async function entryKept(db: Db, { userId, guildId }: Actor, before: string | null): Promise<Entry | null> {
  if (before === null) return null;
  const kept: Omit<Entry, 'sinceDate'> & Partial<Entry> = JSON.parse(before);
  const { timeZone, dayStart } = await clockOf(db, userId, guildId);
  return { ...kept, sinceDate: kept.sinceDate ?? studyDay(kept.since, timeZone, dayStart) };
}

/**
 * Marks topics, and the others of their skills, as done that were done before the member used Roadmate. They count in
 * no week and no streak. What the member has said of a topic already stays. Call it within a transaction.
 */
export async function importDone(trx: Db, actor: Actor, topicIds: readonly string[]): Promise<void> {
  await ensureMember(trx, actor.userId, actor.at);
  const moment = await momentOf(trx, actor);
  const skills = await sharedSkills(trx, actor.userId, topicIds);
  const rows: Parameters<typeof logChanges>[3][number][] = [];
  // The topics of the list come first, so that they are what the act is about.
  const all = new Set([...topicIds, ...topicIds.flatMap((id) => others(skills.get(id), id))]);
  for (const topicId of all) {
    const added = await addEntry(trx, {
      userId: actor.userId,
      topicId,
      state: 'done',
      since: moment.at,
      sinceDate: moment.date,
      snoozedUntil: null,
    });
    if (added.numAffectedRows !== 1n) continue;
    rows.push({ topicId, action: 'ticks', before: null, skill: skills.get(topicId)?.id ?? null });
  }
  await logChanges(trx, actor, moment, rows);
}

/**
 * Adds an entry where the member has none for the topic. Nothing is read for that, because on PostgreSQL, two
 * transactions meet if each reads where the other adds a row, and neighbouring rows of other members count as well.
 * @param entry null adds nothing
 * @returns the entry that was there before; null if there was none
 */
async function addOrRead(
  trx: Db,
  userId: string,
  topicId: string,
  entry: Entry | null,
): Promise<Entry | null> {
  if (entry !== null) {
    const { state, since, sinceDate, snoozedUntil } = entry;
    const added = await addEntry(trx, { userId, topicId, state, since, sinceDate, snoozedUntil });
    if (added.numAffectedRows === 1n) return null;
  }
  return entryOf(trx, userId, topicId);
}

const addEntry = prepared((db: Db, { userId, topicId, state, since, sinceDate, snoozedUntil }: Put) =>
  db
    .insertInto('progress')
    .values({
      user_id: userId,
      topic_id: topicId,
      state,
      since,
      since_date: sinceDate,
      snoozed_until: snoozedUntil,
    })
    .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doNothing()),
);

async function entryOf(db: Db, userId: string, topicId: string): Promise<Entry | null> {
  const [row] = (await entryRow(db, { userId, topicId })).rows;
  return row === undefined ? null : toEntry(row);
}

const entryRow = prepared((db: Db, of: { readonly userId: string; readonly topicId: string }) =>
  db
    .selectFrom('progress')
    .select(['state', 'since', 'since_date', 'snoozed_until'])
    .where('user_id', '=', of.userId)
    .where('topic_id', '=', of.topicId),
);

async function writeEntry(trx: Db, userId: string, topicId: string, entry: Entry | null): Promise<void> {
  if (entry === null) {
    await trx.deleteFrom('progress').where('user_id', '=', userId).where('topic_id', '=', topicId).execute();
    return;
  }
  const { state, since, sinceDate, snoozedUntil } = entry;
  await putEntry(trx, { userId, topicId, state, since, sinceDate, snoozedUntil });
}

type Put = Pick<Entry, 'state' | 'since' | 'sinceDate' | 'snoozedUntil'> & {
  readonly userId: string;
  readonly topicId: string;
};

const putEntry = prepared((db: Db, { userId, topicId, state, since, sinceDate, snoozedUntil }: Put) => {
  const values = {
    state,
    since,
    since_date: sinceDate,
    snoozed_until: snoozedUntil,
    // Once the member has changed the topic, its state is their own, and no longer one that a version of the roadmap
    // carried here.
    carried_in: null,
    carried_over: null,
  };
  return db
    .insertInto('progress')
    .values({ user_id: userId, topic_id: topicId, ...values })
    .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet(values));
});

function toEntry(row: EntryColumns): Entry {
  return {
    state: row.state,
    since: row.since,
    sinceDate: row.since_date,
    snoozedUntil: row.snoozed_until,
  };
}

interface EntryColumns {
  state: Entry['state'];
  since: number;
  since_date: string;
  snoozed_until: number | null;
}
