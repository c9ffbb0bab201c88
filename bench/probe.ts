/** Loaded into a bot by `--import`: tells the bench how much memory the bot has, once all that is garbage is gone. */
import { setTimeout as sleep } from 'node:timers/promises';

process.on('message', (message) => {
  if (message !== 'memory') return;
  void (async () => {
    // What a first collection lets go of, a second one can give back to the system.
    for (let round = 0; round < 2; round += 1) {
      globalThis.gc?.();
      await sleep(200);
    }
    process.send?.({ rss: process.memoryUsage.rss() });
  })();
});
process.channel?.unref();
