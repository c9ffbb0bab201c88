import { datesStudied, piecesOf } from '../../study/sessions/pieces.ts';
import { hasActedOn, topicsActedOnByDate } from '../progress/studied-days.ts';
import type { Db } from '../schema.ts';
import { NEARBY } from './logs.ts';
import { sessionsOf } from './sessions.ts';

/**
 * How many topics a member studied on each of their study days, on all roadmaps. A day with a session counts as at least
 * one topic.
 * @param now epoch ms
 */
export async function topicsStudiedByDate(
  db: Db,
  userId: string,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const [acted, sessions] = await Promise.all([topicsActedOnByDate(db, userId), sessionsOf(db, userId)]);
  const topics = new Map(acted);
  for (const date of datesStudied(piecesOf(sessions, now))) {
    if (!topics.has(date)) topics.set(date, 1);
  }
  return topics;
}

/** Whether a study day (`YYYY-MM-DD`) near an instant (epoch ms) counts as studied for a member. */
export async function hasStudiedOn(db: Db, userId: string, date: string, now: number): Promise<boolean> {
  if (await hasActedOn(db, userId, date)) return true;
  return datesStudied(piecesOf(await sessionsOf(db, userId, now - NEARBY), now)).has(date);
}
