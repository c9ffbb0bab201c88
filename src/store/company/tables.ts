/** The tables of company: members who study in pairs. The conventions are in `schema.ts`. */
export interface CompanyTables {
  buddy_not: BuddyNotRow;
  buddy_group: BuddyGroupRow;
  buddy_in: BuddyInRow;
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
  /** When a thread was first asked for. One may exist since then, even if its id is not known. */
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
