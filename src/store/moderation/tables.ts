/** The tables of reports and takedowns. The conventions are in `schema.ts`. */
export interface ModerationTables {
  report: ReportRow;
  takedown: TakedownRow;
}

/** A member's report to the organisers of a guild, about work or an app. */
export interface ReportRow {
  id: string;
  guild_id: string;
  user_id: string;
  proof_id: string | null;
  build_id: string | null;
  reason: string;
  at: number;
  dismissed_at: number | null;
}

/** A takedown by organisers; `told_at`: when the member was told why. */
export interface TakedownRow {
  id: string;
  guild_id: string;
  user_id: string;
  topic_id: string;
  /** Null for an app. */
  proof_id: string | null;
  reason: string;
  at: number;
  told_at: number | null;
}
