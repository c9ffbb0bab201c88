import { NO_METER } from '../../src/meter.ts';
import { pino } from 'pino';
import { localTimetable, type ScheduledPost } from '../../src/schedule/scheduled-post.ts';
import type { Job, Scheduler } from '../../src/schedule/scheduler.ts';
import { changeGuild, ensureGuild, type Guild, guildOf } from '../../src/store/members/guilds.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { makeBatch } from '../../src/store/batch.ts';
import { planPost } from '../../src/store/schedule/posts.ts';
import type { Db } from '../../src/store/schema.ts';
import { WHOLE } from '../../src/store/share.ts';
import { button, card, row, text as written } from '../../src/view/components.ts';
import { wordsFor } from '../../src/words/index.ts';

import { NO_PICTURES } from '../pictures.ts';
import type { PostKind } from '../../src/study/post-kinds.ts';
import { emptyStore } from '../database.ts';
import { nextRun } from '../../src/schedule/due.ts';
import { FakeOutbox } from './fake-outbox.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

/** Nine in the morning in Istanbul, a Monday. */
export const NINE = at('2026-11-23T06:00Z');

export interface Setting {
  readonly store: Store;
  readonly db: Db;
  readonly outbox: FakeOutbox;
  readonly scheduler: Scheduler;
  /** The lines of the log. */
  readonly logged: string[];
  /** The time of `app.now()` and of Discord's clock. */
  readonly clock: { now: number };
}

/** A store, a Discord and a scheduler around them. Pass the parts that should outlive a restart. */
export async function setting(
  posts: readonly ScheduledPost[],
  {
    place,
    outbox,
    clock = { now: NINE },
    jobs = [],
  }: { place?: string; outbox?: FakeOutbox; clock?: { now: number }; jobs?: readonly Job[] } = {},
): Promise<Setting> {
  const store = await (place === undefined ? emptyStore() : openStore(place));
  const logged: string[] = [];
  const channel = outbox ?? new FakeOutbox(() => clock.now);
  const scheduler: Scheduler = {
    app: {
      db: store.db,
      now: () => clock.now,
      log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
      library: {
        roadmap: () => Promise.resolve(null),
        version: () => Promise.resolve(null),
        shelve: () => Promise.resolve(),
      },
      meter: NO_METER,
      outbox: channel,
      pictures: NO_PICTURES,
      importHosts: [],
      restored: null,
      share: WHOLE,
      rooms: null,
      events: {
        lacking: () => [],
        make: () => Promise.resolve(null),
        find: () => Promise.resolve(null),
        state: () => Promise.resolve('gone'),
        move: () => Promise.resolve(),
        start: () => Promise.resolve(),
        end: () => Promise.resolve(),
        cancel: () => Promise.resolve(),
        interested: () => Promise.resolve([]),
      },
      roles: { problem: () => null, give: () => Promise.resolve({ fate: 'unavailable' }) },
      wordsFor,
    },
    posts,
    jobs,
    turn: () => Promise.resolve(),
    batch: makeBatch(store.db, () => Promise.resolve()),
    later: () => undefined,
  };
  return { store, db: store.db, outbox: channel, scheduler, logged, clock };
}

/** A post that names its date. */
export function plainPost(kind: PostKind = 'daily', overrides: Partial<ScheduledPost> = {}): ScheduledPost {
  return {
    kind,
    window: (kind === 'daily' ? 6 : 24) * HOUR,
    timetable: (guild) => localTimetable(guild, kind === 'daily' ? guild.weekdays : [guild.weeklyDay]),
    prepare: (_app, _guild, run) => Promise.resolve({ chosen: run.date }),
    sample: (_app, _guild, today) => Promise.resolve({ chosen: today.date }),
    render: (_app, _guild, content, deliveryId) =>
      Promise.resolve(
        card('neutral', written(JSON.stringify(content)), row(button('In', `v1:post:in:${deliveryId}`))),
      ),
    ...overrides,
  };
}

/** Makes a guild that is set up, with its planned posts. */
export async function guildWith(
  db: Db,
  posts: readonly ScheduledPost[],
  { id = '1001', since = NINE - HOUR }: { id?: string; since?: number } = {},
): Promise<Guild> {
  await db
    .insertInto('roadmap')
    .values({ id: 'backend', title: 'Backend', source: '# Backend', revision: 1, updated_at: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await ensureGuild(db, id, 'en-US', since);
  await changeGuild(db, id, {
    roadmapId: 'backend',
    channelId: `channel-${id}`,
    timeZone: 'Europe/Istanbul',
    weeklyDay: 7,
  });
  const guild = await guildOf(db, id);
  if (guild === null) throw new Error('the guild was just written');
  for (const post of posts) {
    const times = post.timetable(guild);
    await planPost(db, id, post.kind, times === null ? null : nextRun(times, since));
  }
  return guild;
}
