import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { startBot } from './bot.ts';
import { loggable } from './discord/discord-error.ts';
import { endingOf, EXIT_CONFIG } from './ending.ts';
import { pauseBeforeEnd, readEnv } from './env.ts';

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
 * Tells the operator why the bot does not run.
 * @returns the exit code
 */
function explain(error: unknown): number {
  const { code, told } = endingOf(error);
  for (const part of told) console.error(part);
  return code;
}
