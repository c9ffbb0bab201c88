import type { GoalKind } from '../../study/goals/goal.ts';

export interface GoalTables {
  goal: GoalRow;
}

/** A member's goal for each week. */
export interface GoalRow {
  user_id: string;
  kind: GoalKind;
  target: number;
  set_at: number;
  /** The Monday of the last week in which it was reached and the member was told, `YYYY-MM-DD`; null before. */
  celebrated: string | null;
}
