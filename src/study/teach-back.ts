/** A group this small cannot spare two for each piece of work. */
const SMALL_GROUP = 3;

/**
 * How many others have to find an explanation clear, or accept a thesis, before it counts.
 * @param groupSize how many have joined in the group, the author among them
 */
export function voicesNeeded(groupSize: number): number {
  return groupSize <= SMALL_GROUP ? 1 : 2;
}

/** Whether so many others are enough for a group of this size. */
export function isEnough(voices: number, groupSize: number): boolean {
  return voices >= voicesNeeded(groupSize);
}

/** Why a person has no say in a piece of work: it is their own, or they do not study with the group. */
export type NoSay = 'author' | 'not-joined';

/**
 * Whether a person may find an explanation clear, ask about it, or read a thesis: only others have a say in somebody's
 * work, and only those who study with the group. So nobody clears their own explanation or accepts their own thesis.
 * @returns why they may not; null if they may
 */
export function noSay(
  { userId: authorId }: { readonly userId: string },
  { userId, hasJoined }: { readonly userId: string; readonly hasJoined: boolean },
): NoSay | null {
  if (userId === authorId) return 'author';
  return hasJoined ? null : 'not-joined';
}

/** A question about an explanation, as far as rules look at it. */
interface Asked {
  readonly askerId: string;
  readonly answeredAt: number | null;
}

/** More open questions about an explanation than its author can keep in mind. */
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

const WEEK = 7 * 24 * 60 * 60_000;

const HOUR = 60 * 60_000;

/**
 * When the author of shared work is told of an answer: at once, or an hour after they were last told of one.
 * @param toldAt when that was; epoch ms, as `now`; null if never
 */
export function nextTelling(toldAt: number | null, now: number): number {
  // A clock that was set back does not keep it from them.
  return toldAt === null || toldAt > now ? now : Math.max(now, toldAt + HOUR);
}

/** When a person who offered to read a thesis is reminded, once, if they have not commented by then; both epoch ms. */
export function remindAt(offeredAt: number): number {
  return offeredAt + WEEK;
}
