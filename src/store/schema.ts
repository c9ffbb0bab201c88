import type { Generated, Kysely, Transaction } from 'kysely';
import type { Method } from '../roadmap/roadmap.ts';
import type { PictureType } from '../files/picture.ts';
import type { DeliveryKind, PostKind } from '../study/post-kinds.ts';
import type { Act, State } from '../study/progress/progress.ts';
import type { FileKind } from '../files/proof-file.ts';
import type { Grade } from '../study/review/card.ts';

/**
 * The tables, written by hand. SQLite and PostgreSQL share these conventions: text ids, 0 and 1 for booleans, epoch
 * milliseconds for instants (`..._at`), `YYYY-MM-DD` text for local dates, text for JSON.
 *
 * Every row that refers to a row of `member` is deleted with it. The migrations say so (`onDelete('cascade')`), and
 * `test/store/members/everything-personal.test.ts` checks it. `docs/privacy.md` says it in words.
 */
export interface Tables {
  roadmap: RoadmapRow;
  topic: TopicRow;
  guild_roadmap: GuildRoadmapRow;
  member_roadmap: MemberRoadmapRow;
  guild_follow: { guild_id: string; roadmap_id: string; since: number };
  member_follow: { user_id: string; roadmap_id: string; since: number };
  roadmap_topic: RoadmapTopicRow;
  roadmap_version: RoadmapVersionRow;
  roadmap_import: RoadmapImportRow;
  roadmap_link: RoadmapLinkRow;
  member_skill: MemberSkillRow;
  proposal: ProposalRow;
  guild: GuildRow & MembersChecked;
  member: MemberRow;
  membership: MembershipRow;
  progress: ProgressRow;
  activity: ActivityRow;
  pick: PickRow;
  handled_interaction: { id: string; at: number };
  post: PostRow;
  delivery: DeliveryRow;
  setting: { key: string; value: string };
  proof: ProofRow;
  proof_part: ProofPartRow;
  /** The other topics for which a proof counts too, after a merge or because they share a skill. */
  counted_proof: { proof_id: string; topic_id: string };
  proof_share: ProofShareRow;
  review: ReviewRow;
  review_log: ReviewLogRow;
  reminder: ReminderRow;
  memo: MemoRow;
  proof_clear: ProofClearRow;
  proof_gap: ProofGapRow;
  proof_reading: ProofReadingRow;
  build: BuildRow;
  build_member: BuildMemberRow;
  submission: SubmissionRow;
  submission_picture: SubmissionPictureRow;
  applause: { build_id: string; user_id: string; at: number };
  proof_words: ProofWordsRow;
  proof_file: ProofFileRow;
  draft: DraftRow;
  stage_note: StageNoteRow;
  named_picture: NamedPictureRow;
  report: ReportRow;
  takedown: TakedownRow;
  /** `at`: when the picture is to be removed, or when that is tried again. */
  picture_removal: { message_id: string; channel_id: string; at: number; tries: number };
}

export type Db = Kysely<Tables> | Transaction<Tables>;

/** The Markdown is the roadmap. Its topics are also rows, so that progress can refer to them. */
export interface RoadmapRow {
  id: string;
  title: string;
  source: string;
  /** The number of the version in use. It grows with every change, so that parsed sources can be kept until then. */
  revision: number;
  updated_at: number;
  /** How the source is read where it does not say so itself, as JSON. Null: in the usual way. */
  read_as: Generated<string | null>;
  /** The bundled roadmap that this is a copy of, and the version of it that was last taken over. */
  base_id: string | null;
  base_revision: number | null;
}

/** A roadmap that a guild owns: an imported one, or its copy of a bundled one. */
export interface GuildRoadmapRow {
  guild_id: string;
  roadmap_id: string;
  created_at: number;
}

/** A roadmap that a member owns. */
export interface MemberRoadmapRow {
  user_id: string;
  roadmap_id: string;
  created_at: number;
}

