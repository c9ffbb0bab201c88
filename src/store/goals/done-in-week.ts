import type { GoalKind } from '../../study/goals/goal.ts';
import { type Days, newlyFinished } from '../../study/progress/week.ts';
import { minutesBetween, piecesOf } from '../../study/sessions/pieces.ts';
import { changesOfTopicsDoneIn, notUndone } from '../progress/activities.ts';
import type { Db } from '../schema.ts';
import { NEARBY } from '../sessions/logs.ts';
import { sessionsOf } from '../sessions/sessions.ts';

/**
 * How much a member did in some study days, on all roadmaps. What was undone does not count, and what counts as one
 * skill counts once.
 * @param now epoch ms
 */
export function doneIn(db: Db, userId: string, kind: GoalKind, days: Days, now: number): Promise<number> {
  switch (kind) {
    case 'topics':
      return topicsIn(db, userId, days);
    case 'minutes':
      return minutesOf(db, userId, days, now);
    case 'proofs':
      return proofsIn(db, userId, days);
    case 'reviews':
      return reviewsIn(db, userId, days);
  }
}

async function topicsIn(db: Db, userId: string, days: Days): Promise<number> {
  return newlyFinished(await changesOfTopicsDoneIn(db, userId, days), days).length;
}

async function minutesOf(db: Db, userId: string, days: Days, now: number): Promise<number> {
  const sessions = await sessionsOf(db, userId, Date.parse(days.from) - NEARBY);
  return minutesBetween(piecesOf(sessions, now), days.from, days.to);
}

/** Work that was first written then, and still exists. Changing it later is not new work. */
async function proofsIn(db: Db, userId: string, days: Days): Promise<number> {
  const rows = await within(db, userId, days)
    .innerJoin('proof', (on) =>
      on.onRef('proof.user_id', '=', 'activity.user_id').onRef('proof.created_at', '=', 'activity.at'),
    )
    .select('proof.id')
    .distinct()
    .where('activity.action', '=', 'proof')
    .execute();
  return rows.length;
}

async function reviewsIn(db: Db, userId: string, days: Days): Promise<number> {
  const rows = await within(db, userId, days)
    .select('activity.batch')
    .distinct()
    .where('activity.action', '=', 'review')
    .execute();
  return rows.length;
}

function within(db: Db, userId: string, { from, to }: Days) {
  return notUndone(db)
    .where('activity.user_id', '=', userId)
    .where('activity.study_date', '>=', from)
    .where('activity.study_date', '<=', to);
}
