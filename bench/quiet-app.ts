import type { Logger } from 'pino';
import type { Outbox } from '../src/discord/outbox.ts';
import { NO_METER } from '../src/meter.ts';
import type { Scheduler } from '../src/schedule/scheduler.ts';
import { makeLibrary } from '../src/store/roadmaps/library.ts';
import type { Db } from '../src/store/schema.ts';
import { WHOLE } from '../src/store/share.ts';
import { wordsFor } from '../src/words/index.ts';

/** What a scheduler works with, on a store without a Discord: whatever is sent has been sent. `now`: epoch ms. */
export function quietApp(db: Db, log: Logger, now: number): Scheduler['app'] {
  const outbox: Outbox = {
    available: () => true,
    underWay: () => 0,
    send: (_channelId, _message, nonce) => Promise.resolve({ messageId: nonce }),
    roleThere: () => null,
    mayAttach: () => false,
    find: () => Promise.resolve(null),
    openPrivateThread: () => Promise.resolve(null),
    addToThread: () => Promise.resolve(),
    archiveThread: () => Promise.resolve(),
    takeOutPictures: () => Promise.resolve(),
    openDm: (userId) => Promise.resolve(userId),
    mayWrite: () => Promise.resolve(true),
    edit: () => Promise.resolve('done'),
    remove: () => Promise.resolve(),
    isMember: () => Promise.resolve(true),
    membersAmong: () => Promise.resolve(new Map()),
  };
  return {
    db,
    meter: NO_METER,
    outbox,
    library: makeLibrary(),
    log,
    now: () => now,
    pictures: { draw: () => Promise.resolve(null), stop: () => undefined },
    importHosts: null,
    restored: null,
    share: WHOLE,
    rooms: null,
    events: {
      lacking: () => [],
      make: () => Promise.resolve(null),
      find: () => Promise.resolve(null),
      state: () => Promise.resolve('gone' as const),
      move: () => Promise.resolve(),
      start: () => Promise.resolve(),
      end: () => Promise.resolve(),
      cancel: () => Promise.resolve(),
      interested: () => Promise.resolve([]),
    },
    roles: { problem: () => null, give: () => Promise.resolve({ fate: 'unavailable' as const }) },
    wordsFor,
  };
}
