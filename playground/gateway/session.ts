import type { WebSocket } from 'ws';

/** An event with its number in the session, as it was written when it happened. */
interface Dispatched {
  s: number;
  text: string;
}

/** How many events a session keeps for a client that comes back. */
const KEPT = 10_000;

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

/** Numbers an event, keeps it, and sends it if the client is there. */
export function dispatchTo(session: Session, event: string, data: unknown): void {
  session.sequence += 1;
  // Written now, as what is sent later must be what is true now.
  const text = JSON.stringify({ op: 0, t: event, s: session.sequence, d: data });
  session.events.push({ s: session.sequence, text });
  if (session.events.length > KEPT) session.events.shift();
  if (session.socket) session.send(text);
}

/** Sends again all that came after a number. False if the session no longer has it, or never got that far. */
export function replay(session: Session, after: number): boolean {
  const oldest = session.events[0]?.s ?? session.sequence + 1;
  if (after > session.sequence || after + 1 < oldest) return false;
  for (const event of session.events) if (event.s > after) session.send(event.text);
  return true;
}
