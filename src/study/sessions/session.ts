import type { Span } from '../../time/study-day.ts';
import type { Plan } from './plan.ts';
import { MINUTE } from '../../time/units.ts';

/**
 * `alone`: a member's own; `together`: with a group; `logged`: added later, for study elsewhere; `room`: time in a study
 * room, written when it has ended.
 */
export type SessionKind = 'alone' | 'together' | 'logged' | 'room';

/** A time in which a member studies. Instants are in epoch milliseconds. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  /** Where it began; null in direct messages. */
  readonly guildId: string | null;
  readonly topicId: string | null;
  readonly kind: SessionKind;
  /** The group session that it belongs to, with its plan. Null if it belongs to none. */
  readonly group: { readonly id: string; readonly plan: Plan } | null;
  readonly startedAt: number;
  /** When it ends if the member does not end it before. */
  readonly endsAt: number;
  /** When the member ended it. Null if they did not. */
  readonly endedAt: number | null;
  /** The study day (`YYYY-MM-DD`) of its start by the member's clock at that time, and when that day ended. */
  readonly date: string;
  readonly dayEndsAt: number;
  /** For `logged`: the study day on which it was added. */
  readonly loggedOn: string | null;
  /** Whether the member wants to be pinged when the next phase begins. */
  readonly calls: boolean;
}

/** When a session ended or will end. Nothing has to happen at that time, so it is also right after a restart. */
export function endOf({ startedAt, endsAt, endedAt }: Session): number {
  return Math.max(startedAt, Math.min(endsAt, endedAt ?? endsAt));
}

/** Whether a session is still going on at an instant. */
export function isOpen(session: Session, now: number): boolean {
  return session.kind !== 'logged' && session.endedAt === null && now < session.endsAt;
}

/** How long a session was planned, in whole minutes. */
export function plannedMinutes({ startedAt, endsAt }: Session): number {
  return Math.round((endsAt - startedAt) / MINUTE);
}

/** The parts of several spans that lie within another span. */
export function within(spans: readonly Span[], { from, to }: Span): readonly Span[] {
  return spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to);
}

/**
 * A session with those that it went on from: each ended at the instant at which the next one began, on the same topic. A
 * member who presses *Go on* before the end has studied in one stretch.
 */
export function stretchOf(sessions: readonly Session[], last: Session): readonly Session[] {
  const before = sessions.find(
    ({ startedAt, endedAt, topicId, kind }) =>
      startedAt < last.startedAt &&
      endedAt === last.startedAt &&
      kind === last.kind &&
      topicId === last.topicId,
  );
  return before === undefined ? [last] : [...stretchOf(sessions, before), last];
}
