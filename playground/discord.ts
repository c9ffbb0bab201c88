import { createServer } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

import { GatewayCloseCodes } from 'discord-api-types/v10';

import { makeClock, type Clock } from './clock.ts';
import type { PlaygroundEvent, RefusalRecord, RequestRecord } from './feed.ts';
import { startGateway, type Gateway, type GatewayOptions } from './gateway/gateway.ts';
import { Answer } from './people/answer.ts';
import { ChannelHandle } from './people/channel.ts';
import type { Surroundings } from './people/how.ts';
import { Person } from './people/person.ts';
import { GuildHandle } from './people/place.ts';
import { answerFile } from './rest/cdn.ts';
import { makeFaults, type Faults } from './rest/faults.ts';
import { makeLimits, type Limits } from './rest/limits.ts';
import { makeDesk } from './rest/desk.ts';
import { answerRequest } from './rest/server.ts';
import { archiveIfIdle } from './state/archive.ts';
import { createGuild, leaveGuild } from './state/guilds.ts';
import { deliver, expire } from './state/interactions.ts';
import type { CommandJson } from './state/json.ts';
import { createUser } from './state/people.ts';
import { bits, type PermissionName } from './state/permissions.ts';
import { empty, makeWorld } from './state/make-world.ts';
import type { World } from './state/world.ts';
import { ownPath } from './rest/own-path.ts';

export interface LocalDiscordOptions {
  /** The clock for ids, the ages of tokens and nonces. Without it, a clock runs with real time. */
  clock?: Clock;
  /** The bot's token. Without it, a text of the form of a token is used. */
  token?: string;
  /** The port on 127.0.0.1. Without it, a free port is used. */
  port?: number;
  /** The bot's name. */
  name?: string;
  /** Real milliseconds within which a first response must come (Discord: 3000). */
  answerWithin?: number;
  /** Real milliseconds for which a person waits for a deferred answer; 4000 by default. */
  finishWithin?: number;
  /** How many shards `/gateway/bot` recommends; one for each thousand servers by default. */
  recommendedShards?: number;
  /**
   * Whether requests over Discord's rate limits are refused. Off by default, because the client would then wait in real
   * time.
   */
  rateLimits?: boolean;
  gateway?: Partial<GatewayOptions>;
}

/**
 * A private Discord on loopback for an unmodified discord.js client. A test or the page arranges its people and
 * servers.
 */
export interface LocalDiscord {
  /** The address that the bot is given as Discord's. */
  readonly api: string;
  readonly cdn: string;
  /** The bot's present token. */
  readonly token: string;
  /**
   * Makes a new token, as on the page "Bot" of an application. The old token is refused everywhere, and its sessions
   * end.
   */
  resetToken(): void;
  readonly applicationId: string;
  readonly botId: string;
  readonly clock: Clock;
  readonly guilds: GuildHandle[];
  /** The global commands that the bot has registered. */
  readonly commands: CommandJson[];
  readonly faults: Faults;
  readonly limits: Limits;
  /** Closes, reconnects and voids sessions. */
  readonly gateway: Gateway;
  /** Every request of the bot, in the order of the answers. */
  readonly requests: readonly RequestRecord[];
  /** This server's own answers that break Discord's description. There should be none. */
  readonly faultsOfOurs: readonly string[];
  addGuild(fields: {
    name: string;
    locale?: string;
    /** The owner's name. */
    owner?: string;
    /** The names of its text channels; one, `general`, by default. */
    channels?: string[];
    /** Whether the bot is a member; true by default. */
    bot?: boolean;
    botPermissions?: PermissionName[];
  }): GuildHandle;
  /** A person who is in no server yet. */
  addPerson(fields: { name: string; locale?: string }): Person;
  /** A channel, thread or private conversation by its id. */
  channel(id: string): ChannelHandle;
  /** Somebody who was added before. */
  person(id: string): Person;
  /** Everything that exists in this Discord. The page shows and keeps it. */
  readonly world: World;
  /** Delivers an interaction once more, with the same id and token; resolves when the bot has fallen silent. */
  replay(answer: Answer): Promise<void>;
  /**
   * Ends the time for a first response at once, for all interactions that have none yet.
   * @returns how many were waiting for one
   */
  expire(): number;
  /** Resolves when the bot has read everything that it was sent, makes no request, and has nothing under way. */
  quiet(): Promise<void>;
  /**
   * Makes `quiet` wait for work that only the bot knows about, such as a database query.
   * @param finished resolves when no such work is left
   * @returns a function that ends this
   */
  alsoAwait(finished: () => Promise<void>): () => void;
  /** The bot's requests that were refused since this was last asked. A test that expects some takes them. */
  takeRefusals(): RefusalRecord[];
  on(event: 'event', listener: (event: PlaygroundEvent) => void): () => void;
  /** The requests of the bot that were refused and not taken, and this server's own faults; a line each. */
  complaints(): readonly string[];
  /**
   * Empties it: the bot leaves every server, and only its account and its commands remain.
   * @param instant to which the clock is set
   */
  clear(instant: number | string): Promise<void>;
  /**
   * Ends it.
   * @throws Error if requests of the bot were refused and not taken, or if an answer of this server broke Discord's
   * description
   */
  stop(): Promise<void>;
}

