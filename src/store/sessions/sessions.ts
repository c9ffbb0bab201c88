import { isOpen, type Session } from '../../study/sessions/session.ts';
import { dayBounds, studyDay } from '../../time/study-day.ts';
import type { Actor } from '../actor.ts';
import { clockOf } from '../members/clocks.ts';
import { ensureMember, memberOf } from '../members/members.ts';
import { ROWS, rowsInPieces } from '../in-pieces.ts';
import { once } from '../once.ts';
import { recordWithin } from '../progress/progress.ts';
import { sharedSkills } from '../skills/mates.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import type { SessionRow } from './tables.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import { fromSessions, type JoinedSession, toSessions } from './rows.ts';
import { MINUTE } from '../../time/units.ts';

/** What a member begins. */
export interface Begun {
  readonly topicId: string | null;
  readonly minutes: number;
  /** Whether the topic is started with it. */
  readonly startsTopic: boolean;
}

/**
 * Begins a session of a member's own. A member has at most one open session, wherever they are: if there is one, it
 * stays.
 * @returns the open session, and whether it is new
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function beginSession(
  db: Db,
  actor: Actor,
  { topicId, minutes, startsTopic }: Begun,
): Promise<{ readonly session: Session; readonly isNew: boolean }> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const open = await openSession(trx, actor.userId, actor.at);
    if (open !== null) return { session: open, isNew: false };
    if (startsTopic && topicId !== null) await recordWithin(trx, actor, [{ topicId, action: 'start' }]);
    const session = await addSession(trx, actor, {
      kind: 'alone',
      topic_id: topicId,
      started_at: actor.at,
      ends_at: actor.at + minutes * MINUTE,
      calls: await callsAtEnd(trx, actor.userId),
    });
    return { session, isNew: true };
  });
}

/**
 * Ends a member's session now, if it is open.
 * @returns the session as it is then; null if they have no such session
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function endSession(db: Db, actor: Actor, id: string): Promise<Session | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const session = await sessionOf(trx, actor.userId, id);
    if (session === null || !isOpen(session, actor.at)) return session;
    return end(trx, session, actor.at);
  });
}

/**
 * Goes on with a session of a member's own: while it is open, with more time; afterwards, with a new one on the same
 * topic, unless they have begun another meanwhile.
 * @param most how far ahead it may end then, in minutes
 * @returns the open session; null if they have no session of this id
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function goOn(
  db: Db,
  actor: Actor,
  id: string,
  { minutes, most }: { readonly minutes: number; readonly most: number },
): Promise<Session | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const session = await sessionOf(trx, actor.userId, id);
    const open = await openSession(trx, actor.userId, actor.at);
    if (session === null || (open !== null && open.id !== id)) return open;
    const calls = await callsAtEnd(trx, actor.userId);
    const begun = { kind: 'alone', topic_id: session.topicId, started_at: actor.at, calls } as const;
    if (open === null) return addSession(trx, actor, { ...begun, ends_at: actor.at + minutes * MINUTE });
    await end(trx, open, actor.at);
    const ends_at = Math.min(open.endsAt + minutes * MINUTE, actor.at + most * MINUTE);
    return addSession(trx, actor, { ...begun, ends_at });
  });
}

/**
 * Gives a topic to a session of the member's own that has none, also after its end.
 * @returns the session as it is then; null if they have no such session
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function giveTopic(
  db: Db,
  actor: Actor,
  id: string,
  { topicId, startsTopic }: Omit<Begun, 'minutes'> & { readonly topicId: string },
): Promise<Session | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const session = await sessionOf(trx, actor.userId, id);
    if (session === null || session.kind !== 'alone' || session.topicId !== null) return session;
    if (startsTopic) await recordWithin(trx, actor, [{ topicId, action: 'start' }]);
    await trx
      .updateTable('session')
      .set({ topic_id: topicId })
      .where('id', '=', session.id)
      .where('user_id', '=', actor.userId)
      .execute();
    return { ...session, topicId };
  });
}

/**
 * Goes on with the open session of a member, alone or in a group, on another topic until its planned end. What they
 * studied before stays with the topic before.
 * @returns the session as it is then; null if it is not open any more
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function switchTopic(
  db: Db,
  actor: Actor,
  id: string,
  { topicId, startsTopic }: Omit<Begun, 'minutes'> & { readonly topicId: string },
): Promise<Session | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const session = await openSession(trx, actor.userId, actor.at);
    if (session?.id !== id) return null;
    if (startsTopic) await recordWithin(trx, actor, [{ topicId, action: 'start' }]);
    // A group goes on meanwhile, even if nobody else is in it.
    await trx.updateTable('session').set({ ended_at: actor.at }).where('id', '=', id).execute();
    return addSession(trx, actor, {
      kind: session.kind,
      group_id: session.group?.id ?? null,
      topic_id: topicId,
      started_at: actor.at,
      ends_at: session.endsAt,
      calls: Number(session.calls),
    });
  });
}

async function callsAtEnd(trx: Db, userId: string): Promise<number> {
  return Number((await memberOf(trx, userId)).pingEnd);
}

/** Ends an open session at an instant (epoch ms). A session of a group ends when the last one leaves it. */
export async function end(trx: Db, session: Session, at: number): Promise<Session> {
  await trx.updateTable('session').set({ ended_at: at }).where('id', '=', session.id).execute();
  const { group } = session;
  if (group === null) return { ...session, endedAt: at };
  const others = await trx
    .selectFrom('session')
    .select('id')
    .where('group_id', '=', group.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (others === undefined) {
    await trx.updateTable('group_session').set({ ended_at: at }).where('id', '=', group.id).execute();
  }
  return { ...session, endedAt: at };
}

/** Adds a session, with the member's study day of its start. Call it in a transaction. */
export async function addSession(
  trx: Db,
  actor: Actor,
  row: Pick<SessionRow, 'started_at' | 'ends_at' | 'topic_id'> &
    Partial<SessionRow> & { readonly kind: Session['kind'] },
): Promise<Session> {
  const { userId, guildId, at } = actor;
  await ensureMember(trx, userId, at);
  const { timeZone, dayStart } = await clockOf(trx, userId, guildId);
  const date = studyDay(row.started_at, timeZone, dayStart);
  const id = row.id ?? steadyId(actor.interactionId, 'session');
  await trx
    .insertInto('session')
    .values({
      ...NOTHING_MORE,
      ...row,
      id,
      user_id: userId,
      guild_id: guildId,
      study_date: date,
      day_ends_at: dayBounds(date, timeZone, dayStart).to,
    })
    .execute();
  const session = await sessionOf(trx, userId, id);
  if (session === null) throw new Error('the session was just added');
  return session;
}

/** The session that a member is in at an instant (epoch ms), on any server; null if there is none. */
export async function openSession(db: Db, userId: string, now: number): Promise<Session | null> {
  const rows = await fromSessions(db)
    .where('session.user_id', '=', userId)
    .where('session.ended_at', 'is', null)
    .where('session.ends_at', '>', now)
    .where('session.kind', 'in', ['alone', 'together'])
    .orderBy('session.started_at')
    .execute();
  return toSessions(rows)[0] ?? null;
}

/** A member's session; null if they have none of that id. */
export async function sessionOf(db: Db, userId: string, id: string): Promise<Session | null> {
  const rows = await fromSessions(db)
    .where('session.user_id', '=', userId)
    .where((eb) => eb.or([eb('session.id', '=', id), eb('session.undoes', '=', id)]))
    .execute();
  return toSessions(rows)[0] ?? null;
}

/** All sessions of a member, or those that began at an instant (epoch ms) or later. */
export async function sessionsOf(db: Db, userId: string, since = 0): Promise<readonly Session[]> {
  return toSessions((await sessionsSince(db, { userId, since })).rows);
}

const sessionsSince = prepared(
  (db: Db, { userId, since }: { readonly userId: string; readonly since: number }) =>
    fromSessions(db).where('session.user_id', '=', userId).where('session.started_at', '>=', since),
);

/**
 * The sessions of a piece of `joinedInPieces` that began at an instant (epoch ms) or later, by user id. Members without
 * any are left out.
 */
export async function sessionsOfMembers(
  db: Db,
  userIds: readonly string[],
  since = 0,
): Promise<ReadonlyMap<string, readonly Session[]>> {
  const byUser = new Map<string, JoinedSession[]>();
  const pieces = rowsInPieces<JoinedSession>(userIds, async (left, after) => {
    const behind = { user: after?.user_id ?? '', at: after?.started_at ?? 0, id: after?.id ?? '' };
    return (await sessionsBehind(db, { userIds: left, since, ...behind })).rows;
  });
  for await (const rows of pieces)
    for (const row of rows) byUser.getOrInsertComputed(row.user_id, () => []).push(row);
  return new Map([...byUser].map(([userId, rows]) => [userId, toSessions(rows)]));
}

const sessionsBehind = prepared(
  (
    db: Db,
    of: {
      readonly userIds: readonly string[];
      readonly since: number;
      readonly user: string;
      readonly at: number;
      readonly id: string;
    },
  ) =>
    fromSessions(db)
      .where('session.user_id', 'in', of.userIds)
      .where('session.started_at', '>=', of.since)
      .where((eb) =>
        eb.or([
          eb('session.user_id', '<>', of.user),
          eb('session.started_at', '>', of.at),
          eb.and([eb('session.started_at', '=', of.at), eb('session.id', '>', of.id)]),
        ]),
      )
      .orderBy('session.user_id')
      .orderBy('session.started_at')
      .orderBy('session.id')
      .limit(ROWS),
);

/** A member's sessions on some topics, and on topics that share a skill with them. */
export async function sessionsOn(
  db: Db,
  userId: string,
  topicIds: readonly string[],
): Promise<readonly Session[]> {
  if (topicIds.length === 0) return [];
  const skills = await sharedSkills(db, userId, topicIds);
  const ids = [...new Set([...topicIds, ...[...skills.values()].flatMap((skill) => skill.topicIds)])];
  return toSessions((await sessionsOnTopics(db, { userId, ids })).rows);
}

const sessionsOnTopics = prepared(
  (db: Db, of: { readonly userId: string; readonly ids: readonly string[] }) =>
    fromSessions(db)
      .where('session.user_id', '=', of.userId)
      .where((eb) => eb.or([eb('session.topic_id', 'in', of.ids), eb('session.kind', '=', 'undo')])),
);

/** The columns that most sessions leave empty. */
export const NOTHING_MORE = {
  group_id: null,
  ended_at: null,
  logged_at: null,
  logged_on: null,
  undoes: null,
  calls: 0,
} as const;
