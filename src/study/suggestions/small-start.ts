import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { dayNumber } from '../../time/study-day.ts';
import type { Progress } from '../progress/progress.ts';
import { smallTopic, startable } from './small-topic.ts';
import { type Suggestion, whyNext } from './suggest.ts';
import { standings } from '../topics/status.ts';

/** Who has not studied for more than so many days comes back from a break. */
const BREAK_DAYS = 7;
/** The most minutes of a topic that is called small. */
const SMALL = 30;

/**
 * The topic with which a day begins for somebody new, and for somebody who comes back from a break. Both have yet to
 * see that they can do it. Three topics of two hours make the day easy to put off; one that is done in a sitting is a
 * success, after which the next one is begun more easily. Somebody is new until they have begun or finished a topic;
 * they were offered the same small topic when they joined.
 * @param input.lastStudied the last day on which they studied, `YYYY-MM-DD`; null if there is none
 * @param input.today their study day, `YYYY-MM-DD`
 * @param input.now epoch milliseconds
 * @returns null for everybody else, and, after a break, if no topic is known to be that short
 */
export function smallStart(input: {
  readonly outline: Outline;
  readonly progress: Progress;
  readonly lastStudied: string | null;
  readonly today: string;
  readonly now: number;
}): Suggestion | null {
  const { outline, progress, lastStudied, today, now } = input;
  const isNew = progress.values().every(({ state }) => state !== 'doing' && state !== 'done');
  const near = smallTopic(outline, progress, now);
  if (isNew && near !== null)
    return { node: near, reason: whyNext(outline, standings(outline, progress), near) };
  if (!isBack(lastStudied, today)) return null;
  const node = near !== null && isSmall(near) ? near : startable(outline, progress, now).find(isSmall);
  return node === undefined ? null : { node, reason: { kind: 'small-start' } };
}

/**
 * Whether somebody comes back from a break.
 * @param lastStudied the last day on which they studied, `YYYY-MM-DD`; null if there is none
 * @param today their study day, `YYYY-MM-DD`
 */
export function isBack(lastStudied: string | null, today: string): boolean {
  return lastStudied !== null && dayNumber(today) - dayNumber(lastStudied) > BREAK_DAYS;
}

function isSmall({ topic: { minutes } }: TopicNode): boolean {
  return minutes !== null && minutes <= SMALL;
}
