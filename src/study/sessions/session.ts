import type { Span } from '../../time/study-day.ts';
import type { Plan } from './plan.ts';

/** `alone`: one's own; `together`: in a session of a group; `logged`: added afterwards, for study elsewhere. */
export type SessionKind = 'alone' | 'together' | 'logged';

/** A stretch of study of one member. Instants are in epoch milliseconds. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  /** Where it was begun; null in direct messages. */
  readonly guildId: string | null;
  readonly topicId: string | null;
  readonly kind: SessionKind;
  /** The session of a group that it is a part of, with its plan. */
  readonly group: { readonly id: string; readonly plan: Plan } | null;
  readonly startedAt: number;
  /** When it ends unless the member ends it before. */
  readonly endsAt: number;
  /** When the member ended it; null if they have not. */
  readonly endedAt: number | null;
  /** The study day (`YYYY-MM-DD`) of its start on the member's clock of then, and when that day ended. */
  readonly date: string;
  readonly dayEndsAt: number;
  /** For `logged`: the study day on which it was added. */
  readonly loggedOn: string | null;
  /** Whether the member wants to be mentioned when the next phase begins. */
  readonly calls: boolean;
}

/** When a session ended, or will end. Nothing has to happen at the end of its plan, so a restart changes nothing. */
export function endOf({ startedAt, endsAt, endedAt }: Session): number {
  return Math.max(startedAt, Math.min(endsAt, endedAt ?? endsAt));
}

/** Whether a session goes on at an instant. */
export function isOpen(session: Session, now: number): boolean {
  return session.kind !== 'logged' && session.endedAt === null && now < session.endsAt;
}

/** How long a session was planned, in whole minutes. */
export function plannedMinutes({ startedAt, endsAt }: Session): number {
  return Math.round((endsAt - startedAt) / 60_000);
}

/** The times of several spans without what lies outside of another. */
export function within(spans: readonly Span[], { from, to }: Span): readonly Span[] {
  return spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to);
}
