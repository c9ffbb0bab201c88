import type { Insertable } from 'kysely';
import { type Moment, studyDay } from '../../time/study-day.ts';
import type { Act, Entry, OtherAct, StudyAct } from '../../study/progress/progress.ts';
import type { Actor } from '../actor.ts';
import { clockOf } from '../members/clocks.ts';
import { ensureMember } from '../members/members.ts';
import { prepared } from '../prepared.ts';
import type { Db, Tables } from '../schema.ts';

/** The instant of an interaction, and the study day that its acts count for, by the member's present clock. */
export async function momentOf(db: Db, { userId, guildId, at }: Actor): Promise<Moment> {
  const { timeZone, dayStart } = await clockOf(db, userId, guildId);
  return { at, date: studyDay(at, timeZone, dayStart) };
}

/** One row of the log. */
interface Logged {
  readonly topicId: string;
  readonly action: Act | 'undo';
  /** The topic's entry before, for acts that change it. */
  readonly before?: Entry | null;
  /** The batch that this row undoes. */
  readonly undoes?: string;
  /** The skill, if other topics of it are changed as well. */
  readonly skill?: string | null;
}

/**
 * Logs how an interaction changed topics. Call it within the transaction that changes them. The member has to exist.
 */
export async function logChanges(
  trx: Db,
  actor: Actor,
  moment: Moment,
  rows: readonly Logged[],
): Promise<void> {
  // The number is padded, so that the rows of one interaction sort in the order of writing.
  await log(trx, actor, moment, rows, (index) => String(index).padStart(4, '0'));
}

async function log(
  trx: Db,
  actor: Actor,
  moment: Moment,
  rows: readonly Logged[],
  nameOf: (index: number) => string,
): Promise<void> {
  for (const [index, { topicId, action, before = null, undoes = null, skill = null }] of rows.entries()) {
    await addActivity(trx, {
      id: `${actor.interactionId}-${nameOf(index)}`,
      batch: actor.interactionId,
      user_id: actor.userId,
      guild_id: actor.guildId,
      topic_id: topicId,
      action,
      at: moment.at,
      study_date: moment.date,
      before: before === null ? null : JSON.stringify(before),
      undoes,
      skill_id: skill,
    });
  }
}

const addActivity = prepared((db: Db, row: Readonly<Insertable<Tables['activity']>>) =>
  db.insertInto('activity').values(row),
);

/** Logs an act about topics that does not change them. Call it within the transaction of the act. */
export async function logAct(
  trx: Db,
  actor: Actor,
  action: StudyAct | OtherAct,
  ...topicIds: readonly string[]
): Promise<void> {
  await logSkillAct(trx, actor, action, null, topicIds);
}

/**
 * Logs an act that concerns all topics of a skill, or no skill at all (null). The topic on which the member acted
 * comes first.
 */
export async function logSkillAct(
  trx: Db,
  actor: Actor,
  action: StudyAct | OtherAct,
  skill: string | null,
  topicIds: readonly string[],
): Promise<void> {
  await ensureMember(trx, actor.userId, actor.at);
  const rows = topicIds.map((topicId) => ({ topicId, action, skill }));
  await log(trx, actor, await momentOf(trx, actor), rows, (index) => `${action}-${index}`);
}

/** Logs that what a member did about topics in an interaction (by its id) was undone. */
export async function logUndone(
  trx: Db,
  actor: Actor,
  interactionId: string,
  ...topicIds: readonly string[]
): Promise<void> {
  const rows = topicIds.map((topicId) => ({ topicId, action: 'undo', undoes: interactionId }) as const);
  await log(trx, actor, await momentOf(trx, actor), rows, (index) => `undo-${index}`);
}

/** Logs that an act about a topic was undone, for callers that know only its kind and its instant (epoch ms). */
export async function logWithdrawn(
  trx: Db,
  actor: Actor,
  action: StudyAct,
  topicId: string,
  at: number,
): Promise<void> {
  const logged = await trx
    .selectFrom('activity')
    .select('batch')
    .where('user_id', '=', actor.userId)
    .where('at', '=', at)
    .where('action', '=', action)
    .where('topic_id', '=', topicId)
    .executeTakeFirst();
  if (logged !== undefined) await logUndone(trx, actor, logged.batch, topicId);
}

/**
 * Logs again what a member did in an interaction (by its id) that was undone, for the study day that it counted for.
 * @param undoing the interaction that undid it
 * @returns that study day (`YYYY-MM-DD`); null if it is not in the log
 */
export async function logRedone(
  trx: Db,
  { userId, interactionId }: Actor,
  batch: string,
  undoing: string,
): Promise<string | null> {
  const rows = await trx
    .selectFrom('activity')
    .selectAll()
    .where('user_id', '=', userId)
    .where('batch', '=', batch)
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const id = `${interactionId}${row.id.slice(batch.length)}`;
    await addActivity(trx, { ...row, id, batch: interactionId, undoes: undoing });
  }
  return rows[0]?.study_date ?? null;
}
