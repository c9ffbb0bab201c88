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
import { createGuild } from './state/guilds.ts';
import { deliver, expire } from './state/interactions.ts';
import type { CommandJson } from './state/json.ts';
import { createUser } from './state/people.ts';
import { bits, type PermissionName } from './state/permissions.ts';
import { makeWorld } from './state/make-world.ts';
import type { World } from './state/world.ts';
import { ownPath } from './rest/own-path.ts';

export interface LocalDiscordOptions {
  /** By what the ids, the ages of tokens and nonces go. A clock that runs with real time unless given. */
  clock?: Clock;
  /** The bot's token; what a token looks like unless given. */
  token?: string;
  /** The port on 127.0.0.1; a free one unless given. */
  port?: number;
  /** The bot's name. */
  name?: string;
  /** Real milliseconds within which a first response must come (Discord: 3000). */
  answerWithin?: number;
  /** Real milliseconds for which a person waits for what was deferred; 4000 unless given. */
  finishWithin?: number;
  /** How many shards `/gateway/bot` recommends; one for each thousand servers unless given. */
  recommendedShards?: number;
  /** Whether requests over Discord's rate limits are refused. Off unless told so, since the client then waits in real time. */
  rateLimits?: boolean;
  gateway?: Partial<GatewayOptions>;
}

/** A Discord of one's own on loopback, for an unmodified discord.js client; people and servers are arranged by the test or the page. */
export interface LocalDiscord {
  /** What the bot is given as Discord's address. */
  readonly api: string;
  readonly cdn: string;
  /** The bot's token, as it is now. */
  readonly token: string;
  /** Makes another token, as on the page "Bot" of an application: the former one is refused everywhere, and its sessions end. */
  resetToken(): void;
  readonly applicationId: string;
  readonly botId: string;
  readonly clock: Clock;
  readonly guilds: GuildHandle[];
  /** The global commands that the bot has registered. */
  readonly commands: CommandJson[];
  readonly faults: Faults;
  readonly limits: Limits;
  /** Closing, reconnecting and voiding sessions at will. */
  readonly gateway: Gateway;
  /** Every request of the bot, in the order of the answers. */
  readonly requests: readonly RequestRecord[];
  /** Answers of this server's own that break Discord's description; it should be empty. */
  readonly faultsOfOurs: readonly string[];
  addGuild(fields: {
    name: string;
    locale?: string;
    /** The owner's name. */
    owner?: string;
    /** The names of its text channels; one, `general`, unless given. */
    channels?: string[];
    /** Whether the bot is a member; yes unless told otherwise. */
    bot?: boolean;
    botPermissions?: PermissionName[];
  }): GuildHandle;
  /** A person who is in no server yet. */
  addPerson(fields: { name: string; locale?: string }): Person;
  /** A channel, thread or private conversation by its id. */
  channel(id: string): ChannelHandle;
  /** Somebody who was added before. */
  person(id: string): Person;
  /** Everything that is there, for the page, which shows and keeps it. */
  readonly world: World;
  /** Delivers an interaction once more, with the same id and token; resolves when the bot has fallen silent. */
  replay(answer: Answer): Promise<void>;
  /**
   * Lets the time for a first response pass at once for everything that has none yet.
   * @returns how many were waiting for one
   */
  expire(): number;
  /** Resolves when the bot has read all that it was sent, and neither asks for anything nor has anything under way. */
  quiet(): Promise<void>;
  /**
   * Has `quiet` wait for what the bot alone knows to be under way, such as a question to its database.
   * @param finished resolves when nothing of that is left
   * @returns ends that
   */
  alsoAwait(finished: () => Promise<void>): () => void;
  /** The bot's requests that were refused since this was last asked. A test that expects some takes them. */
  takeRefusals(): RefusalRecord[];
  on(event: 'event', listener: (event: PlaygroundEvent) => void): () => void;
  /** Ends it. Throws if requests of the bot were refused and not taken, or an answer of its own broke Discord's description. */
  stop(): Promise<void>;
}

/** For how long a request under way is waited for, real milliseconds. */
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
      // A request that breaks off half-way is the client's end, not a fault of this server.
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

  // As the clock moves, threads in which nothing is said archive themselves.
  const unlisten = clock.onChange(() => {
    for (const channel of world.channels.values()) archiveIfIdle(world, channel);
  });

  const awaited = new Set<() => Promise<void>>();
  const quiet = async (): Promise<void> => {
    let seen = -1;
    while (desk.underWay > 0 || seen !== desk.requests.length) {
      await world.feed.until(() => (desk.underWay === 0 ? true : undefined), LONGEST_REQUEST);
      seen = desk.requests.length;
      // Two rounds, as what the client does about an event it has read takes turns of its own.
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
    async stop() {
      unlisten();
      await gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      const complaints = [
        ...desk.refused.map((refusal) => `Refused: ${describe(refusal)}`),
        ...desk.ownFaults.map((fault) => `Fault of the local Discord: ${fault}`),
      ];
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    },
  };
}

function describe({ method, path, status, code, message, rule, errors }: RefusalRecord): string {
  const shown = path.replace(/^(\/(?:webhooks|interactions)\/\d+\/)[^/]+/, '$1...');
  const detail = errors === undefined ? '' : ` ${JSON.stringify(errors)}`;
  return `${method} ${shown} -> ${status} ${code} ${message} (${rule})${detail}`;
}
