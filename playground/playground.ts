import { setTimeout as sleep } from 'node:timers/promises';
import { makeClock } from './clock.ts';
import type { Life } from './demo/last-days.ts';
import { startLocalDiscord, type LocalDiscord } from './discord.ts';
import { gatherAudience } from './web/audience.ts';
import { startBot } from './web/bot-process.ts';
import { type Assets, bundlePage } from './web/bundle.ts';
import { setScene, type Cast } from './web/cast.ts';
import { readDue } from './web/due.ts';
import { takeFolder } from './web/folder.ts';
import { forgetEphemeral, keep, readKept, restore, writeKept } from './web/keep.ts';
import type { ClockView } from './web/protocol.ts';
import { servePage } from './web/server.ts';

export interface PlaygroundSetup {
  /** The folder that keeps everything. */
  readonly folder: string;
  /** The first port to try for the page. */
  readonly port: number;
  /** Whether to forget the content of the folder. */
  readonly fresh: boolean;
  /** The bot's main file. */
  readonly bot: string;
  /** The start of the clock, unless an earlier run has left a time; epoch milliseconds. */
  readonly start: number;
  /** Arranges the servers and people of a first run. */
  readonly scene?: (discord: LocalDiscord) => Cast;
  /** Fills the new database before the bot first opens it. */
  readonly seed?: (place: { discord: LocalDiscord; cast: Cast; databasePath: string }) => Promise<void>;
  /** The full names of commands that a first visit is invited to try. */
  readonly ideas: readonly string[];
  /** Whether people's clients send the name of a suggestion in place of its value, as some of Discord's do. */
  readonly labels?: boolean;
  /** Plays a while of life in a first run, when the bot is ready. */
  readonly live?: (life: Life) => Promise<void>;
  /**
   * Real milliseconds for which each thing that the bot has to do is awaited. By default it has Discord's 3000 for an
   * answer, and a few seconds for the rest.
   */
  readonly answerWithin?: number;
  /** The level of the bot's log on this terminal. */
  readonly logLevel?: string;
  /** The files of the page. By default they are built at the start; tests build them once. */
  readonly assets?: Promise<Assets>;
}

export interface Playground {
  readonly address: string;
  readonly port: number;
  readonly discord: LocalDiscord;
  readonly cast: Cast;
  /** Resolves when the bot has ended by itself. */
  readonly botEnded: Promise<number | null>;
  stop(): Promise<void>;
}

/** How far the clock is put behind the minute at which a post is due, in milliseconds. */
const AFTER = 1_000;
/** The wait between a change and saving it, in milliseconds. */
const KEEP_AFTER = 2_000;
/** The wait between an act of the bot and the next look at the due posts, in milliseconds. */
const LOOK_AFTER = 250;
/** The most posts at which a leap of the clock stops. */
const STOPS = 40;
/** How long such a post is awaited, and how often it is looked for; milliseconds. */
const POST_WITHIN = 4_000;
const POST_LOOK = 25;
/** How long the page waits until the bot has registered its commands; milliseconds. */
const READY_WITHIN = 15_000;

