import type { ExpressionBuilder, Insertable } from 'kysely';
import { type Moment, studyDay } from '../../time/study-day.ts';
import {
  type Act,
  type Activity,
  ACTIONS,
  COUNTING_ACTS,
  type Entry,
  type OtherAct,
  type StudyAct,
} from '../../study/progress/progress.ts';
import type { CountedAct } from '../../study/progress/why.ts';
import type { Days } from '../../study/progress/week.ts';
import { clockOf } from '../members/clocks.ts';
import { ensureMember } from '../members/members.ts';
import { prepared } from '../prepared.ts';
import type { Db, Tables } from '../schema.ts';
import type { Actor } from '../actor.ts';

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

/** How one member changed the topics of a roadmap, oldest first, without undone changes. */
export async function activityOf(db: Db, userId: string, roadmapId: string): Promise<readonly Activity[]> {
  return changes(await changing(db, roadmapId).where('activity.user_id', '=', userId).execute());
}

/**
 * How one member changed the topics that they finished in some study days and that are still done, on all roadmaps,
 * oldest first, without undone changes. All topics of a skill are one, named by the skill.
 */
export async function changesOfTopicsDoneIn(
  db: Db,
  userId: string,
  { from, to }: Days,
): Promise<readonly Activity[]> {
  const rows = await notUndone(db)
    .select(CHANGE)
    .where('activity.user_id', '=', userId)
    .where('activity.action', 'in', ACTIONS)
    .where('activity.topic_id', 'in', (eb) =>
      eb
        .selectFrom('activity as finish')
        .innerJoin('progress', (on) =>
          on
            .onRef('progress.user_id', '=', 'finish.user_id')
            .onRef('progress.topic_id', '=', 'finish.topic_id'),
        )
        .select('finish.topic_id')
        .where('finish.user_id', '=', userId)
        .where('finish.action', '=', 'done')
        .where('finish.study_date', '>=', from)
        .where('finish.study_date', '<=', to)
        .where('progress.state', '=', 'done'),
    )
    .orderBy('activity.at')
    .orderBy('activity.id')
    .execute();
  return changes(rows.map((row) => ({ ...row, topic_id: row.skill_id ?? row.topic_id })));
}

/** How many topics a member did something for on each study day, on all roadmaps. Each skill counts once a day. */
export async function topicsActedOnByDate(db: Db, userId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await topicsByDate(db, { userId });
  return new Map(rows.map(({ study_date, topics }) => [study_date, Number(topics)]));
}

const topicsByDate = prepared((db: Db, { userId }: { readonly userId: string }) =>
  counting(db)
    .select((eb) => ['activity.study_date', eb.fn.count<number | string>(deed(eb)).distinct().as('topics')])
    .where('activity.user_id', '=', userId)
    .groupBy('activity.study_date'),
);

/** What a member did in some study days that makes each of them count. */
export async function actsThatCount(
  db: Db,
  userId: string,
  { from, to }: Days,
): Promise<readonly CountedAct[]> {
  const rows = await counting(db)
    .select(['activity.study_date', 'activity.action', 'activity.batch', 'activity.topic_id'])
    .select('activity.skill_id')
    .where('activity.user_id', '=', userId)
    .where('activity.study_date', '>=', from)
    .where('activity.study_date', '<=', to)
    .execute();
  return rows.flatMap(({ study_date: date, action, batch, topic_id, skill_id }) =>
    action === 'undo' ? [] : [{ date, action, deed: `${batch} ${skill_id ?? topic_id}` }],
  );
}

/** Whether a study day (`YYYY-MM-DD`) counts for a member because of what they did. */
export async function hasActedOn(db: Db, userId: string, date: string): Promise<boolean> {
  const row = await counting(db)
    .select('activity.id')
    .where('activity.user_id', '=', userId)
    .where('activity.study_date', '=', date)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What a member did on a roadmap since a study day (`YYYY-MM-DD`): how many reviews they answered, and which topics they
 * finished.
 */
export async function effortSince(
  db: Db,
  userId: string,
  roadmapId: string,
  date: string,
): Promise<{ readonly reviews: number; readonly finished: readonly string[] }> {
  const rows = await notUndone(db)
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'activity.topic_id')
    .select(['activity.topic_id', 'activity.action'])
    .where('activity.user_id', '=', userId)
    .where('activity.study_date', '>=', date)
    .where('activity.action', 'in', ['review', 'done'])
    .where('roadmap_topic.roadmap_id', '=', roadmapId)
    .execute();
  const [reviews, done] = [rows.filter(isReview), rows.filter((row) => !isReview(row))];
  return { reviews: reviews.length, finished: [...new Set(done.map((row) => row.topic_id))] };
}

function isReview({ action }: { readonly action: Act | 'undo' }): boolean {
  return action === 'review';
}

/** A value that the rows of all topics of a skill have in common. */
function deed(eb: ExpressionBuilder<Tables, 'activity'>) {
  return eb.fn.coalesce('activity.skill_id', 'activity.topic_id');
}

/** The rows that make a day count as studied. */
export function counting(db: Db) {
  return notUndone(db).where('activity.action', 'in', COUNTING_ACTS);
}

/** What `changes` reads of a row. */
export const CHANGE = [
  'activity.user_id',
  'activity.topic_id',
  'activity.action',
  'activity.at',
  'activity.study_date',
  'activity.batch',
  'activity.skill_id',
] as const;

function changing(db: Db, roadmapId: string) {
  return (
    notUndone(db)
      // SQLite keeps the order of a cross join. It has to begin with the log of some members, and not with
      // everybody's rows about a topic.
      .crossJoin('roadmap_topic')
      .whereRef('roadmap_topic.topic_id', '=', 'activity.topic_id')
      .select(CHANGE)
      .where('roadmap_topic.roadmap_id', '=', roadmapId)
      .where('activity.action', 'in', ACTIONS)
      .orderBy('activity.at')
      .orderBy('activity.id')
  );
}

/** The rows that were not undone. */
export function notUndone(db: Db) {
  return db
    .selectFrom('activity')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('activity as undoing')
            .select('undoing.id')
            .whereRef('undoing.user_id', '=', 'activity.user_id')
            .whereRef('undoing.undoes', '=', 'activity.batch'),
        ),
      ),
    );
}

/** A row with these columns, and with its id. */
export interface ChangeRow {
  readonly id: string;
  readonly user_id: string;
  readonly topic_id: string;
  readonly action: Act | 'undo';
  readonly at: number;
  readonly study_date: string;
  readonly batch: string;
  readonly skill_id: string | null;
}

/** The rows that changed a topic. */
export function changes(rows: readonly Omit<ChangeRow, 'id'>[]): readonly Activity[] {
  return rows.flatMap(({ user_id, topic_id, action, at, study_date, batch, skill_id }) => {
    const change = ACTIONS.find((each) => each === action);
    return change === undefined
      ? []
      : [
          {
            userId: user_id,
            topicId: topic_id,
            action: change,
            at,
            date: study_date,
            deed: `${batch} ${skill_id ?? topic_id}`,
          },
        ];
  });
}
