import type { DeliveryKind, PostKind } from '../../study/post-kinds.ts';

/** The tables of scheduled posts. The conventions are in `schema.ts`. */
export interface ScheduleTables {
  post: PostRow;
  delivery: DeliveryRow;
  delivery_name: DeliveryNameRow;
}

export type PauseReason = 'organiser' | 'channel-gone' | 'forbidden';

/** A scheduled post of a guild: when it runs next, or why it does not. */
export interface PostRow {
  guild_id: string;
  kind: PostKind;
  next_at: number | null;
  /** The local date of the next run. */
  next_date: string | null;
  paused_at: number | null;
  pause_reason: PauseReason | null;
}

export type DeliveryState = 'claimed' | 'sent' | 'skipped' | 'failed';

export interface DeliveryRow {
  id: string;
  guild_id: string;
  kind: DeliveryKind;
  local_date: string;
  state: DeliveryState;
  channel_id: string;
  due_at: number;
  claimed_at: number;
  sent_at: number | null;
  message_id: string | null;
  /** Its content as JSON, so that a second sending says the same. */
  content: string | null;
  /** Whether it mentions the guild's role. It does not if another post has just done so. */
  pings: number;
}

/** A member whom the content of a delivery names. */
export interface DeliveryNameRow {
  user_id: string;
  delivery_id: string;
}
