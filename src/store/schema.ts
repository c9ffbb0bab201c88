import type { Generated, Kysely, Transaction } from 'kysely';
import type { Method } from '../roadmap/roadmap.ts';
import type { PictureType } from '../files/picture.ts';
import type { DeliveryKind, PostKind } from '../study/post-kinds.ts';
import type { Act, State } from '../study/progress/progress.ts';
import type { FileKind } from '../files/proof-file.ts';
import type { Grade } from '../study/review/card.ts';

/**
 * The tables, written by hand. Conventions that SQLite and PostgreSQL share: text ids, 0 and 1 for booleans, epoch
 * milliseconds for instants (`..._at`), `YYYY-MM-DD` text for local dates, text for JSON.
 *
 * What refers to a row of `member` is deleted with it: the migrations say so (`onDelete('cascade')`), and
 * `test/store/members/everything-personal.test.ts` holds it. `docs/privacy.md` has it in words.
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
  merged_topic: { into_id: string; topic_id: string };
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
  proof_share: ProofShareRow;
  review: ReviewRow;
  review_log: ReviewLogRow;
  reminder: ReminderRow;
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
  /** `at`: when it is to be done, or tried again. */
  picture_removal: { message_id: string; channel_id: string; at: number; tries: number };
}

export type Db = Kysely<Tables> | Transaction<Tables>;

/** The Markdown is the roadmap; its topics are rows so that progress can refer to them. */
export interface RoadmapRow {
  id: string;
  title: string;
  source: string;
  /** The number of the version that it is in. It counts up, so that what was read from the source can be kept until then. */
  revision: number;
  updated_at: number;
  /** How the source is read, where it does not say so itself, as JSON; null: as any file. */
  read_as: Generated<string | null>;
  /** The bundled roadmap that it was copied from, and which version of that it has taken over. */
  base_id: string | null;
  base_revision: number | null;
}

/** A roadmap that is a guild's own: one that it imported, or its copy of a bundled one. */
export interface GuildRoadmapRow {
  guild_id: string;
  roadmap_id: string;
  created_at: number;
}

/** The same of a member. */
export interface MemberRoadmapRow {
  user_id: string;
  roadmap_id: string;
  created_at: number;
}

/** A topic, the same one for good; progress, proofs and reviews hang on its id. */
export interface TopicRow {
  id: string;
  /** The roadmap that it came into the world with, and by which key. */
  roadmap_id: string;
  key: string;
  /** As it is called there, or was last. */
  title: string;
}

/** A topic in a roadmap: as it stands there, or stood last. */
export interface RoadmapTopicRow {
  topic_id: string;
  roadmap_id: string;
  key: string;
  title: string;
  position: number;
  /** The title of the topic or section that it stands in; null if that was not kept. */
  holder: string | null;
  /** The addresses of its links, as JSON; null if they were not kept. */
  links: string | null;
  /** Since when it is no longer in the roadmap, and since which version. Its progress and activity stay. */
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
  /** The progress that went along to other topics in it, as JSON. */
  carries: string;
  /** The numbers of the versions whose carries are in force in it, as JSON. */
  in_force: string;
  /** What nobody has answered yet of the match that led to it, as JSON. */
  questions: string;
  /** The version that it brings back. */
  restores: number | null;
  /** Null: the program itself, or somebody who is gone. */
  made_by: string | null;
  at: number;
}

/** What somebody has read in, until they say what becomes of it. */
export interface RoadmapImportRow {
  id: string;
  user_id: string;
  /** The guild that it is for; null: themselves. */
  guild_id: string | null;
  /** The roadmap that it becomes a version of; null: a new one. */
  target: string | null;
  /** The version of the bundled roadmap that it is, for a copy of that. */
  base_revision: number | null;
  source: string;
  /** How it is read, as JSON. */
  read_as: string;
  /** Where it was read from; null: a file, or what was typed. */
  link: string | null;
  /** What was said of topics of the version before, as JSON. */
  answers: string;
  /** Counts what was changed of all that, so that nobody applies what they do not see. */
  step: number;
  at: number;
}

/** Where a roadmap was read from. */
export interface RoadmapLinkRow {
  roadmap_id: string;
  link: string;
  /** Whether it is read again once a day: 0 or 1. */
  watched: number;
  /** When it was read last, or was to be. */
  read_at: number;
  /** A hash of the text that was taken over last, or was looked at and left. */
  seen: string;
  /** Another text that it has by now, and what links in that are resolved against. */
  found: string | null;
  base: string | null;
  /** Since when it cannot be read. */
  failing_since: number | null;
}

export type ProposalKind = 'topic' | 'link' | 'note';

