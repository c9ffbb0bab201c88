import pino from 'pino';
import { makeClock } from '../playground/clock.ts';
import { startLocalDiscord } from '../playground/discord.ts';
import { type Bot, startBot } from '../src/bot.ts';
import type { Env } from '../src/env.ts';
import type { Pace } from '../src/discord/flood-gate.ts';
import { makeBatch } from '../src/store/batch.ts';
import { tick } from '../src/schedule/tick.ts';
import { jobs } from '../src/schedule/jobs/index.ts';
import { posts } from '../src/schedule/posts/index.ts';
import { makeLibrary } from '../src/store/roadmaps/library.ts';
import type { Studio } from '../src/view/pictures/studio.ts';
import { keepContent } from './content.ts';
import { isOnPostgres, makeDatabase } from './database.ts';
import { PATIENCE } from './patience.ts';
import { NO_PICTURES } from './pictures.ts';
import { prepared, readOnce } from './prepared.ts';

/** A test's clock stands still, so its people may press everything without a pause. */
const AS_FAST_AS_A_TEST: Pace = { burst: 100_000, perSecond: 1 };

/**
 * In real milliseconds. A client that is kept busy when it should send a heartbeat takes its connection for dead, and
 * begins another one in the middle of a test. So it sends none.
 */
const UNHURRIED = 24 * 60 * 60 * 1000;

interface Settings {
  /** Whether no other test has used the world or will use it, for a test that looks at the start or at all statements. */
  readonly isFresh?: boolean;
  /** The folder of the roadmaps; by default a folder with only the backend roadmap. */
  readonly roadmaps?: string;
  readonly pace?: Pace;
  /**
   * After how many real milliseconds the bot says that it is thinking. By default it never does, so that a busy machine
   * changes no answer.
   */
  readonly thinkingAfter?: number;
  /** Draws the pictures; by default there are none. */
  readonly pictures?: Studio;
  /** The hosts from which roadmaps may be imported by a link, beside GitHub. */
  readonly importHosts?: readonly string[] | null;
  /** The port for health and metrics. */
  readonly httpPort?: number | null;
  /** Whether servers may have study rooms. */
  readonly studyRooms?: boolean;
}

type World = Awaited<ReturnType<typeof makeWorld>>;

/** A world that no test of this process uses at the moment. It ends with the process. */
interface Idle {
  readonly start: string;
  readonly studyRooms: boolean;
  readonly world: World;
  /** Gives it the studio of the next test. */
  readonly drawIn: (studio: Studio) => void;
}
const idle: Idle[] = [];

/**
 * The whole bot over a local Discord, with its own database. Dispose of it with `await using`. Disposing fails the
 * test if the bot sent something that Discord would refuse, or logged an error.
 *
 * Starting a world takes ten times as long as emptying one. So a world may have served an earlier test of the same
 * process. It has no servers, people, requests or rows of that test, and shows the time that is asked for. A world
 * is not used again if the test gave the bot another environment, left a fault in it, or changed a roadmap, the
 * schema or a setting.
 */
export async function startWorld(start = '2026-11-23T09:00:00Z', settings: Settings = {}): Promise<World> {
  const { studyRooms = false, pictures = NO_PICTURES, ...others } = settings;
  const mayServe = Object.keys(others).length === 0 && !isOnPostgres;
  const at = mayServe ? idle.findLastIndex((each) => each.studyRooms === studyRooms) : -1;
  const [found] = at < 0 ? [] : idle.splice(at, 1);
  if (found === undefined) return makeWorld(start, settings, mayServe);
  found.drawIn(pictures);
  if (found.start !== start) await found.world.discord.clear(start);
  return found.world;
}

