import type { Milestone } from '../../study/roles.ts';

export interface RoleTables {
  milestone_role: MilestoneRoleRow;
  given_role: GivenRoleRow;
}

/** A role that a guild gives for a milestone. */
export interface MilestoneRoleRow {
  id: string;
  guild_id: string;
  role_id: string;
  kind: Milestone['kind'];
  /** The roadmap of a section or stage; null for a streak. */
  roadmap_id: string | null;
  /** The id of the section or of the stage's topic; null for a streak. */
  subject: string | null;
  /** Percent of a section, or days of a streak; 0 for a stage. */
  amount: number;
  /** When Discord last refused to let the bot give it, although nothing seemed to be wrong; null if it did not. */
  refused_at: number | null;
  at: number;
}

/**
 * A role that a member has reached in a guild. The row stays when it is given, so that it is not given again after a
 * moderator took it.
 */
export interface GivenRoleRow {
  guild_id: string;
  user_id: string;
  role_id: string;
  milestone_id: string;
  reached_at: number;
  /** When it is to be given, or when that is tried again. Null: it was given, or the member has left the server. */
  next_at: number | null;
  tries: number;
  /** When a process began to give it. */
  claimed_at: number | null;
  /** When it was given for the last time. */
  given_at: number | null;
  /** When the member had joined the server, as Discord said then. A later instant means that they left and came back. */
  joined_at: number | null;
  /** When the member was told. */
  told_at: number | null;
  /** 1 while the group is to be told, else 0. */
  telling: number;
}
