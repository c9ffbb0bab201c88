import { type Client, Events, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { commands, postButtons } from '../commands/index.ts';
import type { App } from './app.ts';
import { makeClient } from './discord/client.ts';
import { surviveBadPackets, watchConnection } from './discord/connection.ts';
import { isTokenRefused, loggable, TokenRefused } from './discord/discord-error.ts';
import { dispatch, firstOf, type Handlers, handlersOf } from './discord/dispatch.ts';
import type { Pace } from './discord/flood-gate.ts';
import { takedownNotice } from './handlers/moderation/moderation.ts';
import { followDeletions } from './handlers/proofs/deleted-posts.ts';
import { followGuilds } from './handlers/setup/guild-events.ts';
import { makeOutbox } from './discord/outbox.ts';
import { registerCommands } from './discord/register.ts';
import { makeUnderWay, type UnderWay } from './discord/under-way.ts';
import type { Env } from './env.ts';
import { jobs } from './schedule/jobs/index.ts';
import { startHeartbeat } from './schedule/heartbeat.ts';
import { posts } from './schedule/posts/index.ts';
import { proposalNotice } from './handlers/roadmaps/editing/proposals.ts';
import { makeOrganiserNotice } from './handlers/setup/notice.ts';
import { type Seeded, seedRoadmaps } from './seed.ts';
import { type Library, makeLibrary } from './store/roadmaps/library.ts';
import { openStore } from './store/open.ts';
import { plain } from './view/escape.ts';
import { remarkText } from './view/roadmaps/reading.ts';
import { LANGUAGES, pressableWords } from './words/index.ts';
import { bringSearchInStep } from './store/search.ts';
import { openStudio, type Studio } from './view/pictures/studio.ts';
import { readSetting, writeSetting } from './store/bot-settings.ts';

export interface Bot {
  readonly app: App;
  /** Resolves when all that arrived has been dealt with. */
  finished(): Promise<void>;
  /** Ends what is under way, and lets go of Discord and of the database. */
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly env: Env;
  readonly log: Logger;
  /** The time, in epoch milliseconds. */
  readonly now: () => number;
  /** The folder of the bundled roadmaps. */
  readonly roadmaps: string;
  /** Told when the bot cannot go on: Discord has let it go, or its database was taken away. What is left is to stop. */
  readonly ended?: (error: Error) => void;
  /** How fast one person may use the bot. */
  readonly pace?: Pace;
  /** What keeps the roadmaps at hand, if not a library of its own. */
  readonly library?: Library;
  /** Where pictures are drawn, if not in a process of their own. */
  readonly pictures?: Studio;
  /** After how many real milliseconds the bot says that it is still at work; so that it is in time unless given. */
  readonly thinkingAfter?: number;
}

/** More than anybody does by hand, and far less than what would keep the bot from the others. */
const PACE: Pace = { burst: 20, perSecond: 3 };

const application = z.object({ id: z.string() });

/**
 * Opens the store, seeds the roadmaps, tells Discord the commands, and connects.
 * @throws StoreError, SeedError, TokenRefused, ConnectionEnded, or what kept it from reaching Discord; nothing is left open then
 */
export async function startBot({
  env,
  log,
  now,
  roadmaps,
  ended = () => undefined,
  pace = PACE,
  pictures = openStudio((reason) => log.warn({ reason }, 'a picture was not drawn: its words go alone')),
  thinkingAfter,
  library = makeLibrary(),
}: BotOptions): Promise<Bot> {
  const store = await openStore(env.databasePath, undefined, ended);
  // The client is made before what watches over it.
  const watch: { unauthorised?: () => void } = {};
  const client = makeClient(env, () => watch.unauthorised?.());
  surviveBadPackets(client, log);
  try {
    for (const [id, seeding] of await seedRoadmaps(store.db, roadmaps, now())) logSeeding(log, id, seeding);
    const commandIds = await tellCommandList(client, env, store.db, log);
    const app: App = {
      db: store.db,
      now,
      log,
      library,
      wordsFor: pressableWords(commandIds),
      client,
      outbox: makeOutbox(client),
      pictures,
      importHosts: env.importHosts,
      importing: new Set(),
    };
    const underWay = makeUnderWay();
    const handlers = handlersOf(
      commands,
      postButtons,
      pace,
      firstOf(takedownNotice, proposalNotice, makeOrganiserNotice()),
      thinkingAfter,
    );
    answerInteractions(app, handlers, underWay);
    followGuilds(app, underWay);
    followDeletions(app, underWay);
    client.on(Events.Error, (error) => log.error(loggable(error), 'the connection to Discord failed'));
    const lost = Promise.withResolvers<never>();
    // Until the bot is ready its start fails with it; later whoever started it is told.
    lost.promise.catch(() => undefined);
    watch.unauthorised = watchConnection(client, env.discordToken, log, (error) => {
      lost.reject(error);
      ended(error);
    });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await Promise.race([client.login(env.discordToken).then(() => ready), lost.promise]);
    log.info({ guilds: client.guilds.cache.size }, 'connected');
    // Searching finds what it knows meanwhile.
    underWay.add(bringInStep(app, store.wasUnclean));
    const heartbeat = startHeartbeat({ app, posts, jobs });
    return {
      app,
      finished: () => underWay.finished(),
      async stop() {
        // What waits for a picture goes on without.
        pictures.stop();
        await heartbeat.stop();
        client.removeAllListeners(Events.InteractionCreate);
        await underWay.finished();
        await client.destroy();
        await store.close();
      },
    };
  } catch (error) {
    await client.destroy();
    await store.close();
    throw isTokenRefused(error) ? new TokenRefused() : error;
  }
}

async function bringInStep({ db, log }: App, wasUnclean: boolean): Promise<void> {
  try {
    const reread = await bringSearchInStep(db, wasUnclean);
    if (reread > 0) log.info({ proofs: reread }, 'proofs read anew for searching');
  } catch (error) {
    log.error(loggable(error), 'what is searched could not be brought in step');
  }
}

/** Says what became of a roadmap, and what the operator can do about topics that nobody could be asked about. */
function logSeeding(log: Logger, roadmap: string, seeding: Seeded): void {
  const [added, archived, restored] = [seeding.added, seeding.archived, seeding.restored].map(
    (keys) => keys.length,
  );
  if (added || archived || restored) log.info({ roadmap, added, archived, restored }, 'roadmap seeded');
  for (const { line, ...finding } of seeding.remarks) {
    log.warn({ file: seeding.file, line, ...finding }, remarkText(LANGUAGES.en, finding, plain));
  }
  for (const { key, title, offers, members } of seeding.unsettled) {
    const maybe = offers.map(({ topic }) => topic.title);
    log.warn(
      { roadmap, topic: title, maybe, members },
      `a topic left the roadmap that may still be in it: if so, write <!-- id: ${key} --> behind the one that it is`,
    );
  }
}

async function tellCommandList(
  client: Client,
  env: Env,
  db: App['db'],
  log: Logger,
): Promise<ReadonlyMap<string, string>> {
  client.rest.setToken(env.discordToken);
  const { id } = application.parse(await client.rest.get(Routes.currentApplication()));
  const { ids, told } = await registerCommands(client.rest, id, commands, {
    read: () => readSetting(db, 'commands-hash'),
    write: (hash) => writeSetting(db, 'commands-hash', hash),
  });
  if (told) log.info({ commands: commands.length }, 'commands registered');
  return ids;
}

/** Answers whatever arrives from now on. */
function answerInteractions(app: App, handlers: Handlers, underWay: UnderWay): void {
  app.client.on(Events.InteractionCreate, (interaction) =>
    underWay.add(dispatch(app, handlers, interaction)),
  );
}
