import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import { commands, operatorCommands, postButtons } from '../commands/index.ts';
import { type App, DEFAULT_ROADMAP } from './app.ts';
import { makeClient } from './discord/client.ts';
import { tellCommandList } from './discord/command-list.ts';
import { IDENTIFY_EVERY, type IdentifyPace } from './discord/identifying.ts';
import { guardPackets, watchConnection } from './discord/connection.ts';
import { isTokenRefused, loggable, TokenRefused } from './discord/discord-error.ts';
import { dispatch } from './discord/dispatch.ts';
import { firstOf, type Handlers, handlersOf, ifUntold } from './discord/handlers.ts';
import type { Pace } from './discord/flood-gate.ts';
import { takedownNotice } from './handlers/moderation/moderation.ts';
import { followDeletions } from './handlers/proofs/deleted-posts.ts';
import { followGuilds } from './handlers/setup/guild-events.ts';
import { makeOutbox } from './discord/outbox.ts';
import { makeEvents } from './discord/events.ts';
import { makeRoleGiver } from './discord/roles.ts';
import { makeGathering } from './discord/gathering.ts';
import { makeUnderWay, type UnderWay } from './discord/under-way.ts';
import type { Env } from './env.ts';
import { jobs } from './schedule/jobs/index.ts';
import { type Heartbeat, startHeartbeat, tickOnce } from './schedule/heartbeat.ts';
import type { Job } from './schedule/scheduler.ts';
import { keepBackups } from './operate/backup/backups.ts';
import { operatorOf } from './operate/operator.ts';
import { logSeeding } from './operate/seeding-log.ts';
import { watchOver } from './operate/watch/watch.ts';
import { posts } from './schedule/posts/index.ts';
import { followRooms } from './schedule/rooms/follow.ts';
import { proposalNotice } from './handlers/roadmaps/editing/proposals.ts';
import { earnedRoleNotice } from './handlers/roles/earned.ts';
import { failedPostNotice } from './handlers/setup/failed-posts.ts';
import { restoredNotice } from './handlers/restored.ts';
import { makeOrganiserNotice } from './handlers/setup/notice.ts';
import { seedRoadmaps } from './seed.ts';
import { type Library, makeLibrary } from './store/roadmaps/library.ts';
import { restoredIn } from './store/restored.ts';
import { takeTurn } from './store/identifying.ts';
import { openStore } from './store/open.ts';
import { shareOf } from './store/share.ts';
import { pressableWords } from './words/index.ts';
import { bringSearchInStep } from './store/search.ts';
import { openStudio, type Studio } from './view/pictures/studio.ts';
import { readZonesAhead } from './time/time-zone.ts';

export interface Bot {
  readonly app: App;
  /** The port at which health and metrics can be asked for; null if they cannot. */
  readonly httpPort: number | null;
  /** Resolves when every event that has arrived was dealt with, and no tick is running. */
  finished(): Promise<void>;
  /**
   * Stops the schedule, finishes the answers that are under way, and closes the connection and the database.
   */
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly env: Env;
  readonly log: Logger;
  /** The time, in epoch milliseconds. */
  readonly now: () => number;
  /** The folder of the bundled roadmaps. */
  readonly roadmaps: string;
  /**
   * Called when the bot cannot go on, because Discord ended the connection or the database file was taken
   * away. The caller then stops it.
   */
  readonly ended?: (error: Error) => void;
  /** How fast one person may use the bot. */
  readonly pace?: Pace;
  /** Keeps parsed roadmaps in memory. By default each bot has its own library; tests share one. */
  readonly library?: Library;
  /** Draws the pictures, by default in a process of its own. */
  readonly pictures?: Studio;
  /**
   * After how many real milliseconds the bot says that it is still working. The default leaves time to answer
   * before Discord's limit.
   */
  readonly thinkingAfter?: number;
  /**
   * Whether the schedule ticks by itself each real minute after its first tick. Tests tick by hand, so that nothing
   * depends on how long they take.
   */
  readonly beats?: boolean;
  /** For how many real milliseconds edits of a post are gathered. */
  readonly gatherFor?: number;
  /** The pause between two shards that identify themselves, in real milliseconds. The default is Discord's. */
  readonly identifyEvery?: number;
}

