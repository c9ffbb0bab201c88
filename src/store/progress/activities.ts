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
import { clockOf } from '../members/clocks.ts';
import { ensureMember } from '../members/members.ts';
import { joinedIn } from '../members/memberships.ts';
import type { Db } from '../schema.ts';
import type { Actor } from '../actor.ts';

/** When an interaction happens, and the study day that all it does counts for, by the member's clock as it is now. */
export async function momentOf(db: Db, { userId, guildId, at }: Actor): Promise<Moment> {
  const { timeZone, dayStart } = await clockOf(db, userId, guildId);
  return { at, date: studyDay(at, timeZone, dayStart) };
}

/** One row of the log. */
interface Logged {
  readonly topicId: string;
  readonly action: Act | 'undo';
  /** How the topic stood before, for those acts that change it. */
  readonly before?: Entry | null;
  /** The batch that is taken back. */
  readonly undoes?: string;
}

/** Writes how an interaction changed topics into the log, within the transaction that does it. The member has to be there. */
export async function logChanges(
  trx: Db,
  actor: Actor,
  moment: Moment,
  rows: readonly Logged[],
): Promise<void> {
  // Padded, so that the rows of one interaction sort as they were written.
  await log(trx, actor, moment, rows, (_, index) => String(index).padStart(4, '0'));
}

async function log(
  trx: Db,
  actor: Actor,
  moment: Moment,
  rows: readonly Logged[],
  nameOf: (row: Logged, index: number) => string,
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('activity')
    .values(
      rows.map(({ topicId, action, before = null, undoes = null }, index) => ({
        id: `${actor.interactionId}-${nameOf({ topicId, action }, index)}`,
        batch: actor.interactionId,
        user_id: actor.userId,
        guild_id: actor.guildId,
        topic_id: topicId,
        action,
        at: moment.at,
        study_date: moment.date,
        before: before === null ? null : JSON.stringify(before),
        undoes,
      })),
    )
    .execute();
}

/** Writes down what a member did about topics without changing them, within the transaction that does it. */
export async function logAct(
  trx: Db,
  actor: Actor,
  action: StudyAct | OtherAct,
  ...topicIds: readonly string[]
): Promise<void> {
  await ensureMember(trx, actor.userId, actor.at);
  const rows = topicIds.map((topicId) => ({ topicId, action }));
  await log(trx, actor, await momentOf(trx, actor), rows, (_, index) => `${action}-${index}`);
}

/** What a member did about topics in an interaction (by its id) counts no more: it was taken back. */
export async function logTakenBack(
  trx: Db,
  actor: Actor,
  interactionId: string,
  ...topicIds: readonly string[]
): Promise<void> {
  const rows = topicIds.map((topicId) => ({ topicId, action: 'undo', undoes: interactionId }) as const);
  await log(trx, actor, await momentOf(trx, actor), rows, (_, index) => `undo-${index}`);
}

/** Takes back what was logged of a kind about a topic at an instant (epoch ms), where only that is known of it. */
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
  if (logged !== undefined) await logTakenBack(trx, actor, logged.batch, topicId);
}

/** How one member changed the topics of a roadmap, oldest first, without what was undone. */
export async function activityOf(db: Db, userId: string, roadmapId: string): Promise<readonly Activity[]> {
  return changes(await changing(db, roadmapId).where('activity.user_id', '=', userId).execute());
}

/** How everybody who joined in a guild changed the topics of a roadmap, oldest first, without what was undone. */
export async function activityOfGroup(
  db: Db,
  guildId: string,
  roadmapId: string,
): Promise<readonly Activity[]> {
  return changes(
    await changing(db, roadmapId).where('activity.user_id', 'in', joinedIn(db, guildId)).execute(),
  );
}

/** How many topics a member studied on each of their study days, on whatever roadmap; each topic counts once a day. */
export async function topicsStudiedByDate(db: Db, userId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await counting(db)
    .select((eb) => [
      'activity.study_date',
      eb.fn.count<number | string>('activity.topic_id').distinct().as('topics'),
    ])
    .where('activity.user_id', '=', userId)
    .groupBy('activity.study_date')
    .execute();
  return new Map(rows.map(({ study_date, topics }) => [study_date, Number(topics)]));
}

/** Whether a study day (`YYYY-MM-DD`) counts as studied for a member. */
export async function hasStudiedOn(db: Db, userId: string, date: string): Promise<boolean> {
  const row = await counting(db)
    .select('activity.id')
    .where('activity.user_id', '=', userId)
    .where('activity.study_date', '=', date)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a member did lately on a roadmap: how many reviews they answered, and which topics they finished. */
export async function effortSince(
  db: Db,
  userId: string,
  roadmapId: string,
  date: string,
): Promise<{ readonly reviews: number; readonly finished: readonly string[] }> {
  const rows = await standing(db)
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

/** The study days of everybody who joined in a guild, by user id; who has none is left out. */
export async function studyDatesOfGroup(
  db: Db,
  guildId: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await counting(db)
    .select(['activity.user_id', 'activity.study_date'])
    .distinct()
    .where('activity.user_id', 'in', joinedIn(db, guildId))
    .execute();
  const byUser = Map.groupBy(rows, (row) => row.user_id);
  return new Map([...byUser].map(([userId, own]) => [userId, new Set(own.map((row) => row.study_date))]));
}

/** What makes a day count as studied. */
function counting(db: Db) {
  return standing(db).where('activity.action', 'in', COUNTING_ACTS);
}

function changing(db: Db, roadmapId: string) {
  return (
    standing(db)
      // A cross join keeps its order in SQLite: the log of some members, and not everybody's on a topic, is where to begin.
      .crossJoin('roadmap_topic')
      .whereRef('roadmap_topic.topic_id', '=', 'activity.topic_id')
      .select([
        'activity.user_id',
        'activity.topic_id',
        'activity.action',
        'activity.at',
        'activity.study_date',
      ])
      .where('roadmap_topic.roadmap_id', '=', roadmapId)
      .where('activity.action', 'in', ACTIONS)
      .orderBy('activity.at')
      .orderBy('activity.id')
  );
}

/** What was not undone. */
function standing(db: Db) {
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

function changes(
  rows: readonly {
    readonly user_id: string;
    readonly topic_id: string;
    readonly action: Act | 'undo';
    readonly at: number;
    readonly study_date: string;
  }[],
): readonly Activity[] {
  return rows.flatMap(({ user_id, topic_id, action, at, study_date }) => {
    const change = ACTIONS.find((each) => each === action);
    return change === undefined
      ? []
      : [{ userId: user_id, topicId: topic_id, action: change, at, date: study_date }];
  });
}
