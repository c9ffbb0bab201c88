import { apply } from '../topics/actions.ts';
import type { Activity, Entry, Progress } from './progress.ts';

/** A topic that a member finished, and when (epoch milliseconds). */
export interface Finish {
  readonly userId: string;
  readonly topicId: string;
  readonly at: number;
}

/**
 * Members' progress as it was at an instant, worked out from the activity log. A topic that the log says nothing of
 * (it was ticked when its member joined) stands as it does today, from then on.
 * @param members their progress today
 * @param activity the log, oldest first
 * @param at epoch milliseconds; what was done at this instant or later is not yet done
 */
export function progressAt(
  members: ReadonlyMap<string, Progress>,
  activity: readonly Activity[],
  at: number,
): ReadonlyMap<string, Progress> {
  const everLogged = Map.groupBy(activity, ({ userId }) => userId);
  const logged = replay(activity, at);
  const then = new Map<string, Progress>();
  for (const [userId, progress] of members) {
    const inLog = new Set(everLogged.get(userId)?.map(({ topicId }) => topicId));
    const silent = [...progress].filter(([topicId, entry]) => !inLog.has(topicId) && entry.since < at);
    then.set(userId, new Map([...silent, ...(logged.get(userId) ?? [])]));
  }
  return then;
}

/** What was finished before an instant and still was at it, by the log; oldest first. */
export function finishesBefore(activity: readonly Activity[], at: number): readonly Finish[] {
  const finishes: Finish[] = [];
  for (const [userId, progress] of replay(activity, at)) {
    for (const [topicId, { state, since }] of progress) {
      if (state === 'done') finishes.push({ userId, topicId, at: since });
    }
  }
  return finishes.toSorted((a, b) => a.at - b.at);
}

function replay(activity: readonly Activity[], before: number): ReadonlyMap<string, Progress> {
  const members = new Map<string, Map<string, Entry>>();
  for (const { userId, topicId, action, at } of activity) {
    if (at >= before) break;
    const progress = members.get(userId) ?? new Map<string, Entry>();
    members.set(userId, progress);
    const entry = apply(progress.get(topicId), action, at);
    if (entry === null) progress.delete(topicId);
    else progress.set(topicId, entry);
  }
  return members;
}
