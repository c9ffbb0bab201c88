import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface BotProcess {
  /** Moves its clock (epoch milliseconds). Resolves when that is done, or when the bot has ended. */
  setClock(to: number): Promise<void>;
  /** Resolves with its exit code when it has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const PLAYGROUND = join(import.meta.dirname, '..');
/** In milliseconds. The bot ends by itself within eight seconds. */
const STOP_WITHIN = 10_000;

/**
 * Starts an unmodified bot, with a clock that can be moved.
 * @param main its main file
 * @param clock epoch milliseconds at which it starts
 */
export function startBot(main: string, env: Readonly<Record<string, string>>, clock: number): BotProcess {
  const child = fork(main, {
    // A URL is needed, because a path on Windows begins with something like a scheme.
    execArgv: ['--import', pathToFileURL(join(PLAYGROUND, 'bot-clock.ts')).href],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C only reaches the playground, which then ends the bot.
    detached: true,
  });
  const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  child.send({ clock });
  return {
    ended,
    async setClock(to) {
      if (!child.connected) return;
      const done = told(child, to);
      child.send({ clock: to });
      await Promise.race([done, ended]);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function told(child: ChildProcess, clock: number): Promise<void> {
  return new Promise((resolve) => {
    const listener = (message: unknown): void => {
      if (typeof message !== 'object' || message === null || !('clock' in message) || message.clock !== clock)
        return;
      child.off('message', listener);
      resolve();
    };
    child.on('message', listener);
  });
}
