import { type Act, type Activity, ACTIONS } from '../../study/progress/progress.ts';
import type { Days } from '../../study/progress/week.ts';
import type { Db } from '../schema.ts';

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

/** The rows of the log that were not undone. An interaction is undone as a whole, by its id. */
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
