import type { GoalKind } from '../../study/goals/goal.ts';

export interface GoalTables {
  goal: GoalRow;
  quest: QuestRow;
}

/** A group's quest: so many topics together from one study day to another, both included. */
export interface QuestRow {
  guild_id: string;
  from_date: string;
  to_date: string;
  target: number;
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
