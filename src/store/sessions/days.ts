import { datesStudied, piecesOf } from '../../study/sessions/pieces.ts';
import { joinedIn } from '../members/memberships.ts';
import { hasActedOn, topicsActedOnByDate, actingDatesOfGroup } from '../progress/activities.ts';
import type { Db } from '../schema.ts';
import { fromSessions, toSessions } from './rows.ts';
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
  const topics = new Map(await topicsActedOnByDate(db, userId));
  for (const date of datesStudied(piecesOf(await sessionsOf(db, userId), now))) {
    if (!topics.has(date)) topics.set(date, 1);
  }
  return topics;
}

/** Whether a study day (`YYYY-MM-DD`) near an instant (epoch ms) counts as studied for a member. */
export async function hasStudiedOn(db: Db, userId: string, date: string, now: number): Promise<boolean> {
  if (await hasActedOn(db, userId, date)) return true;
  return datesStudied(piecesOf(await sessionsOf(db, userId, now - NEARBY), now)).has(date);
}

/** The study days of all members who joined in a guild, until an instant (epoch ms), by user id. */
export async function studyDatesOfGroup(
  db: Db,
  guildId: string,
  now: number,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const acting = await actingDatesOfGroup(db, guildId);
  const rows = await fromSessions(db).where('session.user_id', 'in', joinedIn(db, guildId)).execute();
  const sessions = Map.groupBy(toSessions(rows), ({ userId }) => userId);
  return new Map(
    [...new Set([...acting.keys(), ...sessions.keys()])].map((userId) => {
      const own = datesStudied(piecesOf(sessions.get(userId) ?? [], now));
      return [userId, new Set([...(acting.get(userId) ?? []), ...own])];
    }),
  );
}
