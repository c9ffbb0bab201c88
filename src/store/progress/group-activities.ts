import { type Activity, ACTIONS } from '../../study/progress/progress.ts';
import type { Days } from '../../study/progress/week.ts';
import { joinedInPieces, ROWS, rowsInPieces } from '../in-pieces.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { CHANGE, type ChangeRow, changes, notUndone } from './activities.ts';
import { counting } from './studied-days.ts';

/**
 * How a piece of `joinedInPieces` changed topics, on all roadmaps, by user id and oldest first, without undone changes.
 * Members without any are left out.
 */
export async function changesOfMembers(
  db: Db,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Activity[]>> {
  const byUser = new Map<string, Activity[]>();
  const pieces = rowsInPieces<ChangeRow>(userIds, async (left, after) => {
    const { user_id, at, id } = after ?? { user_id: '', at: 0, id: '' };
    return (await changesBehind(db, { userIds: left, user_id, at, id })).rows;
  });
  for await (const rows of pieces)
    for (const change of changes(rows)) byUser.getOrInsertComputed(change.userId, () => []).push(change);
  return byUser;
}

const changesBehind = prepared(
  (db: Db, of: Pick<ChangeRow, 'user_id' | 'at' | 'id'> & { readonly userIds: readonly string[] }) =>
    changesOf(db, of.userIds, of),
);

/**
 * How everybody who joined in a guild changed the topics of some roadmaps that they finished in some study days and that
 * are still done, without undone changes: all changes of some members at a time, oldest first, see `joinedInPieces`. A
 * topic that is in several of the roadmaps is listed once, and all topics of a skill are one, named by the skill.
 */
export async function* changesOfGroupIn(
  db: Db,
  guildId: string,
  roadmapIds: readonly string[],
  days: Days,
): AsyncGenerator<readonly Activity[]> {
  if (roadmapIds.length === 0) return;
  for await (const userIds of joinedInPieces(db, guildId)) {
    const { rows: finished } = await finishedIn(db, { userIds, roadmapIds, from: days.from, to: days.to });
    const topicsOf = new Map<string, Set<string>>();
    for (const { user_id, topic_id } of finished)
      topicsOf.getOrInsertComputed(user_id, () => new Set()).add(topic_id);
    const topicIds = [...new Set(finished.map(({ topic_id }) => topic_id))];
    const finishers = userIds.filter((userId) => topicsOf.has(userId));
    const all: Activity[] = [];
    for await (const rows of rowsInPieces<ChangeRow>(finishers, (left, after) =>
      changesOn(db, left, topicIds, after),
    )) {
      const own = rows.filter(({ user_id, topic_id }) => topicsOf.get(user_id)?.has(topic_id));
      for (const change of changes(own.map((row) => ({ ...row, topic_id: row.skill_id ?? row.topic_id }))))
        all.push(change);
    }
    if (all.length > 0) yield all;
  }
}

/** The topics of some roadmaps that some members finished in some study days and that are still done. */
const finishedIn = prepared(
  (
    db: Db,
    of: {
      readonly userIds: readonly string[];
      readonly roadmapIds: readonly string[];
      readonly from: string;
      readonly to: string;
    },
  ) =>
    notUndone(db)
      .innerJoin('progress', (on) =>
        on
          .onRef('progress.user_id', '=', 'activity.user_id')
          .onRef('progress.topic_id', '=', 'activity.topic_id'),
      )
      .select(['activity.user_id', 'activity.topic_id'])
      .distinct()
      .where('activity.user_id', 'in', of.userIds)
      .where('activity.action', '=', 'done')
      .where('activity.study_date', '>=', of.from)
      .where('activity.study_date', '<=', of.to)
      .where('progress.state', '=', 'done')
      .where('activity.topic_id', 'in', (eb) =>
        eb
          .selectFrom('roadmap_topic')
          .select('roadmap_topic.topic_id')
          .where('roadmap_topic.roadmap_id', 'in', of.roadmapIds),
      ),
);

/** A piece of the changes of some topics by some members, for `rowsInPieces`. */
function changesOn(
  db: Db,
  userIds: readonly string[],
  topicIds: readonly string[],
  after: ChangeRow | null,
): Promise<readonly ChangeRow[]> {
  return (
    changesOf(db, userIds, after ?? { user_id: '', at: 0, id: '' })
      // Without "coalesce" SQLite may take the index of the topics, in which everybody's rows are.
      .where((eb) => eb(eb.fn.coalesce('activity.topic_id', eb.val('')), 'in', topicIds))
      .execute()
  );
}

/** The changes of some members, oldest first; of the first one only those behind a row. */
function changesOf(db: Db, userIds: readonly string[], after: Pick<ChangeRow, 'user_id' | 'at' | 'id'>) {
  return notUndone(db)
    .select([...CHANGE, 'activity.id'])
    .where('activity.user_id', 'in', userIds)
    .where('activity.action', 'in', ACTIONS)
    .where((eb) =>
      eb.or([
        eb('activity.user_id', '<>', after.user_id),
        eb('activity.at', '>', after.at),
        eb.and([eb('activity.at', '=', after.at), eb('activity.id', '>', after.id)]),
      ]),
    )
    .orderBy('activity.user_id')
    .orderBy('activity.at')
    .orderBy('activity.id')
    .limit(ROWS);
}

/**
 * The study days that count for a piece of `joinedInPieces` because of what they did, by user id. Members without any
 * are left out.
 */
export async function actingDatesOfMembers(
  db: Db,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const byUser = new Map<string, Set<string>>();
  const pieces = rowsInPieces<DateRow>(userIds, async (left, after) => {
    const behind = { user: after?.user_id ?? '', date: after?.study_date ?? '' };
    return (await datesBehind(db, { userIds: left, ...behind })).rows;
  });
  for await (const rows of pieces)
    for (const { user_id, study_date } of rows)
      byUser.getOrInsertComputed(user_id, () => new Set()).add(study_date);
  return byUser;
}

interface DateRow {
  readonly user_id: string;
  readonly study_date: string;
}

const datesBehind = prepared(
  (db: Db, of: { readonly userIds: readonly string[]; readonly user: string; readonly date: string }) =>
    counting(db)
      .select(['activity.user_id', 'activity.study_date'])
      .distinct()
      .where('activity.user_id', 'in', of.userIds)
      .where((eb) => eb.or([eb('activity.user_id', '<>', of.user), eb('activity.study_date', '>', of.date)]))
      .orderBy('activity.user_id')
      .orderBy('activity.study_date')
      .limit(ROWS),
);
