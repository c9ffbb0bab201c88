/** The tables of skills. The conventions are in `schema.ts`. */
export interface SkillTables {
  member_skill: MemberSkillRow;
}

/** A member's own choice of the skill of a topic. */
export interface MemberSkillRow {
  user_id: string;
  topic_id: string;
  /** The skill of the topic for this member. Null: the one of the file counts. */
  skill_id: string | null;
  /** When the bot asked them whether it is the same as other topics with its title. Null: it has not asked. */
  asked_at: number | null;
}
