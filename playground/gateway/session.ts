import { randomBytes } from 'node:crypto';

import { GatewayCloseCodes as Close } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

import type { SessionStartLimit } from '../state/world.ts';

/** An event with its number in the session, as it was written when it happened. */
interface Dispatched {
  s: number;
  text: string;
}

/** How many events a session keeps for a client that comes back. */
const KEPT = 10_000;
/** In how many real milliseconds only so many sessions may begin. */
const CONCURRENCY_WINDOW = 5_000;

/** A session of one shard: it outlives its connection, so that RESUME can replay what the client has not seen. */
export interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shardCount: number;
  readonly intents: number;
  /** The number of the latest event. */
  sequence: number;
  readonly events: Dispatched[];
  socket: WebSocket | null;
  send: (text: string) => void;
}

export interface SessionLimits {
  /** Privileged intents that the application has been granted (bits). */
  privilegedIntents: number;
  /** How many sessions may begin in 24 hours, and within five seconds. */
  sessionsPerDay: number;
  maxConcurrency: number;
}

export interface Sessions {
  readonly limits: SessionLimits;
  all(): Iterable<Session>;
  get(id: string): Session | undefined;
  /** Begins a session, and ends the shard's older one. Undefined if too many have begun. */
  begin(fields: Pick<Session, 'shard' | 'shardCount' | 'intents' | 'send' | 'socket'>): Session | undefined;
  end(session: Session): void;
  startLimit(): SessionStartLimit;
}

export function makeSessions(limits: SessionLimits): Sessions {
  const sessions = new Map<string, Session>();
  const begun: number[] = [];
  return {
    limits,
    all: () => sessions.values(),
    get: (id) => sessions.get(id),
    begin(fields) {
      const now = performance.now();
      const recent = begun.filter((at) => now - at < CONCURRENCY_WINDOW).length;
      if (recent >= limits.maxConcurrency || begun.length >= limits.sessionsPerDay) return undefined;
      begun.push(now);
      for (const old of sessions.values()) {
        if (old.shard !== fields.shard || old.shardCount !== fields.shardCount) continue;
        sessions.delete(old.id);
        old.socket?.close(Close.SessionTimedOut, 'Session superseded.');
      }
      const session: Session = { ...fields, id: randomBytes(16).toString('hex'), sequence: 0, events: [] };
      sessions.set(session.id, session);
      return session;
    },
    end: (session) => sessions.delete(session.id),
    startLimit: () => ({
      total: limits.sessionsPerDay,
      remaining: Math.max(0, limits.sessionsPerDay - begun.length),
      reset_after: 24 * 60 * 60_000,
      max_concurrency: limits.maxConcurrency,
    }),
  };
}

/** Numbers an event, keeps it, and sends it if the client is there. */
export function dispatchTo(session: Session, event: string, data: unknown): void {
  session.sequence += 1;
  // Written now, as what is sent later must be what is true now.
  const text = JSON.stringify({ op: 0, t: event, s: session.sequence, d: data });
  session.events.push({ s: session.sequence, text });
  if (session.events.length > KEPT) session.events.shift();
  if (session.socket) session.send(text);
}

/** Sends again all that came after a number. False if the session no longer has it. */
export function replay(session: Session, after: number): boolean {
  const oldest = session.events[0]?.s ?? session.sequence + 1;
  if (after + 1 < oldest) return false;
  for (const event of session.events) if (event.s > after) session.send(event.text);
  return true;
}