/** A topic. It keeps its id for good, and progress, proofs and reviews refer to it. */
export interface TopicRow {
  id: string;
  /** The roadmap in which it first appeared, and its key there. */
  roadmap_id: string;
  key: string;
  /** Its title in that roadmap, or its last one. */
  title: string;
  /** The skill of the topic by the roadmap's file: the id of a topic. Null if it is the topic's own id. */
  skill_id: Generated<string | null>;
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

/** A topic's place in a roadmap, or its last one. */
export interface RoadmapTopicRow {
  topic_id: string;
  roadmap_id: string;
  key: string;
  title: string;
  position: number;
  /** The title of the topic or section that holds it; null if that was not stored. */
  holder: string | null;
  /** The addresses of its links, as JSON; null if they were not stored. */
  links: string | null;
  /** When it left the roadmap, and with which version. Its progress and activity stay. */
  archived_at: number | null;
  archived_in: number | null;
}

export interface RoadmapVersionRow {
  roadmap_id: string;
  number: number;
  source: string;
  read_as: string | null;
  /** Keys and ids of its topics in file order, as JSON. */
  topics: string;
  /** The progress that it carries to other topics, as JSON. */
  carries: string;
  /** The numbers of the versions whose carries are in force in it, as JSON. */
  in_force: string;
  /** The open questions of the match that led to it, as JSON. */
  questions: string;
  /** The number of the version that it brings back. */
  restores: number | null;
  /** Null if the program made it, or somebody who has deleted their data. */
  made_by: string | null;
  at: number;
}

/** An import that was not applied yet. */
export interface RoadmapImportRow {
  id: string;
  user_id: string;
  /** The guild that it is for; null if it is for the member. */
  guild_id: string | null;
  /** The roadmap of which it becomes a new version; null for a new roadmap. */
  target: string | null;
  /** If it updates a copy of a bundled roadmap: the version of the bundled one that it is. */
  base_revision: number | null;
  source: string;
  /** How the source is read, as JSON. */
  read_as: string;
  /** The link that it was read from; null for a file or a typed text. */
  link: string | null;
  /** What the member said about topics of the version before, as JSON. */
  answers: string;
  /** Counts the changes, so that nobody applies an import that is not the one they see. */
  step: number;
  at: number;
}

/** The link that a roadmap was read from. */
export interface RoadmapLinkRow {
  roadmap_id: string;
  link: string;
  /** Whether it is read again once a day: 0 or 1. */
  watched: number;
  /** When the last reading began. */
  read_at: number;
  /** The hash of the text that was last applied or ignored. */
  seen: string;
  /** Its present text if that is another one, and the base for links in it. */
  found: string | null;
  base: string | null;
  /** Since when it cannot be read; null if it can. */
  failing_since: number | null;
}

export type ProposalKind = 'topic' | 'link' | 'note';

/** A member's proposal about a topic of their group's roadmap. */
export interface ProposalRow {
  id: string;
  guild_id: string;
  user_id: string;
  topic_id: string;
  kind: ProposalKind;
  text: string;
  at: number;
  /** 1 if it was accepted, 0 if it was declined, null while it is open. */
  accepted: Generated<number | null>;
  decided_at: Generated<number | null>;
  /** When its author was told. */
  told_at: Generated<number | null>;
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
  created_at: number;
  /** When the bot was removed; null while it is there. */
  left_at: number | null;
}

/** When the server's members were last checked. It is a type of its own, because it is no setting of the guild. */
interface MembersChecked {
  members_checked_at: Generated<number | null>;
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

export type PauseReason = 'organiser' | 'channel-gone' | 'forbidden';

/** A scheduled post of a guild: when it runs next, or why it does not. */
export interface PostRow {
  guild_id: string;
  kind: PostKind;
  next_at: number | null;
  /** The local date of the next run. */
  next_date: string | null;
  paused_at: number | null;
  pause_reason: PauseReason | null;
}

export type DeliveryState = 'claimed' | 'sent' | 'skipped' | 'failed';

export interface DeliveryRow {
  id: string;
  guild_id: string;
  kind: DeliveryKind;
  local_date: string;
  state: DeliveryState;
  channel_id: string;
  due_at: number;
  claimed_at: number;
  sent_at: number | null;
  message_id: string | null;
  /** Its content as JSON, so that a second sending says the same. */
  content: string | null;
  /** Whether it mentions the guild's role. It does not if another post has just done so. */
  pings: number;
}

/** A member's proof of a topic by one method. There is at most one for each topic and method. */
export interface ProofRow {
  id: string;
  user_id: string;
  topic_id: string;
  method: Method;
  /** The address of a repository, or of another place that has the work. */
  url: string | null;
  /** For a project: a language of the tool set. */
  language: string | null;
  /**
   * When it became proven: at once for a cheat code or a project, when others agreed for an explanation or a thesis.
   */
  proven_at: number | null;
  /** 1 if it was proven in an imported file. It counts, but is not celebrated. */
  proven_elsewhere: Generated<number>;
  created_at: number;
  updated_at: number;
}

/** Long work is stored in parts, each as long as one field of a form. */
export interface ProofPartRow {
  proof_id: string;
  /** Counted from 0. */
  position: number;
  text: string;
}

/** A guild that a proof was shared with, and the message that shows it there, if there is one. */
export interface ProofShareRow {
  proof_id: string;
  guild_id: string;
  channel_id: string | null;
  message_id: string | null;
  /** The thread in which it is discussed. */
  thread_id: string | null;
  shared_at: number;
  /** Whether the author is told of answers, when they were last told, and when they are to be told of later ones. */
  tells: number;
  told_at: Generated<number | null>;
  tell_at: Generated<number | null>;
  /** When it was hidden, because its post was deleted or organisers took it down; null if it is shown. */
  withdrawn_at: Generated<number | null>;
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

/** An app of the showcase that members of a guild build. */
export interface BuildRow {
  id: string;
  guild_id: string;
  topic_id: string;
  created_at: number;
}

export interface BuildMemberRow {
  build_id: string;
  user_id: string;
  invited_at: number;
  /** When they joined the team; null while they are only invited. */
  joined_at: number | null;
  /** The proof that the submission made for them; null if they have a project of their own. */
  proof_id: string | null;
}

/** A team's app as the gallery shows it. */
interface SubmissionRow {
  build_id: string;
  repository: string;
  live_url: string | null;
  /** What they would do differently, as Markdown. */
  differently: string;
  submitted_at: number;
  updated_at: number;
}

/** The bytes are stored, because Discord's addresses of files expire. */
interface SubmissionPictureRow {
  build_id: string;
  type: PictureType;
  alt: string;
  at: number;
  bytes: Uint8Array;
}

/** The words of a proof, folded for the search. */
export interface ProofWordsRow {
  number: Generated<number>;
  proof_id: string;
  title: string;
  body: string;
  /** The proof's `updated_at` when its words were read. */
  written_at: number;
}

/** FSRS's data for a topic that a member reviews, made at the first answer. Dates are the member's study days. */
export interface ReviewRow {
  user_id: string;
  topic_id: string;
  due_date: string;
  stability: number;
  difficulty: number;
  scheduled_days: number;
  learning_steps: number;
  reps: number;
  lapses: number;
  state: number;
  review_date: string | null;
  last_review: number | null;
  put_off_to: string | null;
}

/** Append-only: undoing adds a row that names the undone answer in `undoes`. */
export interface ReviewLogRow {
  /** The interaction's id. */
  id: string;
  user_id: string;
  topic_id: string;
  /** `proof`: the member wrote work, which counts as a good review. */
  rating: Grade | 'later' | 'proof' | 'undo';
  at: number;
  /** The card before, as JSON, which undo restores; null if there was none. */
  before: string | null;
  undoes: string | null;
  /** The answer that this row repeats for another topic of the same skill; null: it is the answer itself. */
  mirrors: string | null;
}

/** `dm`: a direct message; `mention`: in the channel of a guild that they joined. */
export type ReminderWay = 'dm' | 'mention';
/**
 * Why reminders have ended: the member muted them, their direct messages are closed, the channel no longer exists, or
 * they left the guild.
 */
export type ReminderStop = 'muted' | 'refused' | 'channel' | 'left';

/** A member's request to be reminded to study. */
export interface ReminderRow {
  user_id: string;
  way: ReminderWay;
  /** The guild, for a mention. */
  guild_id: string | null;
  /** Local, 0 to 23. */
  hour: number;
  /** The IANA name of the zone that counted when they asked. Their own setting counts before it. */
  time_zone: string;
  /** The locale of their Discord when they asked. Their own setting counts before it. */
  locale: string;
  next_at: number | null;
  next_date: string | null;
  /** The local date of the last one, or the last date of a pause. */
  last_date: string | null;
  /** The id of a claimed reminder, which may have been sent. */
  claim_id: string | null;
  claimed_at: number | null;
  channel_id: string | null;
  /** How often the due reminder was put off, and until when. */
  tries: number;
  retry_at: number | null;
  /** Since when direct messages are refused for a reason that may pass. */
  refused_since: number | null;
  stopped: ReminderStop | null;
}

/**
 * Why a memo has ended: it was sent for the last time, or it cannot reach the member (`refused`). The member's list
 * shows the latter.
 */
export type MemoEnd = 'sent' | 'refused';

/** A reminder that a member asked for with `/remind me`. */
export interface MemoRow {
  id: string;
  user_id: string;
  /** The text and the time as they typed them. */
  what: string;
  said: string;
  asked_at: number;
  /**
   * Their time zone (an IANA name) and locale when they asked. If they have settings of their own, those count
   * instead.
   */
  time_zone: string;
  locale: string;
  /** Null for a direct message. */
  channel_id: string | null;
  /** 0 for a draft: the member has not confirmed yet how the bot understood it. */
  kept: number;
  /** How it repeats, see `ruleText`; null for a memo that comes once. */
  rule: string | null;
  /** Local, `HH:MM`. */
  time: string | null;
  /** The local date from which its intervals are counted. */
  from_date: string | null;
  /** When it is due next, and the local date of that time. */
  next_at: number | null;
  next_date: string | null;
  claim_id: string | null;
  claim_channel_id: string | null;
  claimed_at: number | null;
  /** How often it was put off, and until when. */
  tries: number;
  retry_at: number | null;
  /** Since when direct messages are refused for a reason that may pass. */
  refused_since: number | null;
  ended: MemoEnd | null;
  ended_at: number | null;
}

/** The file of a proof. */
export interface ProofFileRow {
  proof_id: string;
  name: string;
  kind: FileKind;
  size: number;
  bytes: Uint8Array;
}

/** A form that was refused, so that its texts can be shown again. */
export interface DraftRow {
  user_id: string;
  /** The kind of form, and what it is about. */
  key: string;
  /** The form's values, as JSON. */
  fields: string;
  at: number;
}

/** A member's note on a stage that they declared. */
export interface StageNoteRow {
  user_id: string;
  topic_id: string;
  note: string;
  at: number;
}

/** A message with a picture that shows a member's name. */
export interface NamedPictureRow {
  message_id: string;
  user_id: string;
  guild_id: string;
  channel_id: string;
  at: number;
}
