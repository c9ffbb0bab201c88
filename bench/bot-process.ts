import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { LocalDiscord } from '../playground/discord.ts';
import type { Subject } from './subject.ts';

const PROBE = new URL('probe.ts', import.meta.url).href;
const told = z.object({ rss: z.number() });
/** Milliseconds. */
const PATIENCE = 30_000;

/** One run of it in a process of its own; to be ended with `await using`. */
export class BotProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #discord: LocalDiscord;
  /** When it was started, as `performance.now` counts. */
  readonly startedAt = performance.now();

  /** `withProbe`: whether it can be asked for its memory, which costs its start some milliseconds. */
  constructor({ main, flags, env, discord }: Subject, { withProbe = false } = {}) {
    const { NODE_COMPILE_CACHE: _, ...inherited } = process.env;
    this.#discord = discord;
    this.#child = fork(main, {
      execArgv: [...flags, ...(withProbe ? ['--expose-gc', '--import', PROBE] : [])],
      env: {
        ...inherited,
        ...env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API: discord.api,
        DISCORD_CDN: discord.cdn,
        LOG_LEVEL: 'warn',
      },
    });
    this.#ended = once(this.#child, 'exit');
  }

  /** Resolves when it has identified and was sent its guilds: what is asked of it from now on, it can answer. */
  async connected(): Promise<void> {
    const failed = this.#ended.then(() => false);
    const connected = this.#discord.world.feed.until(
      () => (this.#discord.gateway.connected > 0 ? true : undefined),
      PATIENCE,
    );
    if ((await Promise.race([connected, failed])) !== true) throw new Error('the bot did not connect');
  }

  /** Its resident memory in bytes, garbage collected. */
  async memory(): Promise<number> {
    const answer = once(this.#child, 'message');
    this.#child.send('memory');
    const [message] = await answer;
    return told.parse(message).rss;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE / 3);
    await this.#ended;
    clearTimeout(timer);
  }
}
