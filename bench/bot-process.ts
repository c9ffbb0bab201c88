import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { LocalDiscord } from '../playground/discord.ts';
import type { Asked } from './probe.ts';
import type { Subject } from './subject.ts';

const PROBE = new URL('probe.ts', import.meta.url).href;
const told = z.object({ figure: z.number() });
/** In milliseconds. */
const PATIENCE = 60_000;

/** A run of a bot in a process of its own. End it with `await using`. */
export class BotProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #discord: LocalDiscord;
  /** The time of its start, as `performance.now` counts. */
  readonly startedAt = performance.now();

  /** `withProbe` makes it report on itself, which slows its start by some milliseconds. */
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

  /** Resolves when the bot has identified and has received its guilds. From then on it can answer. */
  async connected(): Promise<void> {
    const failed = this.#ended.then(() => false);
    const connected = this.#discord.world.feed.until(
      () => (this.#discord.gateway.connected > 0 ? true : undefined),
      PATIENCE,
    );
    if ((await Promise.race([connected, failed])) !== true) throw new Error('the bot did not connect');
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Asks its probe for a figure. */
  async ask(asked: Asked): Promise<number> {
    const answer = once(this.#child, 'message');
    this.#child.send(asked);
    const [message] = await answer;
    return told.parse(message).figure;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE / 3);
    await this.#ended;
    clearTimeout(timer);
  }
}
