/** Where one member stands with one topic. A topic without an entry is `todo`. */
export const STATES = ['todo', 'doing', 'done', 'skipped'] as const;
export type State = (typeof STATES)[number];

export interface Entry {
  readonly state: State;
  /** Since when it is in this state; epoch milliseconds. */
  readonly since: number;
  /** Not to be suggested before this instant; epoch milliseconds. */
  readonly snoozedUntil: number | null;
}

/** What one member has said of the topics, by topic id. Parents are worked out from their children, never stored. */
export type Progress = ReadonlyMap<string, Entry>;

/** What members do to a topic; each is one row of the activity log. */
export const ACTIONS = ['start', 'done', 'skip', 'pause', 'reset', 'snooze'] as const;
export type Action = (typeof ACTIONS)[number];

/** One row of the activity log that still counts (what was undone is left out). */
export interface Activity {
  readonly userId: string;
  readonly topicId: string;
  readonly action: Action;
  /** Epoch milliseconds. */
  readonly at: number;
}