/** The longest wait for a request that is under way, in real milliseconds. */
const LONGEST_REQUEST = 30_000;

/** Starts a local Discord on 127.0.0.1. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const clock = options.clock ?? makeClock();
  const world = makeWorld(clock, options);
  const desk = makeDesk(world, makeFaults(), makeLimits(options.rateLimits ?? false));
  const server = createServer((request, response) => {
    const pathname = ownPath(request, world.origin);
    if (pathname === null) {
      response.writeHead(403, { 'Content-Type': 'text/plain' }).end('Only for bots on this machine.');
      return;
    }
    const work = pathname.startsWith('/cdn/')
      ? answerFile(world, pathname.slice('/cdn/'.length), response)
      : answerRequest(desk, request, response);
    work.catch((error: unknown) => {
      // If a request breaks off half-way, the client has ended. That is no fault of this server.
      if (request.complete) desk.ownFaults.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  world.origin = `http://127.0.0.1:${address.port}`;
  const gateway = startGateway(world, server, {
    heartbeatInterval: 41_250,
    privilegedIntents: 0,
    sessionsPerDay: 1000,
    maxConcurrency: 16,
    identifyEvery: 0,
    ...options.gateway,
  });
  world.dispatch = gateway.dispatch;
  world.sessionStartLimit = gateway.sessionStartLimit;

  // When the clock moves, idle threads are archived.
  const unlisten = clock.onChange(() => {
    for (const channel of world.channels.values()) archiveIfIdle(world, channel);
  });

  const awaited = new Set<() => Promise<void>>();
  const quiet = async (): Promise<void> => {
    let seen = -1;
    while (desk.underWay > 0 || seen !== desk.requests.length) {
      await world.feed.until(() => (desk.underWay === 0 ? true : undefined), LONGEST_REQUEST);
      seen = desk.requests.length;
      // Two rounds are needed, because the client takes turns of the event loop to handle an event that it has read.
      for (let round = 0; round < 2; round += 1) {
        await gateway.roundTrip();
        await turn();
        await Promise.all([...awaited].map((finished) => finished()));
      }
    }
  };
  const around: Surroundings = {
    world,
    patience: { answerWithin: world.answerWithin, finishWithin: options.finishWithin ?? 4000 },
    quiet,
  };

  const complaints = (): readonly string[] => [
    ...desk.refused.map((refusal) => `Refused: ${describe(refusal)}`),
    ...desk.ownFaults.map((fault) => `Fault of the local Discord: ${fault}`),
  ];

  return {
    api: `${world.origin}/api`,
    cdn: `${world.origin}/cdn`,
    get token() {
      return world.token;
    },
    resetToken() {
      world.token = `${world.token}-reset`;
      gateway.close(GatewayCloseCodes.AuthenticationFailed);
    },
    applicationId: world.application.id,
    botId: world.bot.json.id,
    clock,
    get guilds() {
      return [...world.guilds.values()].map((guild) => new GuildHandle(around, guild));
    },
    get commands() {
      return [...world.commands.values()].filter((command) => command.guild_id === undefined);
    },
    faults: desk.faults,
    limits: desk.limits,
    gateway,
    requests: desk.requests,
    faultsOfOurs: desk.ownFaults,
    addGuild: ({
      name,
      locale = 'en-US',
      owner = `Owner of ${name}`,
      channels = ['general'],
      bot = true,
      botPermissions,
    }) =>
      new GuildHandle(
        around,
        createGuild(world, {
          name,
          locale,
          owner,
          channels,
          hasBot: bot,
          ...(botPermissions ? { botPermissions: bits(botPermissions) } : {}),
        }),
      ),
    addPerson: ({ name, locale = 'en-US' }) => new Person(around, createUser(world, name, locale)),
    channel(id) {
      const channel = world.channels.get(id);
      if (!channel) throw new Error(`There is no channel ${id}.`);
      return new ChannelHandle(around, channel);
    },
    person(id) {
      const user = world.users.get(id);
      if (!user) throw new Error(`There is nobody with the id ${id}.`);
      return new Person(around, user);
    },
    world,
    async replay(answer) {
      deliver(world, answer.interaction);
      await quiet();
    },
    expire: () => [...world.interactions.values()].filter((interaction) => expire(world, interaction)).length,
    quiet,
    alsoAwait(finished) {
      awaited.add(finished);
      return () => awaited.delete(finished);
    },
    takeRefusals: () => desk.refused.splice(0),
    on: (_event, listener) => world.feed.listen(listener),
    complaints,
    async clear(instant) {
      for (const guild of world.guilds.values()) if (guild.hasBot) leaveGuild(world, guild);
      await quiet();
      empty(world);
      desk.requests.length = 0;
      clock.set(instant);
      world.ids.rewind();
    },
    async stop() {
      unlisten();
      await gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      const left = complaints();
      if (left.length > 0) throw new Error(left.join('\n'));
    },
  };
}

function describe({ method, path, status, code, message, rule, errors }: RefusalRecord): string {
  const shown = path.replace(/^(\/(?:webhooks|interactions)\/\d+\/)[^/]+/, '$1...');
  const detail = errors === undefined ? '' : ` ${JSON.stringify(errors)}`;
  return `${method} ${shown} -> ${status} ${code} ${message} (${rule})${detail}`;
}
