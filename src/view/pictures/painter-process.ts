import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Commission, Drawing } from './easel.ts';
import type { Order, Report } from './painter.ts';

/** A process that draws pictures. */
export interface Painter {
  /**
   * Draws a picture. It must not be called again before it has finished.
   * @param within how long it may take, in milliseconds
   * @throws CannotPaint
   */
  draw(commission: Commission, within: number): Promise<Drawing>;
  end(): void;
}

/** Says why a picture was not drawn, and whether others can be. */
export class CannotPaint extends Error {
  /**
   * `picture`: only this picture fails. `process`: this process draws no more. `machine`: no process on this machine
   * can draw.
   */
  readonly scope: 'picture' | 'process' | 'machine';

  constructor(scope: CannotPaint['scope'], reason: string) {
    super(reason);
    this.scope = scope;
  }
}

/** The time limit for the start of the process, in milliseconds. */
export interface Patience {
  readonly starting: number;
}

const PROGRAM = join(import.meta.dirname, 'painter.ts');
/**
 * The painter gets none of the bot's environment, so it has no token. These variables tell glibc to return large pieces
 * of memory at once.
 */
const ENVIRONMENT = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
const OPTIONS = ['--max-old-space-size=64', '--max-semi-space-size=1'];

/** @param program another program than the painter, for tests */
export function startPainter(patience: Patience, program: string = PROGRAM): Painter {
  const child = fork(program, [], {
    env: ENVIRONMENT,
    execArgv: OPTIONS,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // The bot can end while the painter runs.
  child.unref();
  child.channel?.unref();
  giveWay(child, constants.priority.PRIORITY_BELOW_NORMAL);
  let heard = Promise.withResolvers<Report>();
  const gone = Promise.withResolvers<never>();
  // The next call of `draw` reports this. Until then nobody waits for it.
  gone.promise.catch(() => undefined);
  child.on('message', (report: Report) => heard.resolve(report));
  child.on('error', (error) => gone.reject(new CannotPaint('process', error.message)));
  child.on('exit', (code, signal) => {
    gone.reject(new CannotPaint('process', `the painter ended (${signal ?? code})`));
  });

  /** Waits for the next report, for so many milliseconds. */
  const next = (within: number): Promise<Report> => {
    heard = Promise.withResolvers<Report>();
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      late.reject(new CannotPaint('process', `the painter said nothing for ${within} ms`));
    }, within);
    return Promise.race([heard.promise, late.promise, gone.promise]).finally(() => clearTimeout(timer));
  };
  const ready = next(patience.starting);
  // While it draws, other answers wait for a processor more than for anything else, and at the lowest priority it takes half as
  // much of it from them. A start at that priority would take too long on a busy machine.
  ready.then(
    () => giveWay(child, constants.priority.PRIORITY_LOW),
    () => undefined,
  );
  return {
    async draw(commission, within) {
      const start = await ready;
      if (start.kind === 'unable') throw new CannotPaint('machine', start.reason);
      const report = next(within);
      child.send({ commission } satisfies Order);
      const drawn = await report;
      if (drawn.kind === 'drawn') return drawn.drawing;
      throw new CannotPaint('picture', drawn.kind === 'failed' ? drawn.reason : 'the painter is confused');
    },
    end() {
      if (child.connected) child.disconnect();
    },
  };
}

/** Lets the bot come first. Linux does so only for the main thread, and for those that it makes later. */
function giveWay({ pid }: ChildProcess, priority: number): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, priority);
  } catch {
    // The process may have ended already. The next drawing reports that.
  }
}
