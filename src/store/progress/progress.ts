import type { Actor } from '../actor.ts';
import { fromMembersOf, joinedIn } from '../members/memberships.ts';
import { apply } from '../../study/topics/actions.ts';
import { type Action, ACTIONS, type Entry, type Progress } from '../../study/progress/progress.ts';
import { studyDay } from '../../time/study-day.ts';
import { clockOf } from '../members/clocks.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { logChanges, momentOf } from './activities.ts';
import type { Db } from '../schema.ts';

export interface Change {
  readonly topicId: string;
  readonly action: Action;
  /** For `snooze`: not to be suggested before this instant; epoch ms. */
  readonly until?: number;
}

/** What an undo took back. */
export interface Undone {
  readonly action: Action;
  readonly topicIds: readonly string[];
  /** When it had been done; epoch ms. */
  readonly at: number;
}

/** How one member has marked the topics of a roadmap. */
export async function progressOf(db: Db, userId: string, roadmapId: string): Promise<Progress> {
  const rows = await db
    .selectFrom('progress')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'progress.topic_id')
    .select(['progress.topic_id', 'state', 'since', 'since_date', 'snoozed_until'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .execute();
  return new Map(rows.map((row) => [row.topic_id, toEntry(row)]));
}

/** The progress on a roadmap of everybody who joined in a guild, by user id; members without any have an empty entry. */
export async function progressOfGroup(
  db: Db,
  guildId: string,
  roadmapId: string,
): Promise<ReadonlyMap<string, Progress>> {
  const members = await joinedIn(db, guildId).orderBy('joined_at').orderBy('user_id').execute();
  const rows = await fromMembersOf(db, guildId)
    .crossJoin('progress')
    .crossJoin('roadmap_topic')
    .select(['progress.user_id', 'progress.topic_id', 'state', 'since', 'since_date', 'snoozed_until'])
    .whereRef('progress.user_id', '=', 'membership.user_id')
    .whereRef('roadmap_topic.topic_id', '=', 'progress.topic_id')
    .where('roadmap_id', '=', roadmapId)
    .execute();
  const byUser = new Map(members.map(({ user_id }) => [user_id, new Map<string, Entry>()]));
  for (const row of rows) byUser.get(row.user_id)?.set(row.topic_id, toEntry(row));
  return byUser;
}

/**
 * Changes topics of one member, and logs each change, in one transaction.
 * @returns the ids of the topics that are now in another state; one that already was in it is left alone
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function record(db: Db, actor: Actor, changes: readonly Change[]): Promise<readonly string[]> {
  return db.transaction().execute(async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    return recordWithin(trx, actor, changes);
  });
}

/** Changes topics of one member, and logs each change, within a transaction that does more. */
export async function recordWithin(
  trx: Db,
  actor: Actor,
  changes: readonly Change[],
): Promise<readonly string[]> {
  await ensureMember(trx, actor.userId, actor.at);
  const moment = await momentOf(trx, actor);
  const changed: { topicId: string; action: Action; before: Entry | null }[] = [];
  for (const { topicId, action, until } of changes) {
    const before = await entryOf(trx, actor.userId, topicId);
    const after = apply(before ?? undefined, action, moment, until);
    if (before?.state === after?.state && before?.snoozedUntil === after?.snoozedUntil) continue;
    await writeEntry(trx, actor.userId, topicId, after);
    changed.push({ topicId, action, before });
  }
  await logChanges(trx, actor, moment, changed);
  return changed.map(({ topicId }) => topicId);
}

/**
 * Takes back the last change of topics by a member on a roadmap that was not taken back yet: each topic is as it was before.
 * @returns what it was, or null if there is nothing to take back
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function undoLast(db: Db, actor: Actor, roadmapId: string): Promise<Undone | null> {
  return db.transaction().execute(async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const last = await trx
      .selectFrom('activity')
      .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'activity.topic_id')
      .select(['batch', 'activity.action', 'activity.at'])
      .where('user_id', '=', actor.userId)
      .where('roadmap_id', '=', roadmapId)
      .where('action', 'in', ACTIONS)
      .where('batch', 'not in', (eb) =>
        eb
          .selectFrom('activity as undoing')
          .select('undoing.undoes')
          .where('undoing.user_id', '=', actor.userId)
          .where('undoing.undoes', 'is not', null)
          .$castTo<{ undoes: string }>(),
      )
      .orderBy('activity.at', 'desc')
      .orderBy('activity.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    const action = ACTIONS.find((each) => each === last?.action);
    if (last === undefined || action === undefined) return null;

    const rows = await trx
      .selectFrom('activity')
      .select(['topic_id', 'before'])
      .where('user_id', '=', actor.userId)
      .where('batch', '=', last.batch)
      .where('action', 'in', ACTIONS)
      .orderBy('id')
      .execute();
    const moment = await momentOf(trx, actor);
    const taken: { topicId: string; action: 'undo'; before: Entry | null; undoes: string }[] = [];
    for (const { topic_id: topicId, before } of rows) {
      const now = await entryOf(trx, actor.userId, topicId);
      await writeEntry(trx, actor.userId, topicId, await entryKept(trx, actor, before));
      taken.push({ topicId, action: 'undo', before: now, undoes: last.batch });
    }
    await logChanges(trx, actor, moment, taken);
    return { action, topicIds: rows.map((row) => row.topic_id), at: last.at };
  });
}

/**
 * What an interaction has taken back.
 * @returns null if it has taken back nothing
 */
export async function undoneBy(db: Db, userId: string, interactionId: string): Promise<Undone | null> {
  const rows = await db
    .selectFrom('activity as undoing')
    .innerJoin('activity as undone', (join) =>
      join
        .onRef('undone.batch', '=', 'undoing.undoes')
        .onRef('undone.topic_id', '=', 'undoing.topic_id')
        .onRef('undone.user_id', '=', 'undoing.user_id'),
    )
    .select(['undone.action', 'undone.topic_id', 'undone.at'])
    .where('undoing.user_id', '=', userId)
    .where('undoing.batch', '=', interactionId)
    .orderBy('undone.id')
    .execute();
  const [first] = rows;
  const action = ACTIONS.find((each) => each === first?.action);
  if (first === undefined || action === undefined) return null;
  return { action, topicIds: rows.map((row) => row.topic_id), at: first.at };
}

/** How a topic stood before, as `recordWithin` kept it; before study dates were kept, without one. */
async function entryKept(db: Db, { userId, guildId }: Actor, before: string | null): Promise<Entry | null> {
  if (before === null) return null;
  const kept: Omit<Entry, 'sinceDate'> & Partial<Entry> = JSON.parse(before);
  const { timeZone, dayStart } = await clockOf(db, userId, guildId);
  return { ...kept, sinceDate: kept.sinceDate ?? studyDay(kept.since, timeZone, dayStart) };
}

/** Counts topics as done that were done before Roadmate: no activity, so no week and no streak counts them. */
export async function importDone(
  trx: Db,
  userId: string,
  topicIds: readonly string[],
  at: number,
): Promise<void> {
  const { timeZone, dayStart } = await clockOf(trx, userId, null);
  const date = studyDay(at, timeZone, dayStart);
  for (const topicId of topicIds) {
    await trx
      .insertInto('progress')
      .values({
        user_id: userId,
        topic_id: topicId,
        state: 'done',
        since: at,
        since_date: date,
        snoozed_until: null,
      })
      .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doNothing())
      .execute();
  }
}

async function entryOf(db: Db, userId: string, topicId: string): Promise<Entry | null> {
  const row = await db
    .selectFrom('progress')
    .select(['state', 'since', 'since_date', 'snoozed_until'])
    .where('user_id', '=', userId)
    .where('topic_id', '=', topicId)
    .executeTakeFirst();
  return row === undefined ? null : toEntry(row);
}

async function writeEntry(trx: Db, userId: string, topicId: string, entry: Entry | null): Promise<void> {
  if (entry === null) {
    await trx.deleteFrom('progress').where('user_id', '=', userId).where('topic_id', '=', topicId).execute();
    return;
  }
  const values = {
    state: entry.state,
    since: entry.since,
    since_date: entry.sinceDate,
    snoozed_until: entry.snoozedUntil,
    // What a member says is theirs from then on, whatever a version of the roadmap had carried here.
    carried_in: null,
    carried_over: null,
  };
  await trx
    .insertInto('progress')
    .values({ user_id: userId, topic_id: topicId, ...values })
    .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet(values))
    .execute();
}

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
