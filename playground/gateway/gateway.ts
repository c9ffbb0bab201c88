import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { deflateSync } from 'node:zlib';

import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';

import { guildCreate } from '../state/guilds.ts';
import type { Dispatch, SessionStartLimit, World } from '../state/world.ts';
import { dispatchTo, replay, type Session } from './session.ts';

export interface GatewayOptions {
  /** How often the client is told to beat; milliseconds. */
  heartbeatInterval: number;
  /** Privileged intents that the application has been granted (bits). */
  privilegedIntents: number;
  /** How many sessions may begin in 24 hours, and within five seconds. */
  sessionsPerDay: number;
  maxConcurrency: number;
}

export interface Gateway {
  readonly dispatch: Dispatch;
  readonly sessionStartLimit: () => SessionStartLimit;
  /** Tells connected clients to come back (op 7), and resume. */
  askToReconnect(): void;
  /** Tells connected clients that their session is void (op 9); they may resume it or must begin anew. */
  invalidate(mayResume: boolean): void;
  /** Closes the connections with a code; the sessions stay unless the code ends them. */
  close(code: number): void;
  /** Breaks the connections without a word. */
  drop(): void;
  /** Asks each connected client for a heartbeat and resolves when all have given it: they have read all that was sent before. */
  roundTrip(): Promise<void>;
  readonly connected: number;
  stop(): Promise<void>;
}

interface Connection {
  socket: WebSocket;
  session: Session | null;
  sent: number[];
  /** Called at the client's next heartbeat. */
  onBeat: (() => void)[];
  /** Sends a text as it is. */
  write: (text: string) => void;
  send: (payload: unknown) => void;
}

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const ALL_INTENTS = 0b11_0011_0111_1111_1111_1111_1111;
const SENDS_PER_MINUTE = 120;
const LARGEST_PAYLOAD = 4096;
const GUILDS_PER_SHARD = 2500;

