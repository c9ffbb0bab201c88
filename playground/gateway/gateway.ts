import type { Server } from 'node:http';

import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';

import { ownPath } from '../rest/own-path.ts';
import type { Dispatch, SessionStartLimit, World } from '../state/world.ts';
import { receive, send, writers, type Connection } from './connection.ts';
import { asSeenBy, shardOf } from './events.ts';
import { dispatchTo, makeSessions, type SessionLimits } from './session.ts';

export interface GatewayOptions extends SessionLimits {
  /** How often the client must send a heartbeat, in milliseconds. */
  heartbeatInterval: number;
}

export interface Gateway {
  readonly dispatch: Dispatch;
  readonly sessionStartLimit: () => SessionStartLimit;
  /** How many clients are connected and have a session. */
  readonly connected: number;
  /** Tells the clients to reconnect (op 7) and resume. Without a shard, this and the following concern all clients. */
  askToReconnect(shard?: number): void;
  /** Tells the clients that their session is invalid (op 9). They may resume it, or must begin a new one. */
  invalidate(mayResume: boolean, shard?: number): void;
  /** Closes the connections with this code. Some codes end the session for good, so that it cannot be resumed. */
  close(code: number, shard?: number): void;
  /** Breaks the connections without a close frame. */
  drop(shard?: number): void;
  /** Sends the clients this text, even if it is no payload. Use `dispatch` for events. */
  say(text: string, shard?: number): void;
  /**
   * Asks each client for a heartbeat and resolves when all have answered. They have then read everything that was sent
   * before.
   */
  roundTrip(): Promise<void>;
  stop(): Promise<void>;
}

/** Resolves when a client has read everything that it was sent, or is gone. */
async function hasRead(connection: Connection): Promise<void> {
  const sent = connection.session?.sequence ?? 0;
  // The first heartbeat may be one that the client sends by itself. Then the second one is the answer.
  if ((await askForBeat(connection)) < sent) await askForBeat(connection);
}

/** Resolves at the client's next heartbeat, with the number of the last event that it had read. */
function askForBeat(connection: Connection): Promise<number> {
  return new Promise((resolve) => {
    connection.onBeat.push(resolve);
    send(connection, { op: Op.Heartbeat, d: null });
  });
}

/** After a close with one of these codes, a client cannot resume. */
const ENDS_THE_SESSION: ReadonlySet<number> = new Set([
  Close.NotAuthenticated,
  Close.AuthenticationFailed,
  Close.InvalidSeq,
  Close.SessionTimedOut,
  Close.InvalidShard,
  Close.ShardingRequired,
  Close.InvalidAPIVersion,
  Close.InvalidIntents,
  Close.DisallowedIntents,
]);

/** Sessions, heartbeats, resuming, and the events of the world, at `/gateway` of the server. */
export function startGateway(world: World, server: Server, options: GatewayOptions): Gateway {
  const sessions = makeSessions(options);
  const connections = new Set<Connection>();
  const sockets = new WebSocketServer({ noServer: true });
  const identified = (shard?: number): Connection[] =>
    [...connections].filter(
      ({ session }) => session !== null && (shard === undefined || session.shard === shard),
    );

  server.on('upgrade', (request, stream, head) => {
    if (ownPath(request, world.origin)?.startsWith('/gateway') !== true) {
      stream.destroy();
      return;
    }
    const { searchParams } = new URL(request.url ?? '/', world.origin);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      accept(socket, searchParams);
    });
  });

  function accept(socket: WebSocket, asked: URLSearchParams): void {
    const compress = asked.get('compress');
    const write = compress === 'zlib-stream' ? writers.stream(socket) : writers.plain(socket);
    const connection: Connection = { socket, session: null, sent: [], onBeat: [], write };
    connections.add(connection);
    socket.on('message', (data: Buffer) => receive(world, sessions, connection, data));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      connections.delete(connection);
      for (const beat of connection.onBeat.splice(0)) beat(Infinity);
      const { session } = connection;
      if (session?.socket !== socket) return;
      session.socket = null;
      session.leftAt = performance.now();
      // A client that closes with 1000 or 1001 has finished with the session.
      if (code === 1000 || code === 1001) sessions.end(session);
      world.feed.emit({ kind: 'gateway', change: 'closed', detail: `shard ${session.shard}, code ${code}` });
    });
    if (asked.get('v') !== '10') return socket.close(Close.InvalidAPIVersion, 'Invalid API version.');
    if ((asked.get('encoding') ?? 'json') !== 'json' || (compress !== null && compress !== 'zlib-stream')) {
      return socket.close(Close.DecodeError, 'Here JSON is spoken, plain or as a zlib stream.');
    }
    const heartbeat_interval = options.heartbeatInterval;
    send(connection, { op: Op.Hello, d: { heartbeat_interval, _trace: ['local-discord'] } });
    return undefined;
  }

  return {
    dispatch(event, data, { guildId, intents = 0 }) {
      for (const session of sessions.all()) {
        if (shardOf(guildId, session.shardCount) !== session.shard) continue;
        if (intents !== 0 && (session.intents & intents) === 0) continue;
        dispatchTo(session, event, asSeenBy(world, session, event, data));
      }
      world.feed.emit({ kind: 'gateway', change: 'dispatched', detail: event });
    },
    sessionStartLimit: () => sessions.startLimit(),
    get connected() {
      return identified().length;
    },
    askToReconnect(shard) {
      for (const connection of identified(shard)) send(connection, { op: Op.Reconnect, d: null });
    },
    invalidate(mayResume, shard) {
      for (const connection of identified(shard)) {
        const { session } = connection;
        if (session && !mayResume) sessions.end(session);
        if (session) Object.assign(session, { socket: null, leftAt: performance.now() });
        connection.session = null;
        send(connection, { op: Op.InvalidSession, d: mayResume });
      }
    },
    close(code, shard) {
      for (const { session, socket } of identified(shard)) {
        if (session && ENDS_THE_SESSION.has(code)) sessions.end(session);
        socket.close(code);
      }
    },
    drop(shard) {
      for (const connection of identified(shard)) connection.socket.terminate();
    },
    say(text, shard) {
      for (const connection of identified(shard)) connection.write(text);
    },
    async roundTrip() {
      await Promise.all(identified().map(hasRead));
    },
    async stop() {
      for (const connection of connections) connection.socket.terminate();
      await new Promise<void>((resolve) => {
        sockets.close(() => resolve());
      });
    },
  };
}