/** Starts the local Discord, the bot, and the page that shows both. */
export async function startPlayground(setup: PlaygroundSetup): Promise<Playground> {
  const assets = await (setup.assets ?? bundlePage());
  const folder = takeFolder(setup.folder);
  const kept = setup.fresh ? null : readKept(folder.world);
  // Both must be kept or forgotten together. Otherwise the bot would know servers that do not exist.
  if (kept === null) folder.empty();
  const born = kept?.born ?? setup.start;
  // The clock stands still while the scene is set. Ids contain the time, so they are then the same in each run.
  const clock = makeClock(born);
  const discord = await startLocalDiscord({
    clock,
    ...(setup.answerWithin === undefined
      ? {}
      : { answerWithin: setup.answerWithin, finishWithin: setup.answerWithin }),
  });
  const { world } = discord;
  if (kept !== null) {
    restore(world, kept);
    clock.set(Math.max(kept.now, born));
  }
  const cast = kept?.cast ?? (setup.scene ?? setScene)(discord);
  for (const { id } of cast) discord.person(id).sendsLabels(setup.labels ?? false);
  const used = new Map(kept?.used);
  if (kept === null) await setup.seed?.({ discord, cast, databasePath: folder.database });
  clock.run();

  const audience = gatherAudience(discord, { cast, ideas: setup.ideas }, used);
  const due = readDue(folder.database);
  const save = (): void => writeKept(folder.world, keep(world, { born, cast, used: [...used] }));
  const dueOf = (guildId: string): Promise<ClockView> => due.read(guildId, clock.now());
  const look = async (): Promise<void> => {
    const views: Record<string, ClockView> = {};
    for (const guild of discord.guilds) views[guild.id] = await dueOf(guild.id);
    audience.tellClock(views);
  };
  /** The times of the next due posts of all guilds, or the end of time if there are none. */
  const dueTimes = async (): Promise<number[]> => {
    const views = await Promise.all(discord.guilds.map((guild) => dueOf(guild.id)));
    return views.flatMap(({ posts }) => Object.values(posts).map((at) => at ?? Infinity));
  };
  let isIdentified = false;
  const saveSoon = once(save, KEEP_AFTER);
  const lookSoon = once(() => void look(), LOOK_AFTER);
  const unlisten = discord.on('event', (event) => {
    if (event.kind === 'gateway' && event.change === 'identified') {
      isIdentified = true;
      audience.tellBot('ready');
    }
    saveSoon.call();
    if (event.kind === 'request' || event.kind === 'guild') lookSoon.call();
  });

  const bot = startBot(
    setup.bot,
    {
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DISCORD_CDN: discord.cdn,
      DATABASE_PATH: folder.database,
      STUDY_ROOMS: 'true',
      LOG_LEVEL: setup.logLevel ?? 'warn',
    },
    clock.now(),
  );
  void bot.ended.then(() => audience.tellBot('ended'));
  const tick = async (to: number): Promise<void> => {
    // An answer that the bot still owes would be too late by the moved clock.
    await discord.quiet();
    clock.set(Math.max(to + AFTER, clock.now()));
    await bot.setClock(clock.now());
    await discord.quiet();
  };
  /** Moves the clock, and stops at each post that is due on the way, so that none is left out. */
  const setClock = async (to: number): Promise<void> => {
    for (let stops = 0; stops < STOPS; stops += 1) {
      const next = Math.min(...(await dueTimes()));
      if (next > to) break;
      await tick(next);
      await settled(async () => Math.min(...(await dueTimes())) !== next, setup.answerWithin ?? POST_WITHIN);
    }
    if (clock.now() < to) await tick(to);
    await look();
    saveSoon.call();
  };
  const isReady = (): true | undefined => (isIdentified && world.commands.size > 0 ? true : undefined);
  await Promise.race([world.feed.until(isReady, setup.answerWithin ?? READY_WITHIN), bot.ended]);
  if (kept === null && isIdentified) {
    await setup.live?.({ discord, cast, setClock, due: dueOf });
    forgetEphemeral(world);
  }
  await look();
  const page = await servePage({
    assets,
    audience,
    cast,
    stage: { discord, setClock, modals: new Map(), suggested: new Map() },
    port: setup.port,
  });

  return {
    address: `http://127.0.0.1:${page.port}`,
    port: page.port,
    discord,
    cast,
    botEnded: bot.ended,
    async stop() {
      unlisten();
      saveSoon.cancel();
      lookSoon.cancel();
      audience.close();
      page.server.close();
      page.server.closeAllConnections();
      // The bot's connection is then the last one, and merges the database's log when it closes.
      await due.close();
      await bot.stop();
      forgetEphemeral(world);
      save();
      // The inspector has shown the refusals. Only faults of the local Discord itself are errors here.
      discord.takeRefusals();
      await discord.stop();
      folder.release();
    },
  };
}

/** Resolves when the condition holds, or after a while. */
async function settled(isSo: () => Promise<boolean>, within: number): Promise<void> {
  const until = performance.now() + within;
  while (!(await isSo()) && performance.now() < until) await sleep(POST_LOOK);
}

/** Calls a function once for all events within some milliseconds. */
function once(what: () => void, within: number): { call: () => void; cancel: () => void } {
  let timer: NodeJS.Timeout | null = null;
  return {
    call() {
      timer ??= setTimeout(() => {
        timer = null;
        what();
      }, within);
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