/** The Gateway: sessions, heartbeats, resuming, and the events of the world. */
export function startGateway(world: World, server: Server, options: GatewayOptions): Gateway {
  const sessions = new Map<string, Session>();
  const connections = new Set<Connection>();
  const begun: number[] = [];
  const sockets = new WebSocketServer({ noServer: true });
  const tell = (change: 'identified' | 'resumed' | 'closed', detail: string): void =>
    world.feed.emit({ kind: 'gateway', change, detail });

  const sessionStartLimit = (): SessionStartLimit => ({
    total: options.sessionsPerDay,
    remaining: Math.max(0, options.sessionsPerDay - begun.length),
    reset_after: 24 * 60 * 60_000,
    max_concurrency: options.maxConcurrency,
  });

  const dispatch: Dispatch = (event, data, { guildId, intents = 0 }) => {
    for (const session of sessions.values()) {
      if (shardOf(guildId, session.shardCount) !== session.shard) continue;
      if (intents !== 0 && (session.intents & intents) === 0) continue;
      dispatchTo(session, event, withoutContent(world, session, event, data));
    }
    world.feed.emit({ kind: 'gateway', change: 'dispatched', detail: event });
  };

  function identify(connection: Connection, d: IdentifyData): void {
    const { socket } = connection;
    if (d.token.replace(/^Bot /, '') !== world.token)
      return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
    const [shard, shardCount] = d.shard ?? [0, 1];
    if (shard < 0 || shard >= shardCount) return socket.close(Close.InvalidShard, 'Invalid shard');
    if ((d.intents & ~ALL_INTENTS) !== 0) return socket.close(Close.InvalidIntents, 'Invalid intent(s).');
    if ((d.intents & PRIVILEGED & ~options.privilegedIntents) !== 0) {
      return socket.close(Close.DisallowedIntents, 'Disallowed intent(s).');
    }
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.hasBot && shardOf(guild.id, shardCount) === shard,
    );
    if (guilds.length > GUILDS_PER_SHARD) return socket.close(Close.ShardingRequired, 'Sharding required.');
    const now = performance.now();
    const recent = begun.filter((at) => now - at < 5_000).length;
    if (recent >= options.maxConcurrency || begun.length >= options.sessionsPerDay) {
      return connection.send({ op: Op.InvalidSession, d: false });
    }
    begun.push(now);
    // A shard that identifies anew ends its older session.
    for (const old of sessions.values()) {
      if (old.shard !== shard || old.shardCount !== shardCount) continue;
      sessions.delete(old.id);
      old.socket?.close(Close.SessionTimedOut, 'Session superseded.');
    }
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      shard,
      shardCount,
      intents: d.intents,
      sequence: 0,
      events: [],
      socket,
      send: connection.write,
    };
    sessions.set(session.id, session);
    connection.session = session;
    dispatchTo(session, 'READY', {
      v: 10,
      user: { ...world.bot.json, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `${world.origin.replace('http', 'ws')}/gateway/resume`,
      shard: [shard, shardCount],
      application: { id: world.application.id, flags: 0 },
      private_channels: [],
      presences: [],
      relationships: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      _trace: ['local-discord'],
    });
    tell('identified', `shard ${shard} of ${shardCount}`);
    if ((d.intents & 1) === 0) return undefined;
    for (const guild of guilds) {
      if (guild.unavailable) dispatchTo(session, 'GUILD_DELETE', { id: guild.id, unavailable: true });
      else dispatchTo(session, 'GUILD_CREATE', guildCreate(world, guild));
    }
    return undefined;
  }

  function resume(connection: Connection, d: ResumeData): void {
    const { socket } = connection;
    if (d.token.replace(/^Bot /, '') !== world.token)
      return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
    const session = sessions.get(d.session_id);
    if (!session) return connection.send({ op: Op.InvalidSession, d: false });
    if (d.seq > session.sequence) {
      sessions.delete(session.id);
      return socket.close(Close.InvalidSeq, 'Invalid seq');
    }
    session.socket?.close(Close.SessionTimedOut, 'Session resumed elsewhere.');
    session.socket = socket;
    session.send = connection.write;
    connection.session = session;
    if (!replay(session, d.seq)) {
      sessions.delete(session.id);
      return connection.send({ op: Op.InvalidSession, d: false });
    }
    dispatchTo(session, 'RESUMED', { _trace: ['local-discord'] });
    tell('resumed', `shard ${session.shard} from ${d.seq}`);
    return undefined;
  }

  function receive(connection: Connection, data: Buffer): void {
    const { socket } = connection;
    const now = performance.now();
    connection.sent = connection.sent.filter((at) => now - at < 60_000);
    connection.sent.push(now);
    if (connection.sent.length > SENDS_PER_MINUTE) return socket.close(Close.RateLimited, 'Rate limited.');
    if (data.byteLength > LARGEST_PAYLOAD) return socket.close(Close.DecodeError, 'Payload too large.');
    const payload = parse(data);
    if (!payload) return socket.close(Close.DecodeError, 'Error while decoding payload.');
    switch (payload.op) {
      case Op.Heartbeat:
        connection.send({ op: Op.HeartbeatAck });
        for (const beat of connection.onBeat.splice(0)) beat();
        return undefined;
      case Op.Identify:
        if (connection.session) return socket.close(Close.AlreadyAuthenticated, 'Already authenticated.');
        return identify(connection, payload.d as IdentifyData);
      case Op.Resume:
        if (connection.session) return socket.close(Close.AlreadyAuthenticated, 'Already authenticated.');
        return resume(connection, payload.d as ResumeData);
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
        if (!connection.session) return socket.close(Close.NotAuthenticated, 'Not authenticated.');
        if (payload.op === Op.RequestGuildMembers)
          sendMembers(world, connection.session, payload.d as MembersQuery);
        return undefined;
      default:
        return socket.close(Close.UnknownOpcode, 'Unknown opcode.');
    }
  }

  server.on('upgrade', (request, stream, head) => {
    const url = new URL(request.url ?? '/', world.origin);
    if (!url.pathname.startsWith('/gateway')) {
      stream.destroy();
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      accept(socket, request, url);
    });
  });

  function accept(socket: WebSocket, _request: IncomingMessage, url: URL): void {
    let compress = false;
    const connection: Connection = {
      socket,
      session: null,
      sent: [],
      onBeat: [],
      write: (text) => socket.send(compress ? deflateSync(text) : text),
      send: (payload) => connection.write(JSON.stringify(payload)),
    };
    connections.add(connection);
    socket.on('message', (data: Buffer) => {
      const asked = parse(data);
      if (asked?.op === Op.Identify) compress = (asked.d as IdentifyData).compress === true;
      receive(connection, data);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      connections.delete(connection);
      for (const beat of connection.onBeat.splice(0)) beat();
      const { session } = connection;
      if (session?.socket !== socket) return;
      session.socket = null;
      // A client that closes with 1000 or 1001 says that it is done with the session.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
      tell('closed', `shard ${session.shard}, code ${code}`);
    });
    if (url.searchParams.get('v') !== '10')
      return socket.close(Close.InvalidAPIVersion, 'Invalid API version.');
    if ((url.searchParams.get('encoding') ?? 'json') !== 'json' || url.searchParams.has('compress')) {
      // Only JSON is spoken here; a client that asks for more would read noise.
      return socket.close(
        Close.DecodeError,
        'Only encoding=json without transport compression is spoken here.',
      );
    }
    connection.send({
      op: Op.Hello,
      d: { heartbeat_interval: options.heartbeatInterval, _trace: ['local-discord'] },
    });
    return undefined;
  }

  const each = (act: (connection: Connection) => void): void => {
    for (const connection of connections) act(connection);
  };
  return {
    dispatch,
    sessionStartLimit,
    askToReconnect: () => each((connection) => connection.send({ op: Op.Reconnect, d: null })),
    invalidate(mayResume) {
      each((connection) => {
        if (!mayResume && connection.session) sessions.delete(connection.session.id);
        else if (connection.session) connection.session.socket = null;
        connection.session = null;
        connection.send({ op: Op.InvalidSession, d: mayResume });
      });
    },
    close: (code) => each((connection) => connection.socket.close(code)),
    drop: () => each((connection) => connection.socket.terminate()),
    async roundTrip() {
      const beats = [...connections]
        .filter((connection) => connection.session !== null)
        .map(
          async (connection) =>
            new Promise<void>((resolve) => {
              connection.onBeat.push(resolve);
              connection.send({ op: Op.Heartbeat, d: null });
            }),
        );
      await Promise.all(beats);
    },
    get connected() {
      return [...connections].filter((connection) => connection.session !== null).length;
    },
    async stop() {
      each((connection) => connection.socket.terminate());
      sessions.clear();
      await new Promise<void>((resolve) => {
        sockets.close(() => resolve());
      });
    },
  };
}

