import type { ExpressionBuilder } from 'kysely';
import { COUNTING_ACTS } from '../../study/progress/progress.ts';
import type { CountedAct } from '../../study/progress/why.ts';
import type { Days } from '../../study/progress/week.ts';
import { prepared } from '../prepared.ts';
import type { Db, Tables } from '../schema.ts';
import { notUndone } from './activities.ts';

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

/** A value that the rows of all topics of a skill have in common. */
function deed(eb: ExpressionBuilder<Tables, 'activity'>) {
  return eb.fn.coalesce('activity.skill_id', 'activity.topic_id');
}

/** The rows that make a day count as studied. */
export function counting(db: Db) {
  return notUndone(db).where('activity.action', 'in', COUNTING_ACTS);
}
