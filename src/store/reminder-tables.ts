/** The tables of reminders. The conventions are in `schema.ts`. */
export interface ReminderTables {
  reminder: ReminderRow;
  memo: MemoRow;
}

/** `dm`: a direct message; `mention`: in the channel of a guild that they joined. */
export type ReminderWay = 'dm' | 'mention';

/**
 * Why reminders have ended: the member muted them, their direct messages are closed, the channel no longer exists, or
 * they left the guild.
 */
export type ReminderStop = 'muted' | 'refused' | 'channel' | 'left';

/** A member's request to be reminded to study. */
export interface ReminderRow {
  user_id: string;
  way: ReminderWay;
  /** The guild, for a mention. */
  guild_id: string | null;
  /** Local, 0 to 23. */
  hour: number;
  /** The IANA name of the zone that counted when they asked. Their own setting counts before it. */
  time_zone: string;
  /** The locale of their Discord when they asked. Their own setting counts before it. */
  locale: string;
  next_at: number | null;
  next_date: string | null;
  /** The local date of the last one, or the last date of a pause. */
  last_date: string | null;
  /** The id of a claimed reminder, which may have been sent. */
  claim_id: string | null;
  claimed_at: number | null;
  channel_id: string | null;
  /** How often the due reminder was put off, and until when. */
  tries: number;
  retry_at: number | null;
  /** Since when direct messages are refused for a reason that may pass. */
  refused_since: number | null;
  stopped: ReminderStop | null;
}

/**
 * Why a memo has ended: it was sent for the last time, or it cannot reach the member (`refused`). The member's list
 * shows the latter.
 */
export type MemoEnd = 'sent' | 'refused';

/** A reminder that a member asked for with `/remind me`. */
export interface MemoRow {
  id: string;
  user_id: string;
  /** The text and the time as they typed them. */
  what: string;
  said: string;
  asked_at: number;
  /**
   * Their time zone (an IANA name) and locale when they asked. If they have settings of their own, those count
   * instead.
   */
  time_zone: string;
  locale: string;
  /** Null for a direct message. */
  channel_id: string | null;
  /** The guild of the channel. Null for a direct message, and if it is not known. */
  guild_id: string | null;
  /** 0 for a draft: the member has not confirmed yet how the bot understood it. */
  kept: number;
  /** How it repeats, see `ruleText`; null for a memo that comes once. */
  rule: string | null;
  /** Local, `HH:MM`. */
  time: string | null;
  /** The local date from which its intervals are counted. */
  from_date: string | null;
  /** When it is due next, and the local date of that time. */
  next_at: number | null;
  next_date: string | null;
  claim_id: string | null;
  claim_channel_id: string | null;
  claimed_at: number | null;
  /** How often it was put off, and until when. */
  tries: number;
  retry_at: number | null;
  /** Since when direct messages are refused for a reason that may pass. */
  refused_since: number | null;
  ended: MemoEnd | null;
  ended_at: number | null;
}