async function makeWorld(
  start: string,
  {
    roadmaps,
    pace = AS_FAST_AS_A_TEST,
    thinkingAfter = PATIENCE,
    pictures = NO_PICTURES,
    importHosts = [],
    httpPort = null,
    studyRooms = false,
  }: Settings,
  mayServe: boolean,
) {
  const clock = makeClock(start);
  const discord = await startLocalDiscord({
    clock,
    answerWithin: PATIENCE,
    finishWithin: PATIENCE,
    gateway: { heartbeatInterval: UNHURRIED },
  });
  const database = await makeDatabase(roadmaps === undefined ? 'roadmap' : 'tables');
  const usual = await prepared();
  const logged: string[] = [];
  let studio = pictures;
  const run = (changed: Partial<Env> = {}): Promise<Bot> =>
    startBot({
      env: {
        discordToken: discord.token,
        discordApi: discord.api,
        discordCdn: discord.cdn,
        shards: 'auto',
        shardCount: null,
        ...database.env,
        importHosts,
        httpPort,
        httpHost: '127.0.0.1',
        backupDir: null,
        backupAt: [180],
        backupKeep: 2,
        operatorGuild: null,
        studyRooms,
        logLevel: 'warn',
        ...changed,
      },
      log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }),
      now: () => clock.now(),
      roadmaps: roadmaps ?? usual.roadmaps,
      pace,
      library: makeLibrary(readOnce),
      pictures: { draw: (...asked) => studio.draw(...asked), stop: () => studio.stop() },
      thinkingAfter,
      beats: false,
      gatherFor: 0,
      identifyEvery: 0,
    });
  let bot = await run();
  discord.alsoAwait(() => bot.finished());
  const others = new Map<Bot, () => void>();
  await discord.quiet();
  let empty = mayServe ? await keepContent(bot.app.db) : null;

  /** Brings everything back to how it was after the start, and gives whether that was possible. */
  const renew = async (): Promise<boolean> => {
    if (empty === null || discord.faults.pending > 0) return false;
    await discord.clear(start);
    return (await empty(bot.app.db)) && logged.length === 0 && discord.complaints().length === 0;
  };
  const stop = async (): Promise<void> => {
    for (const [other, release] of others) {
      release();
      await other.stop();
    }
    await bot.stop();
    await discord.stop();
    await database[Symbol.asyncDispose]();
    if (logged.length > 0) throw new Error(`the bot logged: ${logged.join('')}`);
  };

  const world = {
    clock,
    discord,
    databasePath: database.place,
    /** Everything of level `warn` and above, a JSON line each. A test that expects some takes it out. */
    logged,
    get app() {
      return bot.app;
    },
    /** What a page of health and metrics says now. */
    async asks(path: string): Promise<{ readonly status: number; readonly body: string }> {
      const answer = await fetch(`http://127.0.0.1:${bot.httpPort}${path}`);
      return { status: answer.status, body: await answer.text() };
    },
    /**
     * A tick at the clock's time, without the pauses between posts.
     * @param later is given the work that the bot would do before the next tick, and after how many milliseconds
     * @param one the process that ticks
     */
    tick: (
      later: (milliseconds: number, work: () => Promise<void>) => unknown = () => undefined,
      one: Bot = bot,
    ) =>
      tick(
        {
          app: one.app,
          posts,
          jobs,
          turn: () => Promise.resolve(),
          batch: makeBatch(one.app.db, () => Promise.resolve()),
          later: (_key, milliseconds, work) => void later(milliseconds, work),
        },
        clock.now(),
      ),
    /**
     * Stops the bot and starts it again, with some of its environment changed. `meanwhile` runs in between. Resolves when
     * the first tick is done, which settles what was left.
     */
    async restart(meanwhile: () => unknown = () => undefined, changed: Partial<Env> = {}) {
      if (Object.keys(changed).length > 0) empty = null;
      await bot.stop();
      await meanwhile();
      bot = await run(changed);
      await bot.finished();
    },
    /**
     * Starts one more process of the bot in the same world and database. On SQLite that is not possible, because the file
     * belongs to one process.
     */
    async another(changed: Partial<Env> = {}): Promise<Bot> {
      empty = null;
      const other = await run(changed);
      others.set(
        other,
        discord.alsoAwait(() => other.finished()),
      );
      return other;
    },
    async [Symbol.asyncDispose]() {
      if (await renew()) idle.push({ start, studyRooms, world, drawIn: (next) => void (studio = next) });
      else await stop();
    },
  };
  return world;
}
