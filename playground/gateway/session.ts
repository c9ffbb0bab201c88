import { randomBytes } from 'node:crypto';

import type { WebSocket } from 'ws';

import type { SessionStartLimit } from '../state/world.ts';

/** An event with its number in the session. The text is written when the event happens. */
interface Dispatched {
  s: number;
  text: string;
}

/** How many events a session keeps for a client that resumes. */
const KEPT = 10_000;
/** How long a session can be resumed after its client has left, in real milliseconds. */
const RESUMABLE = 120_000;

/**
 * A session of a shard. It outlives its connection, so that RESUME can replay the events that the client has missed.
 */
export interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shardCount: number;
  readonly intents: number;
  /** The number of the latest event. */
  sequence: number;
  readonly events: Dispatched[];
  socket: WebSocket | null;
  /** The real time at which its connection ended; null while it has one. */
  leftAt: number | null;
  send: (text: string) => void;
}

export interface SessionLimits {
  /** Privileged intents that the application has been granted (bits). */
  privilegedIntents: number;
  /** How many sessions may begin in 24 hours. */
  sessionsPerDay: number;
  /** Shards begin one after the other if their numbers have the same remainder by this. */
  maxConcurrency: number;
  /**
   * How long the next such shard waits, in real milliseconds. Discord's figure is 5000; the default is 0, because tests
   * would have to wait.
   */
  identifyEvery: number;
}

export interface Sessions {
  readonly limits: SessionLimits;
  all(): Iterable<Session>;
  get(id: string): Session | undefined;
  /**
   * Begins a session. An older session of the same shard stays, and both get the events. The result is undefined if too
   * many have begun.
   */
  begin(fields: Pick<Session, 'shard' | 'shardCount' | 'intents' | 'send' | 'socket'>): Session | undefined;
  end(session: Session): void;
  startLimit(): SessionStartLimit;
}

/** Makes an empty list of sessions. */
export function makeSessions(limits: SessionLimits): Sessions {
  const sessions = new Map<string, Session>();
  let begun = 0;
  /** The time at which a shard of each remainder last began. */
  const latest = new Map<number, number>();
  return {
    limits,
    all: () => sessions.values(),
    get: (id) => sessions.get(id),
    begin(fields) {
      const now = performance.now();
      const turn = fields.shard % limits.maxConcurrency;
      const isTooSoon = now - (latest.get(turn) ?? -Infinity) < limits.identifyEvery;
      if (isTooSoon || begun >= limits.sessionsPerDay) return undefined;
      begun += 1;
      latest.set(turn, now);
      for (const old of sessions.values()) {
        if (old.leftAt !== null && now - old.leftAt > RESUMABLE) sessions.delete(old.id);
      }
      const session: Session = {
        ...fields,
        id: randomBytes(16).toString('hex'),
        sequence: 0,
        events: [],
        leftAt: null,
      };
      sessions.set(session.id, session);
      return session;
    },
    end: (session) => sessions.delete(session.id),
    startLimit: () => ({
      total: limits.sessionsPerDay,
      remaining: Math.max(0, limits.sessionsPerDay - begun),
      reset_after: 24 * 60 * 60_000,
      max_concurrency: limits.maxConcurrency,
    }),
  };
}

/** Numbers an event, keeps it, and sends it if the client is connected. */
export function dispatchTo(session: Session, event: string, data: unknown): void {
  session.sequence += 1;
  // The text is written now, because a client that resumes later must get the event as it was.
  const text = JSON.stringify({ op: 0, t: event, s: session.sequence, d: data });
  session.events.push({ s: session.sequence, text });
  if (session.events.length > KEPT) session.events.shift();
  if (session.socket) session.send(text);
}

/** Sends all events after this number again. The result is false if the session no longer has them. */
export function replay(session: Session, after: number): boolean {
  const oldest = session.events[0]?.s ?? session.sequence + 1;
  if (after + 1 < oldest) return false;
  for (const event of session.events) if (event.s > after) session.send(event.text);
  return true;
}
