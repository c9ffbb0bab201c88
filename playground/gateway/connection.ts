import { constants, createDeflate, deflateSync } from 'node:zlib';

import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

import type { World } from '../state/world.ts';
import { guildsOf, sendBeginning, sendMembers } from './events.ts';
import { readPayload, type Identify, type Resume } from './payloads.ts';
import { dispatchTo, replay, type Session, type Sessions } from './session.ts';

/** A client's connection, and the session that it has begun or resumed. */
export interface Connection {
  readonly socket: WebSocket;
  session: Session | null;
  /** The real times of what the client sent in the last minute. */
  sent: number[];
  /** Called at the client's next heartbeat, with the number of the last event that it has read. */
  readonly onBeat: ((sequence: number) => void)[];
  /** Sends a text, plain or compressed, as the client chose when it connected or identified. */
  write: (text: string) => void;
}

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
/** Bits 0 to 25 are intents, apart from those that Discord does not use. */
const ALL_INTENTS = 0b11_0011_0001_1111_1111_1111_1111;
const SENDS_PER_MINUTE = 120;
const LARGEST_PAYLOAD = 4096;
const GUILDS_PER_SHARD = 2500;

/**
 * The ways to write: plain; each text compressed by itself (IDENTIFY's `compress`); all texts as one stream that is
 * flushed after each (`compress=zlib-stream`).
 */
export const writers = {
  plain: (socket: WebSocket) => (text: string) => socket.send(text),
  deflated: (socket: WebSocket) => (text: string) => socket.send(deflateSync(text)),
  stream(socket: WebSocket) {
    const deflate = createDeflate();
    const made: Buffer[] = [];
    deflate.on('data', (part: Buffer) => made.push(part));
    return (text: string): void => {
      deflate.write(text);
      deflate.flush(constants.Z_SYNC_FLUSH, () => socket.send(Buffer.concat(made.splice(0))));
    };
  },
} as const;

/** Sends a payload to a client. */
export function send(connection: Connection, payload: unknown): void {
  connection.write(JSON.stringify(payload));
}

/** Handles what a client sent, or closes with Discord's code for the client's mistake. */
export function receive(world: World, sessions: Sessions, connection: Connection, data: Buffer): void {
  const { socket } = connection;
  const now = performance.now();
  connection.sent = connection.sent.filter((at) => now - at < 60_000);
  // A heartbeat that the server asked for does not count towards the limit.
  if (connection.onBeat.length === 0) connection.sent.push(now);
  if (connection.sent.length > SENDS_PER_MINUTE) return socket.close(Close.RateLimited, 'Rate limited.');
  const payload = data.byteLength > LARGEST_PAYLOAD ? 'not decoded' : readPayload(data);
  if (payload === 'not decoded') return socket.close(Close.DecodeError, 'Error while decoding payload.');
  if (payload === 'unknown opcode') return socket.close(Close.UnknownOpcode, 'Unknown opcode.');
  if (payload.op === Op.Heartbeat) {
    send(connection, { op: Op.HeartbeatAck });
    for (const beat of connection.onBeat.splice(0)) beat(payload.d ?? 0);
    return undefined;
  }
  if (payload.op === Op.Identify || payload.op === Op.Resume) {
    if (connection.session) return socket.close(Close.AlreadyAuthenticated, 'Already authenticated.');
    if (payload.d.token.replace(/^Bot /, '') !== world.token) {
      return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
    }
    return payload.op === Op.Identify
      ? identify(world, sessions, connection, payload.d)
      : resume(world, sessions, connection, payload.d);
  }
  if (!connection.session) return socket.close(Close.NotAuthenticated, 'Not authenticated.');
  if (payload.op === Op.RequestGuildMembers) sendMembers(world, connection.session, payload.d);
  return undefined;
}

function identify(world: World, sessions: Sessions, connection: Connection, d: Identify): void {
  const { socket } = connection;
  const [shard, shardCount] = d.shard ?? [0, 1];
  if (d.compress) connection.write = writers.deflated(socket);
  if (shard < 0 || shard >= shardCount) return socket.close(Close.InvalidShard, 'Invalid shard');
  if ((d.intents & ~ALL_INTENTS) !== 0) return socket.close(Close.InvalidIntents, 'Invalid intent(s).');
  if ((d.intents & PRIVILEGED & ~sessions.limits.privilegedIntents) !== 0) {
    return socket.close(Close.DisallowedIntents, 'Disallowed intent(s).');
  }
  if (guildsOf(world, shard, shardCount).length > GUILDS_PER_SHARD) {
    return socket.close(Close.ShardingRequired, 'Sharding required.');
  }
  const session = sessions.begin({
    shard,
    shardCount,
    intents: d.intents,
    send: (text) => connection.write(text),
    socket,
  });
  if (!session) {
    world.feed.emit({ kind: 'gateway', change: 'too early', detail: `shard ${shard} of ${shardCount}` });
    return send(connection, { op: Op.InvalidSession, d: false });
  }
  connection.session = session;
  world.feed.emit({ kind: 'gateway', change: 'identified', detail: `shard ${shard} of ${shardCount}` });
  sendBeginning(world, session);
  return undefined;
}

function resume(world: World, sessions: Sessions, connection: Connection, d: Resume): void {
  const { socket } = connection;
  const session = sessions.get(d.session_id);
  if (!session) return send(connection, { op: Op.InvalidSession, d: false });
  if (d.seq > session.sequence) {
    sessions.end(session);
    return socket.close(Close.InvalidSeq, 'Invalid seq');
  }
  session.socket?.close(Close.SessionTimedOut, 'Session resumed elsewhere.');
  session.socket = socket;
  session.leftAt = null;
  session.send = (text) => connection.write(text);
  connection.session = session;
  if (!replay(session, d.seq)) {
    connection.session = null;
    sessions.end(session);
    return send(connection, { op: Op.InvalidSession, d: false });
  }
  dispatchTo(session, 'RESUMED', { _trace: ['local-discord'] });
  world.feed.emit({ kind: 'gateway', change: 'resumed', detail: `shard ${session.shard} from ${d.seq}` });
  return undefined;
}