/** Within so many milliseconds, people who join the same session cause one edit. */
const GATHER_FOR = 5_000;

/** How long after the start the time zones are read, in milliseconds. */
const ZONES_AFTER = 5_000;

/** Nobody is faster than this by hand, and a script at this pace does not slow the bot down for others. */
const PACE: Pace = { burst: 20, perSecond: 3 };

/**
 * Opens the store, seeds the roadmaps, registers the commands with Discord, and connects. If it fails, it
 * closes everything that it had opened.
 * @throws StoreError, SeedError, TokenRefused, ConnectionEnded, or the error that kept it from reaching
 * Discord
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  // What was opened or begun last is closed first.
  await using closing = new AsyncDisposableStack();
  try {
    const opened = await open(options, closing);
    const wired = await wire(options, opened, closing);
    const heartbeat = await run(options, opened, wired, closing);
    const started = closing.move();
    return {
      app: wired.app,
      httpPort: opened.watched.port,
      async finished() {
        await heartbeat.finished();
        await wired.underWay.finished();
      },
      stop: () => started.disposeAsync(),
    };
  } catch (error) {
    throw isTokenRefused(error) ? new TokenRefused() : error;
  }
}

type Opened = Awaited<ReturnType<typeof open>>;
type Wired = Awaited<ReturnType<typeof wire>>;

/** Opens what the bot works with: the store, a client that is not connected yet, and what watches over them. */
async function open(
  {
    env,
    log,
    now,
    ended = () => undefined,
    pictures = openStudio((reason) => log.warn({ reason }, 'a picture was not drawn: its words go alone')),
    identifyEvery = IDENTIFY_EVERY,
  }: BotOptions,
  closing: AsyncDisposableStack,
) {
  const share = shareOf(env.shards, env.shardCount);
  const store = await openStore(env.databaseUrl ?? env.databasePath, undefined, ended);
  const { db } = store;
  closing.defer(() => store.close());
  closing.defer(() => pictures.stop());
  const client: Client = makeClient(
    env,
    () => {
      // While the bot starts, what it waits for fails with this refusal.
      if (client.isReady()) refused();
    },
    identifyPaceOf(env, db, now, identifyEvery),
  );
  closing.defer(() => client.destroy());
  guardPackets(client, log);
  const lost = Promise.withResolvers<never>();
  // Until the bot is ready, the start fails with this error. Later `ended` reports it, and nobody awaits this
  // promise.
  lost.promise.catch(() => undefined);
  const refused = watchConnection(client, env.discordToken, log, (error) => {
    lost.reject(error);
    ended(error);
  });
  const watched = await watchOver({ env, client, db, share, now, log });
  closing.defer(() => watched.stop());
  const backups = keepBackups(env, log);
  closing.defer(() => backups.stop());
  return { share, db, client, lost: lost.promise, watched, backups, pictures };
}

