import type { App } from '../../app.ts';
import type { UnderWay } from '../../discord/under-way.ts';
import { traceOf } from '../scheduler.ts';

/** Does work about a guild after all earlier work about it. It resolves in any case: what fails is logged. */
type InOrder = (guildId: string, work: () => Promise<void>) => Promise<void>;

/** Begins with no work. All of it is added to `underWay`, so that the bot ends after it. */
export function inOrder(log: App['log'], underWay: UnderWay): InOrder {
  const queues = new Map<string, Promise<void>>();
  return (guildId, work) => {
    const before = queues.get(guildId) ?? Promise.resolve();
    const done = before.then(work).catch((error: unknown) => {
      log.error({ guildId, cause: traceOf(error) }, 'the study rooms of a server could not be followed');
    });
    queues.set(guildId, done);
    underWay.add(done);
    return done;
  };
}
