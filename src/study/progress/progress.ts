/** Where one member stands with one topic. A topic without an entry is `todo`. */
export const STATES = ['todo', 'doing', 'done', 'skipped'] as const;
export type State = (typeof STATES)[number];

export interface Entry {
  readonly state: State;
  /** Since when it is in this state; epoch milliseconds. */
  readonly since: number;
  /** The study day (`YYYY-MM-DD`) that `since` counted for. */
  readonly sinceDate: string;
  /** The topic is not suggested before this instant; epoch milliseconds. */
  readonly snoozedUntil: number | null;
}

/** How one member has marked the topics, by topic id. Parents are worked out from their children, never stored. */
export type Progress = ReadonlyMap<string, Entry>;

/** The actions that members can take on a topic. Each is one row of the activity log. */
export const ACTIONS = ['start', 'done', 'skip', 'pause', 'reset', 'snooze'] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Other acts of studying, each one row of the activity log: a review answered, a proof written, and about others'
 * work: found clear, asked about, read with a verdict.
 */
export const STUDY_ACTS = ['review', 'proof', 'clear', 'question', 'reading'] as const;
export type StudyAct = (typeof STUDY_ACTS)[number];

/**
 * Acts that are no study, each one row of the activity log: a review put off, a pick swapped for another, ticks of an
 * imported list taken over, own work shared or removed. They are logged so that undo does not reach past them to an
 * older act.
 */
export const OTHER_ACTS = ['later', 'swap', 'ticks', 'share', 'removal'] as const;
export type OtherAct = (typeof OTHER_ACTS)[number];

/** Every act in the activity log. Only the undoing of an act is recorded elsewhere. */
export type Act = Action | StudyAct | OtherAct;

/** The acts that change where topics stand. Ticks that are taken over are of study before Roadmate, so they count on no day. */
export const CHANGING_ACTS = [...ACTIONS, 'ticks'] as const satisfies readonly Act[];

/** The acts that undo can reverse completely. */
export const REVERSIBLE_ACTS = [
  ...CHANGING_ACTS,
  'review',
  'later',
  'swap',
] as const satisfies readonly Act[];
export type ReversibleAct = (typeof REVERSIBLE_ACTS)[number];
/** What undo can reverse. Study time that was added later is not in the activity log. */
export type UndoableAct = ReversibleAct | 'log';
/** The acts that undo cannot reverse: others may have read or answered the work, or it is deleted. */
export type LastingAct = Exclude<Act, ReversibleAct>;
export const LASTING_ACTS: readonly LastingAct[] = [
  'proof',
  'clear',
  'question',
  'reading',
  'share',
  'removal',
];

/** What members choose apart from topics: the activity log does not have it, and undo cannot reverse it. */
export const CHOICES = [
  'leave',
  'roadmaps',
  'settings',
  'pause',
  'goal',
  'board',
  'buddies',
  'memo',
  'skills',
] as const;
export type Choice = (typeof CHOICES)[number];

/** What undo cannot reverse, but names. `join`: a group was joined; `follow`: a roadmap was chosen beside others. */
export type StayingAct = LastingAct | 'join' | 'follow' | Choice;
/** Everything that can be the last thing that a member did. */
export type PastKind = UndoableAct | StayingAct;

/** The acts that make a day count as studied. Putting off, skipping and undoing do not. */
export const COUNTING_ACTS: readonly Act[] = ['start', 'done', ...STUDY_ACTS];

/** A row of the activity log that changed a topic and was not undone. */
export interface Activity {
  readonly userId: string;
  readonly topicId: string;
  readonly action: Action;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The study day that it counted for at that time, `YYYY-MM-DD`. */
  readonly date: string;
  /** The same for all rows of one act that changed several topics of a skill. */
  readonly deed?: string;
}