/** Brings the store and Discord's list of commands to this version, and from then on answers what arrives. */
async function wire(
  {
    env,
    log,
    now,
    roadmaps,
    pace = PACE,
    thinkingAfter,
    gatherFor = GATHER_FOR,
    library = makeLibrary(),
  }: BotOptions,
  { share, db, client, watched, pictures }: Opened,
  closing: AsyncDisposableStack,
) {
  const restored = await restoredIn(db);
  for (const [id, seeding] of await seedRoadmaps(db, roadmaps, now())) logSeeding(log, id, seeding);
  const underWay = makeUnderWay();
  const edits = makeGathering(gatherFor, underWay);
  closing.defer(async () => {
    client.removeAllListeners(Events.InteractionCreate);
    edits.hurry();
    await underWay.finished();
  });
  // While Discord answers and lets one shard in after the other, the usual roadmap is read, which the first answers need.
  underWay.add(readAhead(db, library));
  const commandIds = await tellCommandList({ client, env, db, share, log }, commands, operatorCommands);
  const app: App = {
    db,
    now,
    log,
    library,
    wordsFor: pressableWords(commandIds),
    client,
    share,
    outbox: makeOutbox(client),
    events: makeEvents(client),
    roles: makeRoleGiver(client),
    rooms: env.studyRooms ? await followRooms({ client, db, log, now, underWay }) : null,
    meter: watched.meter,
    operator: operatorOf(env, watched.failures, now()),
    pictures,
    importHosts: env.importHosts,
    importing: new Set(),
    edits,
    restored,
  };
  const handlers = handlersOf(
    [...commands, ...operatorCommands],
    postButtons,
    pace,
    firstOf(
      restoredNotice(restored),
      ifUntold(takedownNotice, proposalNotice, earnedRoleNotice),
      failedPostNotice,
      makeOrganiserNotice(),
    ),
    thinkingAfter,
  );
  answerInteractions(app, handlers, underWay);
  followGuilds(app, underWay);
  followDeletions(app, underWay);
  client.on(Events.Error, (error) => log.error(loggable(error), 'the connection to Discord failed'));
  return { app, underWay };
}

/** Connects, and begins what goes on by itself: the schedule, and work in the background. */
async function run(
  { env, log, beats = true }: BotOptions,
  { client, lost, watched, backups, pictures }: Opened,
  { app, underWay }: Wired,
  closing: AsyncDisposableStack,
): Promise<Heartbeat> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await Promise.race([client.login(env.discordToken).then(() => ready), lost]);
  log.info({ guilds: client.guilds.cache.size }, 'connected');
  // This runs in the background. Until it is done, the search works with the words as they are.
  underWay.add(bringInStep(app));
  // Reading them all at their first use would hold up every answer for some tenths of a second. The first answers after the
  // start do not have to share the processor with it.
  const zones = setTimeout(() => underWay.add(readZonesAhead()), ZONES_AFTER).unref();
  const backup: Job = { name: 'backup', of: 'no-guild', run: (_, at) => Promise.resolve(backups.look(at)) };
  const begin = beats ? startHeartbeat : tickOnce;
  const heartbeat = begin({ app, posts, jobs: [...jobs, backup] });
  watched.up(() => heartbeat.lastTick());
  closing.defer(async () => {
    watched.down();
    clearTimeout(zones);
    // Whatever waits for a picture is sent without it.
    pictures.stop();
    await heartbeat.stop();
  });
  return heartbeat;
}

/** The pace at which shards identify themselves; null if no other process has any, because the database is a file. */
function identifyPaceOf(
  { databaseUrl }: Env,
  db: App['db'],
  now: () => number,
  every: number,
): IdentifyPace | null {
  if (databaseUrl === null) return null;
  return { now, takeTurn: (bucket) => takeTurn(db, bucket, every, now()) };
}

/** Reads the usual roadmap into memory. If that is not possible now, it is read when it is first asked for. */
async function readAhead(db: App['db'], library: Library): Promise<void> {
  await library.roadmap(db, DEFAULT_ROADMAP).catch(() => null);
}

async function bringInStep({ db, log }: App): Promise<void> {
  try {
    const reread = await bringSearchInStep(db);
    if (reread > 0) log.info({ proofs: reread }, 'proofs read anew for searching');
  } catch (error) {
    log.error(loggable(error), 'what is searched could not be brought in step');
  }
}

/** From now on, answers every interaction that arrives. */
function answerInteractions(app: App, handlers: Handlers, underWay: UnderWay): void {
  app.client.on(Events.InteractionCreate, (interaction) =>
    underWay.begin(() => dispatch(app, handlers, interaction)),
  );
}
