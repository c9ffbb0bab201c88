import { HOUR, WEEK } from '../time/units.ts';

/** In a group of this size or smaller, one other member is enough. */
const SMALL_GROUP = 3;

/**
 * How many other members have to find an explanation clear, or accept a thesis, before it is proven.
 * @param groupSize how many have joined in the group, including the author
 */
export function voicesNeeded(groupSize: number): number {
  return groupSize <= SMALL_GROUP ? 1 : 2;
}

/** Whether so many others are enough in a group of this size. */
export function isEnough(voices: number, groupSize: number): boolean {
  return voices >= voicesNeeded(groupSize);
}

/** Why a person may not judge a piece of work: it is their own, or they do not study with the group. */
export type NoSay = 'author' | 'not-joined';

/**
 * Decides whether a person may find an explanation clear, ask about it, or read a thesis. Only other members who
 * study with the group may, so nobody clears their own explanation or accepts their own thesis.
 * @returns why they may not; null if they may
 */
export function noSay(
  { userId: authorId }: { readonly userId: string },
  { userId, hasJoined }: { readonly userId: string; readonly hasJoined: boolean },
): NoSay | null {
  if (userId === authorId) return 'author';
  return hasJoined ? null : 'not-joined';
}

/** A question about an explanation, with what the rules need to know. */
interface Asked {
  readonly askerId: string;
  readonly answeredAt: number | null;
}

/** How many open questions one person may have about an explanation, so that nobody buries its author in them. */
export const MOST_OPEN_QUESTIONS = 10;

/** Whether a person may ask another question about an explanation that has these questions. */
export function mayAskMore(questions: readonly Asked[], userId: string): boolean {
  const open = questions.filter((asked) => asked.askerId === userId && asked.answeredAt === null);
  return open.length < MOST_OPEN_QUESTIONS;
}

/** Whether a person may mark a question as answered or open again. Only the person who asked it may. */
export function maySettle({ askerId }: Asked, userId: string): boolean {
  return askerId === userId;
}

/**
 * When the author of shared work is notified of an answer: at once, or an hour after the last notification.
 * @param toldAt when they were last notified; null if never
 * @param now epoch ms, as `toldAt`
 * @returns epoch ms
 */
export function nextNotification(toldAt: number | null, now: number): number {
  // If the clock was set back, `toldAt` lies ahead. The author is then notified now.
  return toldAt === null || toldAt > now ? now : Math.max(now, toldAt + HOUR);
}

/** When a person who offered to read a thesis is reminded if they have not commented by then. Both in epoch ms. */
export function remindAt(offeredAt: number): number {
  return offeredAt + WEEK;
}
