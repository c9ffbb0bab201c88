/** The bench loads this into a bot by `--import`. It reports what only the process itself can measure. */
import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as sleep } from 'node:timers/promises';

/** The bench asks for one of these; each answer is a number. */
export type Asked = 'memory' | 'heap' | 'cpu' | 'watch' | 'stall' | 'step' | 'rush';

/** How often the probe looks, in milliseconds. */
const LOOK = 1;

/** The longest time between two looks while it watches. `step` is the CPU time of the main thread in between. */
const longest = { stall: 0, step: 0 };
let watching: NodeJS.Timeout | undefined;
/** When messages were sent since `watch`, in the order of sending. */
const messages: number[] = [];

subscribe('undici:client:sendHeaders', (event) => {
  if (/\/channels\/\d+\/messages$/.test(pathOf(event))) messages.push(performance.now());
});

/** The address of a request that undici is about to send. The probe has no zod, because it is loaded into each bot. */
function pathOf(event: unknown): string {
  const { request = null } = typeof event === 'object' && event !== null && 'request' in event ? event : {};
  return typeof request === 'object' && request !== null && 'path' in request ? String(request.path) : '';
}

const answers: Readonly<Record<Asked, () => number | Promise<number>>> = {
  /** The resident memory after a garbage collection, in bytes. */
  async memory() {
    await collect();
    return process.memoryUsage.rss();
  },
  /** The heap in use after a garbage collection, in bytes. */
  async heap() {
    await collect();
    return process.memoryUsage().heapUsed;
  },
  /** The CPU time of all threads since the start, in milliseconds. */
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  /** Begins to watch for how long anything holds up the event loop. */
  watch() {
    clearInterval(watching);
    Object.assign(longest, { stall: 0, step: 0 });
    messages.length = 0;
    let last = { at: performance.now(), cpu: ofThread() };
    watching = setInterval(() => {
      const now = { at: performance.now(), cpu: ofThread() };
      longest.stall = Math.max(longest.stall, now.at - last.at);
      longest.step = Math.max(longest.step, now.cpu - last.cpu);
      last = now;
    }, LOOK);
    return 0;
  },
  /** The longest time since `watch` for which the event loop was held up, in milliseconds. Ends the watch. */
  stall() {
    clearInterval(watching);
    return longest.stall;
  },
  /** The same without the time in which other processes had the processor. */
  step: () => longest.step,
  /** The most messages since `watch` that were sent within a second. */
  rush: () =>
    Math.max(0, ...messages.map((from, n) => messages.filter((at, m) => m >= n && at < from + 1000).length)),
};

/** The CPU time of the main thread, in milliseconds. */
function ofThread(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function collect(): Promise<void> {
  // A second collection returns to the system what the first one has freed.
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.();
    await sleep(200);
  }
}

process.on('message', (asked: Asked) => {
  void Promise.resolve(answers[asked]()).then((figure) => process.send?.({ figure }));
});
process.channel?.unref();
