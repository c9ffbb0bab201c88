import type { Generated } from 'kysely';
import type { StreakUnit } from '../../study/progress/streak.ts';

/** The tables of guilds, members and their memberships. The conventions are in `schema.ts`. */
export interface MemberTables {
  guild: GuildRow & GuildMemory;
  member: MemberRow & MemberChoices;
  membership: MembershipRow;
  streak_pause: PauseRow;
  named_picture: NamedPictureRow;
  /** `at`: when the picture is to be removed, or when that is tried again. */
  picture_removal: { message_id: string; channel_id: string; at: number; tries: number };
}

/** A bot cannot find out whether somebody's Discord is dark or light. */
export type Theme = 'dark' | 'light';

export interface GuildRow {
  id: string;
  roadmap_id: string | null;
  channel_id: string | null;
  time_zone: string | null;
  locale: string;
  /** `HH:MM`, local. */
  daily_at: string;
  /** ISO weekdays as digits, `12345` for Monday to Friday. */
  weekdays: string;
  weekly_day: number;
  /** The role that posts mention. */
  role_id: string | null;
  /** The theme of the pictures in posts. */
  theme: Theme;
  /** Whether the daily post takes turns between the roadmaps that the server follows. */
  daily_turns: number;
  /** Whether its organisers are still choosing, so that nothing is posted yet. */
  choosing: number;
  /** When the group wants to be done with its roadmap, `YYYY-MM-DD`; null without such a date. */
  target_date: string | null;
  /** Whether it has a quest each week. */
  quests: number;
  created_at: number;
  /** When the bot was removed; null while it is there. */
  left_at: number | null;
}

/** What the bot notes about a guild. It is a type of its own, because these are no settings. */
interface GuildMemory {
  /** The Monday (`YYYY-MM-DD`) of the last week for which buddies were paired. */
  paired_week: Generated<string | null>;
  /** When to look again whether buddies are to be paired; null if nobody wants one. */
  pair_at: Generated<number | null>;
  members_checked_at: Generated<number | null>;
  /** The guild was told of posts that failed before this time. */
  failures_told_at: Generated<number | null>;
}

export interface MemberRow {
  user_id: string;
  /** Null: the guild's. */
  time_zone: string | null;
  /** The hour, 0 to 12, at which their day starts. Earlier study counts for the day before. */
  day_start: number;
  /** Null: the language of their Discord. */
  locale: string | null;
  /** Whether a group that they joined may see their topics, and their percentages. */
  show_topics: number;
  show_progress: number;
  /** The roadmap that they follow in direct messages, and wherever a guild has chosen none. */
  roadmap_id: string | null;
  created_at: number;
  /** In percent: a topic counts as fading when the chance that they remember it is below this. */
  fading_below: number;
  /** The theme of the pictures that they see. */
  theme: Theme;
  /** Whether their groups are told when they are given a role. */
  tell_roles: number;
  /** Whether their streak is counted in days or in weeks. */
  streak_unit: StreakUnit;
  /** Whether their time in study rooms counts. */
  counts_rooms: number;
  /** Whether they are told by direct message when a session of their own ends. */
  ping_end: number;
}

/** Days on which a member plans not to study, `YYYY-MM-DD`, both included. */
export interface PauseRow {
  id: string;
  user_id: string;
  from_date: string;
  to_date: string;
  planned_at: number;
}

/** What is read and written apart from a member's other settings. */
interface MemberChoices {
  /** What may not ping them: kinds of pings, separated by spaces. */
  pings_off: Generated<string>;
  /** What they chose last apart from topics, one of `CHOICES`, and when; null if nothing. */
  last_choice: Generated<string | null>;
  last_choice_at: Generated<number | null>;
}

export interface MembershipRow {
  guild_id: string;
  user_id: string;
  joined_at: number;
  /** The names under which they were last seen there; null if they were not. */
  display_name: string | null;
  username: string | null;
  /** When they were found to have left the server; null while they are there. */
  away_since: Generated<number | null>;
  /** Whether they chose to be on the boards of the server. */
  on_board: Generated<number>;
  /** 1 if they may have reached a role there since it was last looked at. */
  roles_due: Generated<number>;
  /** The times at which they want to be paired with a buddy, separated by spaces; null if they do not. */
  buddy_slots: Generated<string | null>;
  /** Whether their buddies may be told in the channel, if there can be no private thread. */
  buddy_openly: Generated<number>;
  /** Whether others may ask them for help. */
  helps: Generated<number>;
  /** Whether others of the group may review with what they shared there. */
  lends_work: Generated<number>;
}

/** A message with a picture that shows a member's name. */
export interface NamedPictureRow {
  message_id: string;
  user_id: string;
  guild_id: string;
  channel_id: string;
  at: number;
}
