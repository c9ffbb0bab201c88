import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Clock } from '../../playground/clock.ts';
import type { LocalDiscord } from '../../playground/discord.ts';
import { ofPrograms } from '../process.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The bot as an operator runs it, in a process of its own. The test moves its clock. */
export interface BotProcess {
  /** Tells the bot the time; resolves when the bot has received it. */
  tellTime(): Promise<void>;
  /** Ends it like a power failure. */
  kill(): Promise<void>;
  /** Asks it to end, and returns its exit code. */
  stop(): Promise<number | null>;
  /** Its log, an object for each line. */
  readonly log: readonly Record<string, unknown>[];
}

/** Starts the bot and resolves when it is connected. If it ends before that, the promise rejects with its output. */
export async function startBotProcess(
  discord: LocalDiscord,
  clock: Clock,
  database: string,
): Promise<BotProcess> {
  const child = fork(join(ROOT, 'src', 'main.ts'), {
    execArgv: ['--import', join(ROOT, 'playground', 'bot-clock.ts')],
    env: {
      ...ofPrograms(),
      TZ: process.env['TZ'],
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DISCORD_CDN: discord.cdn,
      DATABASE_PATH: database,
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: Record<string, unknown>[] = [];
  const errors: string[] = [];
  child.stderr?.on('data', (data: Buffer) => errors.push(data.toString()));
  const connected = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      const entry: Record<string, unknown> = JSON.parse(line);
      log.push(entry);
      if (entry['msg'] === 'connected') resolve();
    });
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}: ${errors.join('')}`)));
  });
  const tellTime = async (): Promise<void> => {
    const told = once(child, 'message');
    child.send({ clock: clock.now() });
    await told;
  };
  await tellTime();
  await connected;
  return {
    tellTime,
    log,
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}
