import type { SessionKind } from '../../study/sessions/session.ts';

export interface SessionTables {
  session: SessionRow;
  group_session: GroupSessionRow;
}

/**
 * A stretch of study of a member. Rows are only added and ended: a change is a new row, and an undo is a row that names
 * the undone one in `undoes`. Who studied when follows from the rows and the clock.
 */
export interface SessionRow {
  id: string;
  user_id: string;
  /** Where it was begun; null in direct messages. */
  guild_id: string | null;
  topic_id: string | null;
  kind: SessionKind | 'undo';
  group_id: string | null;
  started_at: number;
  /** When it ends by its plan. Nothing is written then. */
  ends_at: number;
  /** When the member ended it before. */
  ended_at: number | null;
  /** The member's study day at its start, `YYYY-MM-DD`, and when that day ends on their clock of then. */
  study_date: string;
  day_ends_at: number;
  /** When it was added later, and their study day of then. */
  logged_at: number | null;
  logged_on: string | null;
  undoes: string | null;
  /** Whether they want to be mentioned when the next phase begins: 0 or 1. */
  calls: number;
}

/** A session of a group, in a message of a channel. Its phase is never stored: it follows from the plan and the clock. */
export interface GroupSessionRow {
  id: string;
  guild_id: string;
  channel_id: string;
  /** Null until it is known that the message was sent. */
  message_id: string | null;
  started_at: number;
  work_minutes: number;
  break_minutes: number;
  rounds: number;
  /** When the last one left before the end of the plan. */
  ended_at: number | null;
  /** The hash of what the message last showed. */
  shown: string | null;
  /** The index of the last phase that people were called for, and the message that did so. */
  called: number;
  call_message_id: string | null;
  /** 1 when its message shows how it ended, or cannot be changed any more. */
  settled: number;
}
