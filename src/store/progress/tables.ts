import type { Act, State } from '../../study/progress/progress.ts';

/** The tables of members' progress and picks. The conventions are in `schema.ts`. */
export interface ProgressTables {
  progress: ProgressRow;
  activity: ActivityRow;
  pick: PickRow;
  stage_note: StageNoteRow;
}

export interface ProgressRow {
  user_id: string;
  topic_id: string;
  state: State;
  since: number;
  /** The study date that `since` counted for. */
  since_date: string;
  snoozed_until: number | null;
  /**
   * What carried the state here from another topic: the version of a roadmap, as `roadmap@number`, or the skill that
   * both topics share, as `skill@`. Null if the member set it.
   */
  carried_in: string | null;
  /** The entry that was replaced by it, as JSON; null if there was none. */
  carried_over: string | null;
}

/**
 * Everything that a member did, each row about one topic. Append-only: undoing adds a row that names the undone batch
 * in `undoes`.
 */
export interface ActivityRow {
  /** The interaction's id and a number. Interaction ids are snowflakes, so rows sort by time. */
  id: string;
  /** The id of the interaction. Its rows are undone together. */
  batch: string;
  user_id: string;
  guild_id: string | null;
  topic_id: string;
  action: Act | 'undo';
  at: number;
  /** The member's study day that it counted for, `YYYY-MM-DD`. It stays the same if their clock is changed later. */
  study_date: string;
  /** The progress row before, as JSON, which undo restores; null if there was none. */
  before: string | null;
  /** The batch that this row undoes. */
  undoes: string | null;
  /** The skill, if its other topics were changed as well. Rows of a batch with the same skill are one deed. */
  skill_id: string | null;
}

/** What was suggested to a member on a study day, so that the same day shows the same picks. */
export interface PickRow {
  user_id: string;
  roadmap_id: string;
  local_date: string;
  topic_id: string;
  position: number;
  reason: string;
  at: number;
  /** When it was swapped away; null if it was not. */
  swapped_at: number | null;
}

/** A member's note on a stage that they declared. */
export interface StageNoteRow {
  user_id: string;
  topic_id: string;
  note: string;
  at: number;
}
