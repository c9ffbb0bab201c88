import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { vi } from 'vitest';
import { isFull } from './size.ts';

const ROOT = join(import.meta.dirname, '..');

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
}

/**
 * The environment that every program of a test gets: where programs are, and where Node keeps compiled code. The
 * latter halves the time of a start.
 */
export function ofPrograms(): Readonly<Record<string, string>> {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }) };
}

/**
 * A program of this project in a process of its own. Dispose of it with `await using`, which ends it if it still runs.
 */
export class Program {
  readonly #child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Its output and its errors so far. */
  written = '';

  /**
   * @param args the arguments of Node, from the root of the project
   * @param env the whole environment, except the path of programs
   * @param node the Node to run it on; by default the Node of the tests
   */
  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}, node = process.execPath) {
    this.#child = spawn(node, args, {
      cwd: ROOT,
      env: { ...ofPrograms(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.written += text;
      });
    }
    // `exit` would be too early: the last output may still be on its way then.
    this.ended = once(this.#child, 'close').then(([code, signal]: unknown[]) => ({
      code: typeof code === 'number' ? code : null,
      signal: typeof signal === 'string' ? signal : null,
    }));
  }

  /** Its output so far, line by line. */
  get lines(): readonly string[] {
    return this.written.split('\n').filter((line) => line !== '');
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }
}

/** What a program wrote, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly written: string;
}

let runs = 0;

/**
 * Runs a program of this project that ends by itself. It gets a process of its own in the full size. Otherwise it runs in this
 * one, where everything that it needs is loaded already, which takes a tenth of the time.
 * @param path from the root of the project
 */
export async function run(
  path: string,
  env: Readonly<Record<string, string>> = {},
  ...args: readonly string[]
): Promise<Ran> {
  if (isFull) {
    await using program = new Program([path, ...args], env);
    const { code } = await program.ended;
    return { code: code ?? -1, written: program.written };
  }
  const [before, own] = [{ ...process.env }, process.argv];
  const written: string[] = [];
  const write = (...parts: readonly unknown[]): void => void written.push(`${format(...parts)}\n`);
  const spies = (['log', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation(write));
  try {
    process.env = { ...ofPrograms(), ...env };
    process.argv = [process.execPath, path, ...args];
    // Another name each time, because a module runs once.
    runs += 1;
    await import(`${pathToFileURL(join(ROOT, path)).href}?run=${runs}`);
    return { code: Number(process.exitCode ?? 0), written: written.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
    [process.env, process.argv, process.exitCode] = [before, own, undefined];
  }
}
