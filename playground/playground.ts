import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeClock } from './clock.ts';
import type { Life } from './demo/last-days.ts';
import { startLocalDiscord, type LocalDiscord } from './discord.ts';
import { gatherAudience } from './web/audience.ts';
import { startBot } from './web/bot-process.ts';
import { bundlePage } from './web/bundle.ts';
import { setScene, type Cast } from './web/cast.ts';
import { readDue } from './web/due.ts';
import { keep, readKept, restore, writeKept } from './web/keep.ts';
import type { ClockView } from './web/protocol.ts';
import { servePage } from './web/server.ts';

export interface PlaygroundSetup {
  /** Where everything is kept. */
  readonly folder: string;
  /** The first port to try for the page. */
  readonly port: number;
  /** Forgets what the folder holds. */
  readonly fresh: boolean;
  /** The bot's main file. */
  readonly bot: string;
  /** When the clock starts unless an earlier run has left one; epoch milliseconds. */
  readonly start: number;
  /** Arranges the servers and people of a first run. */
  readonly scene?: (discord: LocalDiscord) => Cast;
  /** Fills the new database before the bot first opens it. */
  readonly seed?: (place: { discord: LocalDiscord; cast: Cast; databasePath: string }) => Promise<void>;
  /** Lives for a while in a first run, once the bot is there. */
  readonly live?: (life: Life) => Promise<void>;
  /** Real milliseconds within which the bot has to answer; Discord's 3000 unless given. */
  readonly answerWithin?: number;
  /** The level of the bot's log on this terminal. */
  readonly logLevel?: string;
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

/** Until an organiser chooses one. */
const TIME_ZONE = 'Europe/London';
/** A post is due at a minute; the clock is put a little behind it. Milliseconds. */
const AFTER = 1_000;
/** Between a change and its keeping; milliseconds. */
const KEEP_AFTER = 2_000;
/** Between what the bot does and a look at what is due next; milliseconds. */
const LOOK_AFTER = 250;
/** How long the page waits for the bot to register its commands; milliseconds. */
const READY_WITHIN = 15_000;

/** Starts the local Discord, the bot against it, and the page that shows both. */
export async function startPlayground(setup: PlaygroundSetup): Promise<Playground> {
  const assets = await bundlePage();
  const keptPath = join(setup.folder, 'discord.json');
  const databasePath = join(setup.folder, 'roadmate.sqlite');
  if (setup.fresh) rmSync(setup.folder, { recursive: true, force: true });
  mkdirSync(setup.folder, { recursive: true });
  const kept = readKept(keptPath);
  const born = kept?.born ?? setup.start;
  const clock = makeClock(born, { running: true });
  const discord = await startLocalDiscord({
    clock,
    ...(setup.answerWithin === undefined ? {} : { answerWithin: setup.answerWithin }),
  });
  const { world } = discord;
  if (kept !== null) {
    restore(world, kept);
    clock.set(Math.max(kept.now, born));
  }
  const cast = kept?.cast ?? (setup.scene ?? setScene)(discord);
  const used = new Map(kept?.used);
  if (kept === null) await setup.seed?.({ discord, cast, databasePath });

  const audience = gatherAudience(discord, cast, used);
  const due = readDue(databasePath);
  const save = (): void => writeKept(keptPath, keep(world, { born, cast, used: [...used] }));
  const look = async (): Promise<void> => {
    const now = clock.now();
    const views: Record<string, ClockView> = {};
    for (const guild of discord.guilds) views[guild.id] = await due.read(guild.id, now, TIME_ZONE);
    audience.tellClock(views);
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
      DATABASE_PATH: databasePath,
      LOG_LEVEL: setup.logLevel ?? 'warn',
    },
    clock.now(),
  );
  void bot.ended.then(() => audience.tellBot('ended'));
  const setClock = async (to: number): Promise<void> => {
    clock.set(Math.max(to + AFTER, clock.now()));
    await bot.setClock(clock.now());
    await look();
    saveSoon.call();
  };
  const isReady = (): true | undefined => (isIdentified && world.commands.size > 0 ? true : undefined);
  await Promise.race([world.feed.until(isReady, READY_WITHIN), bot.ended]);
  if (kept === null && isIdentified) {
    const dueOf = (guildId: string): Promise<ClockView> => due.read(guildId, clock.now(), TIME_ZONE);
    await setup.live?.({ discord, cast, setClock, due: dueOf });
  }
  await look();
  const page = await servePage({
    assets,
    audience,
    cast,
    stage: { discord, setClock, modals: new Map() },
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
      await bot.stop();
      await due.close();
      save();
      // Refusals have been shown in the inspector; only faults of the local Discord itself would be news here.
      discord.takeRefusals();
      await discord.stop();
    },
  };
}

/** Calls something once for all that happens within some milliseconds. */
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
