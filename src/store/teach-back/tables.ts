/** The tables of the group's answers to shared work. The conventions are in `schema.ts`. */
export interface TeachBackTables {
  proof_clear: ProofClearRow;
  proof_gap: ProofGapRow;
  proof_reading: ProofReadingRow;
}

/** A member of a group who finds an explanation clear. */
export interface ProofClearRow {
  proof_id: string;
  guild_id: string;
  user_id: string;
  at: number;
}

/** A question of a member of a group about an explanation. */
export interface ProofGapRow {
  id: string;
  proof_id: string;
  guild_id: string;
  user_id: string;
  text: string;
  /** The message that asks it, if there is one. */
  channel_id: string | null;
  message_id: string | null;
  asked_at: number;
  answered_at: number | null;
}

export type Verdict = 'accept' | 'work';

/** A reader of a thesis: when they offered to read it, and their latest verdict and comment. */
export interface ProofReadingRow {
  proof_id: string;
  guild_id: string;
  user_id: string;
  offered_at: number | null;
  verdict: Verdict | null;
  comment: string | null;
  said_at: number | null;
  /** When they are to be reminded; null if that is done or not needed. */
  remind_at: number | null;
  /** When the reminder was claimed, and may have been sent. */
  claimed_at: number | null;
}
