import { readRule, type Repeat } from '../../time/when/repeat.ts';
import type { MemoEnd, MemoRow } from '../reminder-tables.ts';

/** The time at which a memo is due: the instant (epoch ms), and the local date (`YYYY-MM-DD`) that it is for. */
export interface MemoTime {
  readonly at: number;
  readonly date: string;
}

/** How a memo repeats, in the member's time zone. */
export interface MemoRepeat {
  readonly repeat: Repeat;
  /** `HH:MM`, local. */
  readonly time: string;
  /** The local date from which its intervals are counted. */
  readonly from: string;
}

/** A reminder that a member asked for with `/remind me`. The reminders of reviews are others. */
export interface Memo {
  readonly id: string;
  readonly userId: string;
  readonly what: string;
  /** The time as they typed it. */
  readonly said: string;
  /** Epoch ms. */
  readonly askedAt: number;
  /**
   * Their time zone (an IANA name) and locale when they asked. If they have settings of their own, those count
   * instead.
   */
  readonly timeZone: string;
  readonly locale: string;
  /** Null for a direct message. */
  readonly channelId: string | null;
  /** The guild of the channel. Null for a direct message, and if it is not known. */
  readonly guildId: string | null;
  readonly isKept: boolean;
  /** Null for a memo that comes once. */
  readonly repeat: MemoRepeat | null;
  readonly next: MemoTime | null;
  readonly claim: { readonly id: string; readonly channelId: string; readonly claimedAt: number } | null;
  /** How often it was put off. */
  readonly tries: number;
  /** Epoch ms. Since then, direct messages are refused for a reason that may pass. Null if they are not. */
  readonly refusedSince: number | null;
  readonly ended: MemoEnd | null;
}

/** A memo as its row has it. */
export function toMemo(row: MemoRow): Memo {
  const { rule, time, from_date: from, next_at: at, next_date: date } = row;
  const { claim_id: id, claim_channel_id: channelId, claimed_at: claimedAt } = row;
  return {
    id: row.id,
    userId: row.user_id,
    what: row.what,
    said: row.said,
    askedAt: row.asked_at,
    timeZone: row.time_zone,
    locale: row.locale,
    channelId: row.channel_id,
    guildId: row.guild_id,
    isKept: row.kept === 1,
    repeat: rule === null || time === null || from === null ? null : { repeat: readRule(rule), time, from },
    next: at === null || date === null ? null : { at, date },
    claim: id === null || channelId === null || claimedAt === null ? null : { id, channelId, claimedAt },
    tries: row.tries,
    refusedSince: row.refused_since,
    ended: row.ended,
  };
}
