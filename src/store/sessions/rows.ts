import type { Session } from '../../study/sessions/session.ts';
import type { Db } from '../schema.ts';
import type { GroupSessionRow, SessionRow } from './tables.ts';

/** Sessions, each with the plan of its group session. */
export function fromSessions(db: Db) {
  return db
    .selectFrom('session')
    .leftJoin('group_session', 'group_session.id', 'session.group_id')
    .selectAll('session')
    .select([
      'group_session.started_at as plan_started_at',
      'group_session.work_minutes',
      'group_session.break_minutes',
      'group_session.rounds',
    ]);
}

/** A row of `fromSessions`. */
export type JoinedSession = SessionRow & { readonly plan_started_at: number | null } & {
  readonly [Column in 'work_minutes' | 'break_minutes' | 'rounds']: GroupSessionRow[Column] | null;
};

/** Makes sessions from rows, and leaves out those that were undone. The rows have to include the ones that undo. */
export function toSessions(rows: readonly JoinedSession[]): readonly Session[] {
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return rows.flatMap((row) => (undone.has(row.id) ? [] : toSession(row)));
}

function toSession(row: JoinedSession): readonly Session[] {
  const { kind, group_id: id, plan_started_at: startedAt, work_minutes, break_minutes, rounds } = row;
  if (kind === 'undo') return [];
  const isPlanned =
    id !== null && startedAt !== null && work_minutes !== null && break_minutes !== null && rounds !== null;
  return [
    {
      id: row.id,
      userId: row.user_id,
      guildId: row.guild_id,
      topicId: row.topic_id,
      kind,
      group: isPlanned
        ? { id, plan: { startedAt, workMinutes: work_minutes, breakMinutes: break_minutes, rounds } }
        : null,
      startedAt: row.started_at,
      endsAt: row.ends_at,
      endedAt: row.ended_at,
      date: row.study_date,
      dayEndsAt: row.day_ends_at,
      loggedOn: row.logged_on,
      calls: row.calls === 1,
    },
  ];
}
