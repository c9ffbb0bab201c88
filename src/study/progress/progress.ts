/** Where one member stands with one topic. A topic without an entry is `todo`. */
export const STATES = ['todo', 'doing', 'done', 'skipped'] as const;
export type State = (typeof STATES)[number];

export interface Entry {
  readonly state: State;
  /** Since when it is in this state; epoch milliseconds. */
  readonly since: number;
  /** The study day (`YYYY-MM-DD`) that `since` counted for. */
  readonly sinceDate: string;
  /** Not to be suggested before this instant; epoch milliseconds. */
  readonly snoozedUntil: number | null;
}

/** How one member has marked the topics, by topic id. Parents are worked out from their children, never stored. */
export type Progress = ReadonlyMap<string, Entry>;

/** What members do to a topic; each is one row of the activity log. */
export const ACTIONS = ['start', 'done', 'skip', 'pause', 'reset', 'snooze'] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * What is studied beside that, about a topic; each is one row of the activity log, too: a review answered, a proof
 * written, and of others' work: found clear, asked about, read with a verdict.
 */
export const STUDY_ACTS = ['review', 'proof', 'clear', 'question', 'reading'] as const;
export type StudyAct = (typeof STUDY_ACTS)[number];

/**
 * What members do about a topic that is no study; each is one row of the activity log, so that undo does not reach over it:
 * a review put off, a pick swapped for another, one's own work shared or removed.
 */
export const OTHER_ACTS = ['later', 'swap', 'share', 'removal'] as const;
export type OtherAct = (typeof OTHER_ACTS)[number];

/** Everything that the activity log knows, besides that something was undone. */
export type Act = Action | StudyAct | OtherAct;

/** What can be taken back as it was. */
export const REVERSIBLE_ACTS = [...ACTIONS, 'review', 'later', 'swap'] as const satisfies readonly Act[];
export type ReversibleAct = (typeof REVERSIBLE_ACTS)[number];
/** What cannot: it was written for others to read, who may have answered it, or it is gone. */
export type LastingAct = Exclude<Act, ReversibleAct>;
export const LASTING_ACTS: readonly LastingAct[] = [
  'proof',
  'clear',
  'question',
  'reading',
  'share',
  'removal',
];

/** What makes a day count as studied. Putting off, skipping and undoing do not. */
export const COUNTING_ACTS: readonly Act[] = ['start', 'done', ...STUDY_ACTS];

/** A row of the activity log by which a topic changed, and which still counts (what was undone is left out). */
export interface Activity {
  readonly userId: string;
  readonly topicId: string;
  readonly action: Action;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The study day that it counted for then, `YYYY-MM-DD`. */
  readonly date: string;
}
