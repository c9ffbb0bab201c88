import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import { type Reminder, reminderOf } from '../reminders.ts';
import type { Db } from '../schema.ts';
import type { ReviewLogRow, ReviewRow } from './tables.ts';

/** Everything that is stored about a member's reviews. Instants are in epoch ms. */
export interface ReviewData {
  readonly cards: readonly (NamedTopic & Omit<ReviewRow, 'user_id' | 'topic_id'>)[];
  readonly answers: readonly (NamedTopic & Omit<ReviewLogRow, 'user_id' | 'topic_id'>)[];
  readonly reminder: Reminder | null;
}

/** Reads it, oldest first. */
export async function reviewDataOf(db: Db, userId: string): Promise<ReviewData> {
  const cards = await db
    .selectFrom('review')
    .innerJoin('topic', 'topic.id', 'review.topic_id')
    .select([...NAMED_TOPIC, 'due_date', 'stability', 'difficulty', 'scheduled_days', 'learning_steps'])
    .select(['reps', 'lapses', 'state', 'review_date', 'last_review', 'put_off_to'])
    .where('user_id', '=', userId)
    .orderBy('topic.roadmap_id')
    .orderBy('topic.key')
    .execute();
  const answers = await db
    .selectFrom('review_log')
    .innerJoin('topic', 'topic.id', 'review_log.topic_id')
    .select([...NAMED_TOPIC, 'review_log.id', 'rating', 'at', 'before', 'undoes', 'mirrors'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('review_log.id')
    .execute();
  return { cards, answers, reminder: await reminderOf(db, userId) };
}
