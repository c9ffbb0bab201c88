/** The tables of company: members who study in pairs, who help each other, and who plan. The conventions are in `schema.ts`. */
export interface CompanyTables {
  buddy_not: BuddyNotRow;
  buddy_group: BuddyGroupRow;
  buddy_in: BuddyInRow;
  help_ask: HelpAskRow;
  help_turn: HelpTurnRow;
  plan: PlanRow;
  plan_visit: PlanVisitRow;
}

/**
 * With whom a member does not want to be paired. It is told to nobody. The other's id is not stored but its hash, so that
 * it also counts after they have deleted their data, and before they join.
 */
export interface BuddyNotRow {
  guild_id: string;
  user_id: string;
  not_with: string;
}

/** `thread`: a private thread. `channel`: a message in the channel. `none`: they see it in `/group buddies` only. */
export type BuddyPlace = 'thread' | 'channel' | 'none';

/** Two or three members who study together in a week. */
export interface BuddyGroupRow {
  id: string;
  guild_id: string;
  /** The Monday of the week, `YYYY-MM-DD`, on the server's clock. */
  monday: string;
  paired_at: number;
  /** When a thread was last asked for. One may exist since then, even if its id is not known. */
  asked_at: number | null;
  thread_id: string | null;
  /** Where they were told; null until they were. */
  place: BuddyPlace | null;
  /** 0: not told yet; 1: told; 2: told, and the week is over, so that the thread is archived. */
  settled: number;
}

export interface BuddyInRow {
  group_id: string;
  user_id: string;
  /** The topic that they studied when the week began; null if they hide it or studied none. */
  topic_id: string | null;
  /** When the others were told that they proved a topic of the group. */
  proven_told_at: number | null;
}

/** A member asks who can help with a topic. */
export interface HelpAskRow {
  id: string;
  guild_id: string;
  user_id: string;
  topic_id: string;
  /** What they want to know. */
  question: string;
  /** The language of their Discord, for the message with the answer. */
  locale: string;
  asked_at: number;
  /** When it was answered, or nobody was left to ask; null while somebody may still answer. */
  closed_at: number | null;
}

/** `unreachable`: their direct messages are closed. `silent`: they said nothing for some days. */
export type HelpSaid = 'answered' | 'declined' | 'unreachable' | 'silent';

/** A member who is asked to help. Of each ask, one is asked at a time. */
export interface HelpTurnRow {
  id: string;
  ask_id: string;
  user_id: string;
  turn_at: number;
  /** When the direct message was sent; null until it was. */
  sent_at: number | null;
  /** Null while they may answer. */
  said: HelpSaid | null;
  said_at: number | null;
  answer: string | null;
  /** When the answer was sent to the member who asked; null until it was. */
  told_at: number | null;
}

/**
 * What comes next for the present time of a plan. `draft`: its member has not confirmed it; `remind`: those interested are
 * reminded; `start`: the event starts; `end`: it ends, and the group is asked who came; `over`: there is no further time.
 */
export type PlanStep = 'draft' | 'remind' | 'start' | 'end' | 'over';

/** A time to study together, once or again and again. */
export interface PlanRow {
  id: string;
  guild_id: string;
  /** The id of the member who planned it; null after they have deleted their data. */
  made_by: string | null;
  topic_id: string;
  /** A voice channel, or a place in words. */
  channel_id: string | null;
  place: string | null;
  minutes: number;
  /** The time as it was typed, and when. */
  said: string;
  asked_at: number;
  /** The server's IANA zone. */
  time_zone: string;
  /** How it repeats (RFC 5545), its local time, and the date from which it counts; null if it comes once. */
  rule: string | null;
  time: string | null;
  from_date: string | null;
  /** Its present or next time, and the local date of it. */
  next_at: number | null;
  next_date: string | null;
  /** When Discord was last asked to make the event. It may exist since then, even if its id is not known. */
  tried_at: number | null;
  event_id: string | null;
  /** A time of the event as Discord knows it. It repeats from there in UTC. */
  event_at: number | null;
  step: PlanStep;
}

/** A member who said that they came. */
export interface PlanVisitRow {
  plan_id: string;
  user_id: string;
  /** The local date of the time that they came to. */
  date: string;
  at: number;
}