/** What a member of a group proposes at a topic of its roadmap. */
export interface ProposalRow {
  id: string;
  guild_id: string;
  user_id: string;
  topic_id: string;
  kind: ProposalKind;
  text: string;
  at: number;
  /** 1: it was taken; null: nobody has said so yet. */
  accepted: Generated<number | null>;
  decided_at: Generated<number | null>;
  /** Since when its author knows. */
  told_at: Generated<number | null>;
}

/** A bot is not told whether somebody has Discord dark or light. */
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
  /** The role that posts ping, chosen by an organiser. */
  role_id: string | null;
  /** Of the pictures in posts. */
  theme: Theme;
  /** Whether the daily post takes turns among the roadmaps that the server follows. */
  daily_turns: number;
  created_at: number;
  /** Since when the bot is no longer there. */
  left_at: number | null;
}

/** When it was last asked who is still in the server: of no concern to whoever reads or changes a guild's settings. */
interface MembersChecked {
  members_checked_at: Generated<number | null>;
}

export interface MemberRow {
  user_id: string;
  /** Null: the guild's. */
  time_zone: string | null;
  /** The hour, 0 to 12, at which their day starts: what is studied earlier counts for the day before. */
  day_start: number;
  /** Null: as their Discord is set. */
  locale: string | null;
  /** What a group that they joined may see: whether they are on a topic or have done it, and their percentages. */
  show_topics: number;
  show_progress: number;
  /** The roadmap that they follow where no guild says which: in direct messages. */
  roadmap_id: string | null;
  created_at: number;
  /** A topic that is remembered less surely, in percent, counts as fading. */
  fading_below: number;
  /** Of the pictures that they are shown. */
  theme: Theme;
}

export interface MembershipRow {
  guild_id: string;
  user_id: string;
  joined_at: number;
  /** The names that they were last seen by there; null until they are. */
  display_name: string | null;
  username: string | null;
  /** Since when they are known to have left the server; null while they are there. */
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
  /** The version of a roadmap that brought it here from another topic, as `roadmap@number`; null if the member said so. */
  carried_in: string | null;
  /** What it replaced then, as JSON; null if there was nothing. */
  carried_over: string | null;
}

/**
 * Everything that a member did, about a topic each. Append-only: what is undone stays, and a row that says so (`undoes`)
 * is added.
 */
export interface ActivityRow {
  /** The interaction's id and a number: snowflakes, so ids sort by time. */
  id: string;
  /** The interaction that wrote it: its rows are undone together. */
  batch: string;
  user_id: string;
  guild_id: string | null;
  topic_id: string;
  action: Act | 'undo';
  at: number;
  /** The member's study day that it counted for then, `YYYY-MM-DD`; it stays so whatever their clock is set to later. */
  study_date: string;
  /** The progress row before, as JSON; null where there was none. What undo restores. */
  before: string | null;
  /** The batch that this row takes back. */
  undoes: string | null;
}

/** What was suggested to a member on a local date, so that the same day shows the same picks. */
export interface PickRow {
  user_id: string;
  roadmap_id: string;
  local_date: string;
  topic_id: string;
  position: number;
  reason: string;
  at: number;
  /** Since when it is swapped away. */
  swapped_at: number | null;
}

export type PauseReason = 'organiser' | 'channel-gone' | 'forbidden';

/** A scheduled post of a guild: when it runs next, or why it does not. */
export interface PostRow {
  guild_id: string;
  kind: PostKind;
  next_at: number | null;
  /** The local date that the next run is for. */
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
  /** What was chosen for it, as JSON, so that a second sending says the same. */
  content: string | null;
  /** Whether it pings the role that an organiser chose: not while another post has just done so. */
  pings: number;
}

/** What a member did to prove a topic by one method; there is one for each. */
export interface ProofRow {
  id: string;
  user_id: string;
  topic_id: string;
  method: Method;
  /** A repository or another place where the work stands. */
  url: string | null;
  /** A project's, out of the tool set. */
  language: string | null;
  /** Since when it counts: at once for a cheat code or a project, by others' word for an explanation or a thesis. */
  proven_at: number | null;
  /** 1: an imported file says so. It counts, and is no news. */
  proven_elsewhere: Generated<number>;
  created_at: number;
  updated_at: number;
}

/** Long work is kept in parts, each as long as one field of a form. */
export interface ProofPartRow {
  proof_id: string;
  /** Counted from 0. */
  position: number;
  text: string;
}

/** A guild that a proof was shared with, and the message that shows it there, if one does. */
export interface ProofShareRow {
  proof_id: string;
  guild_id: string;
  channel_id: string | null;
  message_id: string | null;
  /** Where it is talked about. */
  thread_id: string | null;
  shared_at: number;
  /** Whether the author is told of answers, when they last were, and when they are to be told of what came since. */
  tells: number;
  told_at: Generated<number | null>;
  tell_at: Generated<number | null>;
  /** Since when it is not shown any more: its post was deleted, or organisers took it down. */
  withdrawn_at: Generated<number | null>;
}

