/** The bench loads this into a bot by `--import`. It reports the bot's memory after a garbage collection. */
import { setTimeout as sleep } from 'node:timers/promises';

process.on('message', (message) => {
  if (message !== 'memory') return;
  void (async () => {
    // A second collection returns to the system what the first one has freed.
    for (let round = 0; round < 2; round += 1) {
      globalThis.gc?.();
      await sleep(200);
    }
    process.send?.({ rss: process.memoryUsage.rss() });
  })();
});
process.channel?.unref();
