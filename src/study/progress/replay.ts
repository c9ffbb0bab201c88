import { apply } from '../topics/actions.ts';
import type { Moment } from '../../time/study-day.ts';
import type { Activity, Entry, Progress } from './progress.ts';

/** A topic that a member finished. */
export interface Finish extends Moment {
  readonly userId: string;
  readonly topicId: string;
}

/**
 * One member's progress at the beginning of a day, computed from the activity log. A topic without entries in the log (it
 * was ticked in the roadmap's file when the member joined) counts as it is today.
 * @param progress their progress today
 * @param activity their log, oldest first
 * @param date `YYYY-MM-DD`; the log's entries for this study day and later ones are left out
 */
export function progressAt(progress: Progress, activity: readonly Activity[], date: string): Progress {
  const inLog = new Set(activity.map(({ topicId }) => topicId));
  const silent = [...progress].filter(([topicId, entry]) => !inLog.has(topicId) && entry.sinceDate < date);
  return new Map([...silent, ...[...replay(activity, date).values()].flatMap((logged) => [...logged])]);
}

/**
 * The topics that were finished before a day (`YYYY-MM-DD`) and were still finished when it began, by the log, oldest
 * first.
 */
export function finishesBefore(activity: readonly Activity[], date: string): readonly Finish[] {
  const finishes: Finish[] = [];
  for (const [userId, progress] of replay(activity, date)) {
    for (const [topicId, { state, since, sinceDate }] of progress) {
      if (state === 'done') finishes.push({ userId, topicId, at: since, date: sinceDate });
    }
  }
  return finishes.toSorted((a, b) => a.at - b.at);
}

function replay(activity: readonly Activity[], before: string): ReadonlyMap<string, Progress> {
  const members = new Map<string, Map<string, Entry>>();
  for (const { userId, topicId, action, at, date } of activity) {
    // A study day can come after a later one, because members travel. So the log is only in the order of instants.
    if (date >= before) continue;
    const progress = members.get(userId) ?? new Map<string, Entry>();
    members.set(userId, progress);
    const entry = apply(progress.get(topicId), action, { at, date });
    if (entry === null) progress.delete(topicId);
    else progress.set(topicId, entry);
  }
  return members;
}