/** What a member reports to the organisers of a guild: work or an app. */
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

/** That organisers took down what a member showed; `told_at`: since when the member knows why. */
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

/** A member of a group whom an explanation was clear to. */
export interface ProofClearRow {
  proof_id: string;
  guild_id: string;
  user_id: string;
  at: number;
}

/** What a member of a group asks about an explanation. */
export interface ProofGapRow {
  id: string;
  proof_id: string;
  guild_id: string;
  user_id: string;
  text: string;
  /** The message that asks it in front of the group, if one does. */
  channel_id: string | null;
  message_id: string | null;
  asked_at: number;
  answered_at: number | null;
}

export type Verdict = 'accept' | 'work';

/** A reader of a thesis: since when they offered to read it, and their latest verdict and comment. */
export interface ProofReadingRow {
  proof_id: string;
  guild_id: string;
  user_id: string;
  offered_at: number | null;
  verdict: Verdict | null;
  comment: string | null;
  said_at: number | null;
  /** When they are to be reminded; null once that is done with. */
  remind_at: number | null;
  /** Since when the reminder may have been sent. */
  claimed_at: number | null;
}

/** An app of the showcase that some of a guild build. */
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
  /** Since when they are of the team; null: invited, and not confirmed by themselves. */
  joined_at: number | null;
  /** The proof that the submission wrote for them; null where they have one of their own. */
  proof_id: string | null;
}

/** What a team shows of its app. */
interface SubmissionRow {
  build_id: string;
  repository: string;
  live_url: string | null;
  /** What they would do differently: Markdown as it was written. */
  differently: string;
  submitted_at: number;
  updated_at: number;
}

/** Kept as bytes, as Discord's addresses of files expire. */
interface SubmissionPictureRow {
  build_id: string;
  type: PictureType;
  alt: string;
  at: number;
  bytes: Uint8Array;
}

/** The words of a proof, folded, as they are searched. */
export interface ProofWordsRow {
  number: Generated<number>;
  proof_id: string;
  title: string;
  body: string;
  /** The proof's `updated_at` when they were read. */
  written_at: number;
}

/** What FSRS keeps of a topic that a member reviews; made when it is first answered. Dates are study days of theirs. */
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

/** Append-only: what is taken back stays, and a row that says so (`undoes`) is added. */
export interface ReviewLogRow {
  /** The interaction's id. */
  id: string;
  user_id: string;
  topic_id: string;
  /** `proof`: work was written, which counts as a good review. */
  rating: Grade | 'later' | 'proof' | 'undo';
  at: number;
  /** The card before, as JSON; null where there was none. What undo restores. */
  before: string | null;
  undoes: string | null;
}

/** `dm`: to the member alone; `mention`: in the channel of a guild that they joined. */
export type ReminderWay = 'dm' | 'mention';
/** Why reminders have ended: the member muted them; their messages are closed; the channel is gone; they left. */
export type ReminderStop = 'muted' | 'refused' | 'channel' | 'left';

/** Who asked to be reminded to study. */
export interface ReminderRow {
  user_id: string;
  way: ReminderWay;
  /** For `mention`. */
  guild_id: string | null;
  /** Local, 0 to 23. */
  hour: number;
  /** IANA name: what counted for them when they asked; their own setting goes before it. */
  time_zone: string;
  /** Their Discord's, when they asked; their own setting goes before it. */
  locale: string;
  next_at: number | null;
  next_date: string | null;
  /** The local date of the last one, or the last date of a pause. */
  last_date: string | null;
  /** Of one that may be under way. */
  claim_id: string | null;
  claimed_at: number | null;
  channel_id: string | null;
  /** How often the one that is due was put off, and until when it is. */
  tries: number;
  retry_at: number | null;
  /** Since when direct messages are refused for a reason that may pass. */
  refused_since: number | null;
  stopped: ReminderStop | null;
}

/** The file of a proof. */
export interface ProofFileRow {
  proof_id: string;
  name: string;
  kind: FileKind;
  size: number;
  bytes: Uint8Array;
}

/** What somebody typed into a form and could not be taken, so that it comes back. */
export interface DraftRow {
  user_id: string;
  /** Which form, about what. */
  key: string;
  /** The form's values, as JSON. */
  fields: string;
  at: number;
}

/** What a member says of a stage that they declare they have reached. */
export interface StageNoteRow {
  user_id: string;
  topic_id: string;
  note: string;
  at: number;
}

/** A message with a picture that names a member. */
export interface NamedPictureRow {
  message_id: string;
  user_id: string;
  guild_id: string;
  channel_id: string;
  at: number;
}
