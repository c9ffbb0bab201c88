import type { SessionKind } from '../../study/sessions/session.ts';

export interface SessionTables {
  session: SessionRow;
  group_session: GroupSessionRow;
}

/**
 * A time in which a member studies. Rows are only added and ended: an undo adds a row that names the undone one in
 * `undoes`. The rows and the clock tell who studied when.
 */
export interface SessionRow {
  id: string;
  user_id: string;
  /** Where it began; null in direct messages. */
  guild_id: string | null;
  topic_id: string | null;
  kind: SessionKind | 'undo';
  group_id: string | null;
  started_at: number;
  /** When it ends by its plan. Nothing is written at that time. */
  ends_at: number;
  /** When the member ended it early. Null if they did not. */
  ended_at: number | null;
  /** The member's study day at the start, `YYYY-MM-DD`, and the end of that day on their clock at that time. */
  study_date: string;
  day_ends_at: number;
  /** For a time that was added later: when, and on which study day. */
  logged_at: number | null;
  logged_on: string | null;
  undoes: string | null;
  /** 1 if they want to be pinged when the next phase begins, or when a session of their own ends; else 0. */
  calls: number;
}

/**
 * A session of a group, with a message in a channel. Its phase is not stored, because the plan and the clock tell it.
 */
export interface GroupSessionRow {
  id: string;
  guild_id: string;
  channel_id: string;
  /** Null until Discord has confirmed the message. */
  message_id: string | null;
  started_at: number;
  work_minutes: number;
  break_minutes: number;
  rounds: number;
  /** When the last member left, if that was before the end of the plan. */
  ended_at: number | null;
  /** The hash of what the message last showed. */
  shown: string | null;
  /** The index of the last phase that members were pinged for, and the message that pinged them. */
  called: number;
  call_message_id: string | null;
  /** 1 if its message shows the end, or can no longer be changed. */
  settled: number;
}
