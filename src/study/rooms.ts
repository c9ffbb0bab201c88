import type { Span } from '../time/study-day.ts';
import { MINUTE } from '../time/units.ts';

/** What presence in a study room has to be like to count, in milliseconds. */
export const ROOM_RULES = {
  /** A shorter stay does not count. */
  shortest: 5 * MINUTE,
  /** Who is deafened for longer does not count for that time. */
  deaf: 5 * MINUTE,
  /** Who gives no sign for longer counts no further: has changed nothing in Discord's voice bar, pressed no button. */
  withoutSign: 4 * 60 * MINUTE,
  /** A day has at most so much. */
  aDay: 10 * 60 * MINUTE,
  /** Presence goes on over a gap of the connection of at most this. */
  gap: 10 * MINUTE,
  /** What Discord told within this time is taken for the present state. */
  fresh: 2 * MINUTE,
} as const;

/** A member's stay in a study room, since they came until now. Instants are in epoch milliseconds. */
export interface Stay {
  readonly channelId: string;
  /** Discord's id of their voice connection. */
  readonly voiceId: string;
  readonly since: number;
  /** Until when it is known that they were there. */
  readonly seenAt: number;
  /** When they last did anything. */
  readonly signAt: number;
  /** Since when they hear nothing; null if they hear. */
  readonly deafSince: number | null;
  /** Since when their time counts; null while it does not. */
  readonly countsSince: number | null;
}

/** A member's voice state, as Discord tells it, and what is around them. */
export interface Around {
  readonly deaf: boolean;
  /** Whether they only listen to a stage. */
  readonly suppressed: boolean;
  /** Whether the channel is a study room now, and not the server's channel for people who are away. */
  readonly isRoom: boolean;
  /** Whether anybody else is there, apart from bots. */
  readonly hasCompany: boolean;
  /** Whether they are in a session of `/focus`. Then they may be alone. */
  readonly isFocusing: boolean;
  /** How much more of the day may count, in milliseconds, without the time that counts now. */
  readonly left: number;
}

/** A stay after a look at it, and the time that has ended to count, if any. */
export interface Looked {
  readonly stay: Stay;
  readonly counted: Span | null;
}

/** The stay of a member who has just come. */
export function arrive(channelId: string, voiceId: string, now: number): Stay {
  return {
    channelId,
    voiceId,
    since: now,
    seenAt: now,
    signAt: now,
    deafSince: null,
    countsSince: null,
  };
}

/**
 * Looks at a stay at an instant, when something has changed around it, and once a minute. Time counts while the member
 * is in a study room, has heard anything in the last five minutes, is not alone or is in a session of `/focus`, and gave
 * a sign in the last four hours; at most ten hours a day.
 * @param at epoch ms
 * @param hasSign whether the member themselves has just done something
 */
export function look(stay: Stay, around: Around, at: number, hasSign = false): Looked {
  // A tick that is late may look after something newer is known.
  const now = Math.max(at, stay.seenAt);
  const deafSince = around.deaf ? (stay.deafSince ?? now) : null;
  const signAt = hasSign ? now : stay.signAt;
  const next: Stay = { ...stay, seenAt: now, signAt, deafSince };
  const may =
    around.isRoom &&
    !around.suppressed &&
    (around.hasCompany || around.isFocusing) &&
    around.left > 0 &&
    now < signAt + ROOM_RULES.withoutSign &&
    (deafSince === null || now - deafSince < ROOM_RULES.deaf);
  if (stay.countsSince === null) return { stay: { ...next, countsSince: may ? now : null }, counted: null };
  const end = endOfCounting(stay, stay.countsSince, around.left, now);
  if (may && end >= now) return { stay: next, counted: null };
  return {
    stay: { ...next, countsSince: may ? now : null },
    counted: span(stay, stay.countsSince, end),
  };
}

/** The time that still counts of a stay that is over: the member has left, or nobody knows whether they are there. */
export function leave(stay: Stay, left: number, now: number): Span | null {
  if (stay.countsSince === null) return null;
  const known = now - stay.seenAt <= ROOM_RULES.fresh ? now : stay.seenAt;
  return span(stay, stay.countsSince, endOfCounting(stay, stay.countsSince, left, known));
}

/** Whether a stay is the same as before the connection to Discord was lost. */
export function goesOn(stay: Stay, channelId: string, voiceId: string, now: number): boolean {
  return stay.channelId === channelId && stay.voiceId === voiceId && now - stay.seenAt <= ROOM_RULES.gap;
}

/** When the time stops to count by the rules that follow from the clock alone, at most `now`. */
function endOfCounting(stay: Stay, countsSince: number, left: number, now: number): number {
  const isDeafened = stay.deafSince !== null && now - stay.deafSince >= ROOM_RULES.deaf;
  return Math.min(
    now,
    stay.signAt + ROOM_RULES.withoutSign,
    countsSince + Math.max(0, left),
    isDeafened ? (stay.deafSince ?? now) : now,
  );
}

function span(stay: Stay, from: number, to: number): Span | null {
  return to > from && to - stay.since >= ROOM_RULES.shortest ? { from, to } : null;
}
