import { type LogProblem, logProblem } from '../../study/sessions/log.ts';
import type { Session } from '../../study/sessions/session.ts';
import { dayBounds, studyDay } from '../../time/study-day.ts';
import type { Actor } from '../actor.ts';
import { clockOf } from '../members/clocks.ts';
import { once } from '../once.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import { fromSessions, toSessions } from './rows.ts';
import { addSession, NOTHING_MORE, sessionOf, sessionsOf } from './sessions.ts';
import { MINUTE } from '../../time/units.ts';

/** A session that shares a study day with an instant began at most so many milliseconds before it. */
export const NEARBY = 3 * 24 * 60 * MINUTE;

/** A study time that is added later. */
export interface NewLog {
  readonly topicId: string;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly minutes: number;
}

/**
 * Adds a study time from elsewhere, if the rules allow it.
 * @returns the session, or why it was refused; then nothing is written
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function addLog(
  db: Db,
  actor: Actor,
  { topicId, startedAt, minutes }: NewLog,
): Promise<Session | LogProblem> {
  return write(db, async (trx) => {
    const { timeZone, dayStart } = await clockOf(trx, actor.userId, actor.guildId);
    const [date, today] = [startedAt, actor.at].map((at) => studyDay(at, timeZone, dayStart));
    const log = {
      // Undo compares this id with the ids of other interactions to find the last act.
      id: actor.interactionId,
      kind: 'logged',
      topic_id: topicId,
      started_at: startedAt,
      ends_at: startedAt + minutes * MINUTE,
      logged_at: actor.at,
      logged_on: today ?? null,
    } as const;
    const planned: Session = {
      id: log.id,
      userId: actor.userId,
      guildId: actor.guildId,
      topicId,
      kind: 'logged',
      group: null,
      startedAt,
      endsAt: log.ends_at,
      endedAt: null,
      date: date ?? '',
      dayEndsAt: dayBounds(date ?? '', timeZone, dayStart).to,
      loggedOn: log.logged_on,
      calls: false,
    };
    const nearby = await sessionsOf(trx, actor.userId, startedAt - NEARBY);
    const problem = logProblem(planned, nearby, today ?? '', actor.at);
    if (problem !== null) return problem;
    await once(trx, actor.interactionId, actor.at);
    return addSession(trx, actor, log);
  });
}

/** An added study time, as `/undo` names it. */
export interface PastLog {
  readonly id: string;
  readonly topicId: string | null;
  /** When it was added; epoch ms. */
  readonly at: number;
}

/** The study time that a member added last and has not undone. */
export async function lastLog(db: Db, userId: string): Promise<PastLog | null> {
  const row = await db
    .selectFrom('session')
    .select(['id', 'topic_id', 'logged_at'])
    .where('user_id', '=', userId)
    .where('kind', '=', 'logged')
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('session as undoing')
        .select('undoing.undoes')
        .where('undoing.user_id', '=', userId)
        .where('undoing.undoes', 'is not', null)
        .$castTo<{ undoes: string }>(),
    )
    .orderBy('logged_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, topicId: row.topic_id, at: row.logged_at ?? 0 };
}

/** The study time whose adding an interaction has undone. Null if it has undone none. */
export async function logUndoneBy(db: Db, userId: string, interactionId: string): Promise<PastLog | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('session as log', 'log.id', 'session.undoes')
    .select(['log.id', 'log.topic_id', 'log.logged_at'])
    .where('session.id', '=', undoIdOf(interactionId))
    .where('session.user_id', '=', userId)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, topicId: row.topic_id, at: row.logged_at ?? 0 };
}

function undoIdOf(interactionId: string): string {
  return steadyId(interactionId, 'undo');
}

/** Undoes the adding of a study time: adds a row that names it. Call it in the transaction of the undo. */
export async function undoLog(trx: Db, { userId, interactionId, at }: Actor, id: string): Promise<void> {
  const log = await sessionOf(trx, userId, id);
  if (log === null) return;
  await trx
    .insertInto('session')
    .values({
      ...NOTHING_MORE,
      id: undoIdOf(interactionId),
      user_id: userId,
      guild_id: null,
      topic_id: null,
      kind: 'undo',
      started_at: at,
      ends_at: at,
      study_date: log.date,
      day_ends_at: log.dayEndsAt,
      undoes: id,
    })
    .execute();
}

/** When an interaction undid the adding of a study time (epoch ms), and whether that was reversed; null if it did not. */
export async function undoOfLog(
  db: Db,
  userId: string,
  interactionId: string,
): Promise<{ readonly at: number; readonly isReversed: boolean } | null> {
  const id = undoIdOf(interactionId);
  const rows = await db
    .selectFrom('session')
    .select(['id', 'started_at'])
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('id', '=', id), eb('undoes', '=', id)]))
    .execute();
  const undo = rows.find((row) => row.id === id);
  return undo === undefined ? null : { at: undo.started_at, isReversed: rows.length > 1 };
}

/** Whether a member has undone the adding of a study time after an instant (epoch ms). */
export async function hasUndoneLogSince(db: Db, userId: string, at: number): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('id')
    .where('user_id', '=', userId)
    .where('kind', '=', 'undo')
    .where('started_at', '>', at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether an undone study time may count again. Time that the member studied or added since may have taken its place or
 * filled its day. How old it may be was settled when it was added.
 * @param now epoch ms
 */
export async function fitsAgain(db: Db, userId: string, id: string, now: number): Promise<boolean> {
  const rows = await fromSessions(db)
    .where('session.id', '=', id)
    .where('session.user_id', '=', userId)
    .execute();
  const [log] = toSessions(rows);
  if (log === undefined) return false;
  const nearby = await sessionsOf(db, userId, log.startedAt - NEARBY);
  return logProblem(log, nearby, log.loggedOn ?? log.date, now) === null;
}

/**
 * Reverses the undo of a study time: adds it again. Call it in the transaction of the redo.
 * @param id the study time
 * @param undoing the interaction of the undo
 */
export async function redoLog(
  trx: Db,
  { userId, interactionId }: Actor,
  id: string,
  undoing: string,
): Promise<void> {
  const row = await trx
    .selectFrom('session')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row === undefined) return;
  await trx
    .insertInto('session')
    .values({ ...row, id: interactionId, undoes: undoIdOf(undoing) })
    .execute();
}
