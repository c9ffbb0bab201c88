import { join } from 'node:path';
import process from 'node:process';
import pino from 'pino';
import { startBot } from './bot.ts';
import { loggable, TokenRefused } from './discord/discord-error.ts';
import { EnvError, readEnv } from './env.ts';
import { SeedError } from './seed.ts';
import { StoreError } from './store/store-error.ts';

/** From sysexits.h: a wrong configuration (starting again will not help), and a service that does not answer (it may). */
const EXIT_CONFIG = 78;
const EXIT_UNAVAILABLE = 69;
/** How long a stop may take, in milliseconds, before the process ends all the same; Docker kills after ten seconds. */
const STOP_WITHIN = 8000;

try {
  const env = readEnv(process.env);
  const log = pino({ level: env.logLevel });
  const bot = await startBot({
    env,
    log,
    now: () => Date.now(),
    roadmaps: join(import.meta.dirname, '..', 'data', 'roadmaps'),
  });

  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    bot.stop().then(
      () => log.info('stopped'),
      (error: unknown) => {
        log.error(loggable(error), 'stopping failed');
        process.exitCode = 1;
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
} catch (error) {
  process.exitCode = explain(error);
}

/** Tells the operator why the bot does not run, a line for each problem. */
function explain(error: unknown): number {
  if (error instanceof EnvError) {
    for (const problem of error.problems) console.error(problem);
    return EXIT_CONFIG;
  }
  if (error instanceof StoreError || error instanceof SeedError || error instanceof TokenRefused) {
    console.error(error.message);
    if (error.cause !== undefined) console.error(error.cause);
    return EXIT_CONFIG;
  }
  console.error('Roadmate could not start. Is Discord reachable from here?', loggable(error));
  return EXIT_UNAVAILABLE;
}
