import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Did, watchProcessor } from './processor.ts';
import type { Span } from './verdict.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A program of this project in a process of its own: a bot, or the proxy. It ends with the bench. */
export class Run {
  readonly #child: ChildProcess;
  readonly ended: Promise<unknown>;
  /** Its output, line by line. */
  readonly lines: string[] = [];
  /** What its main thread did within a time; null if it did not run then. */
  readonly did: (span: Span) => Did | null;

  constructor(main: string, env: Readonly<Record<string, string>>, flags: readonly string[] = []) {
    const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
    this.#child = fork(join(ROOT, main), {
      execArgv: [...flags],
      env: { PATH, NODE_COMPILE_CACHE, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream
        ?.setEncoding('utf8')
        .on('data', (text: string) => this.lines.push(...text.split('\n').filter(Boolean)));
    }
    this.ended = once(this.#child, 'exit');
    this.did = watchProcessor(this.#child.pid ?? 0);
  }

  /** Waits until it has written a line with this text. */
  async wrote(text: string, within = 240_000): Promise<string> {
    const until = performance.now() + within;
    for (;;) {
      const line = this.lines.find((each) => each.includes(text));
      if (line !== undefined) return line;
      if (performance.now() > until || this.#child.exitCode !== null) {
        throw new Error(`"${text}" was not written:\n${this.lines.slice(-20).join('\n')}`);
      }
      await sleep(20);
    }
  }

  /** Its resident memory in MB. */
  get memory(): number {
    const [, pages = '0'] = readFileSync(`/proc/${this.#child.pid}/statm`, 'utf8').split(' ');
    return (Number(pages) * 4096) / 2 ** 20;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.kill('SIGTERM');
    await this.ended;
  }
}
