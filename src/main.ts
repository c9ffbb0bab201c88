import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { startBot } from './bot.ts';
import { loggable, TokenRefused } from './discord/discord-error.ts';
import { ConnectionEnded } from './discord/connection.ts';
import { EnvError, pauseBeforeEnd, readEnv } from './env.ts';
import { PortError } from './operate/watch/http-server.ts';
import { SeedError } from './seed.ts';
import { StoreError } from './store/store-error.ts';

/**
 * Exit codes from sysexits.h. After a wrong configuration starting again does not help; after an unavailable
 * service it may.
 */
const EXIT_CONFIG = 78;
const EXIT_UNAVAILABLE = 69;
/**
 * How long a stop may take, in milliseconds, before the process ends anyway. Docker kills it after ten
 * seconds.
 */
const STOP_WITHIN = 8000;

try {
  const env = readEnv(process.env);
  const log = pino({ level: env.logLevel });
  const lost = Promise.withResolvers<Error>();
  const bot = await startBot({
    env,
    log,
    now: () => Date.now(),
    roadmaps: join(import.meta.dirname, '..', 'data', 'roadmaps'),
    ended: lost.resolve,
  });

  let stopping = false;
  const stop = async (reason: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => process.exit(process.exitCode ?? 1), STOP_WITHIN).unref();
    try {
      await bot.stop();
      log.info('stopped');
    } catch (error) {
      log.error(loggable(error), 'stopping failed');
      process.exitCode ??= 1;
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));
  // The launcher was killed before it could pass a signal on. Without this, the bot would run on with nobody
  // to stop it.
  process.on('disconnect', () => void stop('the launcher is gone'));
  process.channel?.unref();
  const letGo = async (error: Error): Promise<void> => {
    process.exitCode = explain(error);
    await stop('it cannot go on');
    await waitBeforeEnd();
  };
  void lost.promise.then(letGo);
} catch (error) {
  process.exitCode = explain(error);
  await waitBeforeEnd();
}

/**
 * Waits before the process ends. A container that ends is started again at once, again and again, and here
 * the next start would fail in the same way. A signal still ends the process immediately.
 */
async function waitBeforeEnd(): Promise<void> {
  const seconds = process.exitCode === EXIT_CONFIG ? pauseBeforeEnd(process.env) : 0;
  if (seconds === 0) return;
  console.error(
    `Starting again will not help. This process ends in ${seconds} seconds, so that nothing starts it over and over.`,
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit());
  await sleep(seconds * 1000);
}

/**
 * Tells the operator why the bot does not run, in one line for each problem.
 * @returns the exit code
 */
function explain(error: unknown): number {
  if (error instanceof EnvError) {
    for (const problem of error.problems) console.error(problem);
    return EXIT_CONFIG;
  }
  if (error instanceof StoreError || error instanceof SeedError || error instanceof TokenRefused) {
    console.error(error.message);
    if (error.cause !== undefined) console.error(error.cause);
    return error instanceof StoreError && mayPass(error) ? EXIT_UNAVAILABLE : EXIT_CONFIG;
  }
  if (error instanceof PortError) {
    console.error(error.message);
    return EXIT_CONFIG;
  }
  if (error instanceof ConnectionEnded) {
    console.error(error.message);
    return error.isLasting ? EXIT_CONFIG : EXIT_UNAVAILABLE;
  }
  console.error('Roadmate could not start. Is Discord reachable from here?', loggable(error));
  return EXIT_UNAVAILABLE;
}

/** Whether the next start may succeed: the data was written to the same path again, or the server may answer by then. */
function mayPass({ problem }: StoreError): boolean {
  return problem === 'gone' || problem === 'unreachable';
}
