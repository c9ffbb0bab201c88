import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Moment } from '../../time/study-day.ts';
import type { Action, Entry, State } from '../progress/progress.ts';
import { leaves, type Standings } from './status.ts';

/**
 * The states in which an action changes a topic, and the new state. A done topic stays done until it is reset: neither
 * starting nor skipping removes a tick.
 */
const RULES: Readonly<Record<Exclude<Action, 'snooze'>, { from: readonly State[]; to: State }>> = {
  start: { from: ['todo', 'skipped'], to: 'doing' },
  done: { from: ['todo', 'doing', 'skipped'], to: 'done' },
  skip: { from: ['todo', 'doing'], to: 'skipped' },
  pause: { from: ['doing'], to: 'todo' },
  reset: { from: ['doing', 'done', 'skipped'], to: 'todo' },
};
/** Only open topics can be put off. Their state stays the same. */
const SNOOZED: readonly State[] = ['todo', 'doing'];

/**
 * The entry of a topic after an action. It is the same entry if the action changes nothing, and null if the topic is
 * as if never touched. A change of state ends a snooze, and so does an action that asks for the present state again.
 * @param now when the action happens
 * @param until the end of a snooze, epoch milliseconds; one that is not after `now` changes nothing
 */
export function apply(entry: Entry | undefined, action: Action, now: Moment, until?: number): Entry | null {
  const before = entry ?? newEntry('todo', now);
  if (action === 'snooze') {
    const isLater = until !== undefined && until > now.at && until !== before.snoozedUntil;
    return isLater && SNOOZED.includes(before.state) ? { ...before, snoozedUntil: until } : (entry ?? null);
  }
  const { from, to } = RULES[action];
  if (from.includes(before.state)) return to === 'todo' ? null : newEntry(to, now);
  if (to !== before.state || before.snoozedUntil === null) return entry ?? null;
  return to === 'todo' ? null : { ...before, snoozedUntil: null };
}

/** The entry of a topic that has been in a state since a moment. */
export function newEntry(state: State, { at, date }: Moment): Entry {
  return { state, since: at, sinceDate: date, snoozedUntil: null };
}

/**
 * Whether members tick a topic off themselves. A stage that is a track or a thesis follows from that track or thesis.
 */
export function isTickable(node: TopicNode): boolean {
  return node.topic.stage === null || node.topic.stage.kind === 'free';
}

/**
 * The leaves at or under a topic that an action would change. None for a stage that follows from something else.
 * Starting a parent starts only its first leaf that is to do, and nothing if one is in progress: whoever begins
 * everything at once begins nothing.
 */
export function affected(node: TopicNode, standings: Standings, action: Action): readonly TopicNode[] {
  if (!isTickable(node) && action !== 'snooze') return [];
  const under = leaves(node);
  const inState = (states: readonly State[]): readonly TopicNode[] =>
    under.filter((leaf) => states.includes(standings.get(leaf.id)?.state ?? 'todo'));

  if (action === 'snooze') return inState(SNOOZED);
  if (action !== 'start' || node.children.length === 0) return inState(RULES[action].from);
  return inState(['doing']).length > 0 ? [] : inState(['todo']).slice(0, 1);
}

/** The leaves that are ticked in the roadmap's own file. A part that the file leaves open is open under a tick as well. */
export function tickedInFile({ nodes }: Outline): readonly TopicNode[] {
  return nodes.filter(({ topic, children }) => children.length === 0 && topic.ticked);
}