interface IdentifyData {
  token: string;
  intents: number;
  shard?: [number, number];
  compress?: boolean;
}

interface ResumeData {
  token: string;
  session_id: string;
  seq: number;
}

interface MembersQuery {
  guild_id: string;
  user_ids?: string | string[];
  query?: string;
  limit?: number;
  nonce?: string;
}

function parse(data: Buffer): { op: number; d: unknown } | undefined {
  try {
    const payload: unknown = JSON.parse(data.toString('utf8'));
    return typeof payload === 'object' &&
      payload !== null &&
      'op' in payload &&
      typeof payload.op === 'number'
      ? { op: payload.op, d: 'd' in payload ? payload.d : null }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Discord's rule: a server belongs to the shard of its id's instant; what is of no server is of shard 0. */
function shardOf(guildId: string | null, shardCount: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}

/** Without the intent MESSAGE_CONTENT a bot reads only its own messages, those to it, and those that mention it. */
function withoutContent(world: World, session: Session, event: string, data: unknown): unknown {
  if (!event.startsWith('MESSAGE_') || event === 'MESSAGE_DELETE' || (session.intents & (1 << 15)) !== 0)
    return data;
  const message = data as { author: { id: string }; mentions: { id: string }[]; guild_id?: string };
  const bot = world.bot.json.id;
  const isKnown =
    message.guild_id === undefined ||
    message.author.id === bot ||
    message.mentions.some((user) => user.id === bot);
  return isKnown ? data : { ...message, content: '', embeds: [], attachments: [], components: [] };
}

/** Answers a request for members: those named by id, or whose name begins so. */
function sendMembers(world: World, session: Session, asked: MembersQuery): void {
  const guild = world.guilds.get(asked.guild_id);
  if (!guild?.hasBot) return;
  const ids = asked.user_ids === undefined ? null : [asked.user_ids].flat();
  const sought = (asked.query ?? '').toLowerCase();
  const members = [...guild.members.values()].filter((member) =>
    ids ? ids.includes(member.user.id) : sought !== '' && member.user.username.startsWith(sought),
  );
  dispatchTo(session, 'GUILD_MEMBERS_CHUNK', {
    guild_id: guild.id,
    members: members.slice(0, asked.limit || 100),
    chunk_index: 0,
    chunk_count: 1,
    ...(ids ? { not_found: ids.filter((id) => !guild.members.has(id)) } : {}),
    ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
  });
}
