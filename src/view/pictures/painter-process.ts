import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Commission, Drawing } from './easel.ts';
import type { Order, Report } from './painter.ts';

/** The process that draws. */
export interface Painter {
  /**
   * Draws one picture; not two at a time.
   * @throws CannotPaint
   */
  draw(commission: Commission): Promise<Drawing>;
  end(): void;
}

/** Why a picture was not drawn, and what that says of the next one. */
export class CannotPaint extends Error {
  /** `picture`: only this one; `process`: this process draws no more; `machine`: no process here will ever draw. */
  readonly scope: 'picture' | 'process' | 'machine';

  constructor(scope: CannotPaint['scope'], reason: string) {
    super(reason);
    this.scope = scope;
  }
}

/** Milliseconds: until the process can begin, and for one picture. */
export interface Patience {
  readonly starting: number;
  readonly drawing: number;
}

const PROGRAM = join(import.meta.dirname, 'painter.ts');
/** Nothing of the bot's environment, so no token. These tell glibc to give large pieces of memory back at once. */
const ENVIRONMENT = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
const OPTIONS = ['--max-old-space-size=64', '--max-semi-space-size=1'];

/** @param program another one than the painter, for tests */
export function startPainter(patience: Patience, program: string = PROGRAM): Painter {
  const child = fork(program, [], {
    env: ENVIRONMENT,
    execArgv: OPTIONS,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  giveWay(child);
  let heard = Promise.withResolvers<Report>();
  const gone = Promise.withResolvers<never>();
  // Whoever draws meets it; until then nobody does.
  gone.promise.catch(() => undefined);
  child.on('message', (report: Report) => heard.resolve(report));
  child.on('error', (error) => gone.reject(new CannotPaint('process', error.message)));
  child.on('exit', (code, signal) => {
    gone.reject(new CannotPaint('process', `the painter ended (${signal ?? code})`));
  });

  /** What it says next, within some time. */
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
  ready.catch(() => undefined);
  return {
    async draw(commission) {
      const start = await ready;
      if (start.kind === 'unable') throw new CannotPaint('machine', start.reason);
      const report = next(patience.drawing);
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

/** Who draws waits for who answers; and it does not keep the bot from ending. */
function giveWay(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It may have ended already; that is told when something is to be drawn.
  }
}
