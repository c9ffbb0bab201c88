import { card, text } from '../../src/view/components.ts';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { tick } from '../../src/schedule/tick.ts';
import type { ScheduledPost } from '../../src/schedule/scheduled-post.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { pausePost, planPost, postsOf } from '../../src/store/schedule/posts.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { makeDatabase } from '../database.ts';
import type { Fate } from './fake-outbox.ts';
import { guildWith, HOUR, MINUTE, NINE, plainPost, type Setting, setting } from './setting.ts';

const opened: Setting[] = [];
afterEach(async () => {
  for (const { store } of opened.splice(0)) await store.close();
});

async function ready(posts: readonly ScheduledPost[] = [plainPost()], guilds = ['1001']): Promise<Setting> {
  const here = await setting(posts);
  opened.push(here);
  for (const id of guilds) await guildWith(here.db, posts, { id });
  return here;
}

async function beatAt(here: Setting, now: number): ReturnType<typeof tick> {
  here.clock.now = now;
  return tick(here.scheduler, now);
}

const deliveries = ({ db }: Setting) =>
  db.selectFrom('delivery').select(['kind', 'local_date', 'state']).orderBy('due_at').execute();
const states = async (here: Setting): Promise<string[]> =>
  (await deliveries(here)).map(({ local_date, state }) => `${local_date.slice(5)} ${state}`);

describe('a run that is due', () => {
  test('is sent once and marked, and the next one is planned', async () => {
    const here = await ready();
    expect(await beatAt(here, NINE - 1)).toEqual({});
    expect(await beatAt(here, NINE)).toEqual({ sent: 1 });
    expect(await beatAt(here, NINE + MINUTE)).toEqual({});
    expect(here.outbox.messages).toMatchObject([{ channelId: 'channel-1001' }]);
    expect(JSON.stringify(here.outbox.messages[0]?.body)).toContain('2026-11-23');
    expect(await states(here)).toEqual(['11-23 sent']);
    expect(await postsOf(here.db, '1001')).toMatchObject([
      { next: { date: '2026-11-24', at: NINE + 24 * HOUR } },
    ]);
  });

  test.each([
    ['five hours late is caught up', 5 * HOUR, ['11-23 sent']],
    ['seven hours late is skipped', 7 * HOUR, ['11-23 skipped']],
    ['missed twice: both are counted', 24 * HOUR + 7 * HOUR, ['11-23 skipped', '11-24 skipped']],
    ['missed twice, the third on time', 48 * HOUR, ['11-23 skipped', '11-24 skipped', '11-25 sent']],
  ])('%s', async (_case, late, expected) => {
    const here = await ready();
    await beatAt(here, NINE + late);
    expect(await states(here)).toEqual(expected);
    await beatAt(here, NINE + late + MINUTE);
    expect(await states(here)).toEqual(expected);
  });

  test('a weekly post is caught up for a day', async () => {
    const here = await ready([plainPost('weekly')]);
    const sunday = NINE + 6 * 24 * HOUR;
    expect(await beatAt(here, sunday + 20 * HOUR)).toEqual({ 'caught-up': 1 });
    expect(await states(here)).toEqual(['11-29 sent']);
  });

  test('two weeks of ticks, every hour: one message a day, one summary a week', async () => {
    const here = await ready([plainPost('daily'), plainPost('weekly')]);
    for (let hour = 0; hour < 14 * 24; hour += 1) await beatAt(here, NINE + hour * HOUR + 7 * MINUTE);
    const kinds = (await deliveries(here)).map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds.filter((kind) => kind === 'daily sent')).toHaveLength(14);
    expect(kinds.filter((kind) => kind === 'weekly sent')).toHaveLength(2);
    expect(here.outbox.messages).toHaveLength(16);
  });

  test('a post that has nothing to say is skipped', async () => {
    const here = await ready([plainPost('daily', { prepare: () => Promise.resolve(null) })]);
    expect(await beatAt(here, NINE)).toEqual({ skipped: 1 });
    expect(here.outbox.requests.send).toBe(0);
    expect(await beatAt(here, NINE + 24 * HOUR)).toEqual({ skipped: 1 });
  });

  test('a post that is moved to later on the same day is not sent again', async () => {
    const here = await ready();
    await beatAt(here, NINE);
    await here.db
      .updateTable('post')
      .set({ next_at: NINE + HOUR, next_date: '2026-11-23' })
      .execute();
    expect(await beatAt(here, NINE + HOUR)).toEqual({});
    expect(here.outbox.messages).toHaveLength(1);
    expect(await postsOf(here.db, '1001')).toMatchObject([{ next: { date: '2026-11-24' } }]);
  });

  test('a post waits for the end of an outage, and is caught up then', async () => {
    const here = await ready();
    here.outbox.outages.add('1001');
    expect(await beatAt(here, NINE)).toEqual({});
    expect(await states(here)).toEqual([]);
    here.outbox.outages.clear();
    expect(await beatAt(here, NINE + 2 * HOUR)).toEqual({ 'caught-up': 1 });
  });

  test('nothing is sent if the bot has left, or if the channel was unset', async () => {
    const here = await ready([plainPost()], ['1001', '1002']);
    await changeGuild(here.db, '1001', { leftAt: NINE - MINUTE });
    await changeGuild(here.db, '1002', { channelId: null });
    expect(await beatAt(here, NINE)).toEqual({});
    expect(here.outbox.requests.send).toBe(0);
    expect(await postsOf(here.db, '1002')).toMatchObject([{ next: null, pause: null }]);
  });
});

describe('a change in the meantime', () => {
  test('if the post was paused or moved while its content was chosen, nothing is sent', async () => {
    const post = plainPost('daily', {
      prepare: async (app, guild) => {
        if (guild.id === '1001') await pausePost(app.db, guild.id, 'daily', 'organiser', NINE);
        else await planPost(app.db, guild.id, 'daily', { at: NINE + HOUR, date: '2026-11-23' });
        return {};
      },
    });
    const here = await ready([post], ['1001', '1002']);
    expect(await beatAt(here, NINE)).toEqual({});
    expect(await states(here)).toEqual([]);
    expect(await postsOf(here.db, '1001')).toMatchObject([{ next: null, pause: { since: NINE } }]);
    expect(await postsOf(here.db, '1002')).toMatchObject([{ next: { at: NINE + HOUR } }]);
  });

  test('an outage that begins while a delivery is unsettled: it waits until the guild is back', async () => {
    const here = await ready();
    here.outbox.fates.push('answer-lost');
    await beatAt(here, NINE);
    here.outbox.outages.add('1001');
    expect(await beatAt(here, NINE + 10 * MINUTE)).toEqual({});
    expect(here.outbox.requests).toMatchObject({ send: 1, find: 0 });
    here.outbox.outages.clear();
    expect(await beatAt(here, NINE + HOUR)).toEqual({ found: 1 });
  });

  test('if it was stopped before it began, nothing is done', async () => {
    const here = await ready();
    expect(await tick(here.scheduler, NINE, AbortSignal.abort())).toEqual({});
    expect(here.outbox.requests.send).toBe(0);
  });
});

describe('when Discord fails', () => {
  test.each<[string, Fate[], number]>([
    ['it is down for three minutes', ['unavailable', 'unavailable', 'unavailable'], 1],
    ['the answer is lost though the message stands', ['answer-lost'], 1],
    ['all of it', ['unavailable', 'answer-lost', 'unavailable', 'answer-lost'], 1],
  ])('%s: one message in the end', async (_case, fates, expected) => {
    const here = await ready();
    here.outbox.fates.push(...fates);
    expect(await beatAt(here, NINE)).toEqual({ postponed: 1 });
    for (let minute = 1; minute < 10; minute += 1) await beatAt(here, NINE + minute * MINUTE);
    expect(here.outbox.messages).toHaveLength(expected);
    expect(await states(here)).toEqual(['11-23 sent']);
  });

  test('if it is down for the whole window, the post is given up, and the next day is sent', async () => {
    const here = await ready();
    here.outbox.fates.push(...Array.from({ length: 7 }, (): Fate => 'unavailable'));
    for (let hour = 0; hour <= 7; hour += 1) await beatAt(here, NINE + hour * HOUR);
    expect(await states(here)).toEqual(['11-23 skipped']);
    expect(await beatAt(here, NINE + 24 * HOUR)).toEqual({ sent: 1 });
  });

  test.each([
    ['gone', 'channel-gone'],
    ['forbidden', 'forbidden'],
  ] as const)('if the channel is %s: one request, and the post is paused', async (fate, reason) => {
    const here = await ready([plainPost('daily'), plainPost('weekly')]);
    here.outbox.fates.push(fate);
    expect(await beatAt(here, NINE)).toEqual({ failed: 1 });
    for (let hour = 1; hour < 72; hour += 1) await beatAt(here, NINE + hour * HOUR);
    expect(here.outbox.requests.send).toBe(1);
    expect(await states(here)).toEqual(['11-23 failed']);
    const [daily, weekly] = await postsOf(here.db, '1001');
    expect(daily).toMatchObject({ next: null, pause: { since: NINE, reason } });
    expect(weekly).toMatchObject({ pause: null });
  });

  test('if an organiser has chosen another channel in the meantime, the post is not paused', async () => {
    const here = await ready();
    here.outbox.fates.push('unavailable', 'gone');
    await beatAt(here, NINE);
    await changeGuild(here.db, '1001', { channelId: 'another' });
    expect(await beatAt(here, NINE + MINUTE)).toEqual({ failed: 1 });
    expect(await postsOf(here.db, '1001')).toMatchObject([{ pause: null, next: { date: '2026-11-24' } }]);
  });

  test.each([
    ['what may not be looked for', 'forbidden'],
    ['what is lost among thousands of messages', 'lost-sight'],
  ] as const)('%s is not sent twice, and does not pause', async (_case, fate) => {
    const here = await ready();
    here.outbox.fates.push('answer-lost');
    here.outbox.findFates.push(fate);
    await beatAt(here, NINE);
    expect(await beatAt(here, NINE + HOUR)).toEqual({ failed: 1 });
    expect(here.outbox.messages).toHaveLength(1);
    expect(await postsOf(here.db, '1001')).toMatchObject([{ pause: null }]);
  });

  test('if the post was paused while unsettled, a sent message is noted, and an unsent one is not sent', async () => {
    const here = await ready([plainPost()], ['1001', '1002']);
    here.outbox.fates.push('answer-lost', 'unavailable');
    await beatAt(here, NINE);
    for (const id of ['1001', '1002']) await pausePost(here.db, id, 'daily', 'organiser', NINE);
    expect(await beatAt(here, NINE + MINUTE)).toEqual({ found: 1, skipped: 1 });
    expect(here.outbox.messages).toHaveLength(1);
  });
});

describe("one guild's failure is its own", () => {
  test.each<[string, Partial<ScheduledPost>]>([
    [
      'choosing',
      {
        prepare: (_app, guild) =>
          guild.id === '1002' ? Promise.reject(new Error('broken')) : Promise.resolve({}),
      },
    ],
    [
      'rendering',
      {
        render: (_app, guild) =>
          guild.id === '1002'
            ? Promise.reject(new Error('broken'))
            : Promise.resolve(card('neutral', text('Well'))),
      },
    ],
    [
      'its timetable',
      {
        timetable: (guild) => {
          if (guild.id === '1002') throw new RangeError('broken');
          return { timeZone: 'UTC', at: '06:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };
        },
      },
    ],
  ])('%s', async (_case, overrides) => {
    const here = await ready([plainPost()], ['1001', '1002', '1003']);
    const scheduler = { ...here.scheduler, posts: [plainPost('daily', overrides)] };
    expect(await tick(scheduler, NINE)).toMatchObject({ sent: 2 });
    expect(here.outbox.messages.map(({ channelId }) => channelId).toSorted()).toEqual([
      'channel-1001',
      'channel-1003',
    ]);
    expect(here.logged.join()).toContain('broken');
  });

  test('a fault of the program is tried once, and not every minute', async () => {
    const here = await ready([plainPost('daily', { prepare: () => Promise.reject(new Error('broken')) })]);
    expect(await beatAt(here, NINE)).toEqual({ failed: 1 });
    expect(await beatAt(here, NINE + MINUTE)).toEqual({});
    expect(await states(here)).toEqual(['11-23 failed']);
  });

  test.each([
    ['chosen', 'prepare'],
    ['written', 'render'],
  ] as const)(
    'a database that is away while a post is %s delays it, and does not cost it',
    async (_, step) => {
      const plain = plainPost();
      let tries = 0;
      const away = (): void => {
        tries += 1;
        if (tries === 1) throw new StoreError('unreachable', 'the server does not answer');
      };
      const here = await ready([
        plainPost('daily', {
          prepare: async (...given) => {
            if (step === 'prepare') away();
            return plain.prepare(...given);
          },
          render: async (...given) => {
            if (step === 'render') away();
            return plain.render(...given);
          },
        }),
      ]);
      expect(await beatAt(here, NINE)).toEqual({ postponed: 1 });
      expect(await beatAt(here, NINE + MINUTE)).toEqual({ sent: 1 });
      expect(await states(here)).toEqual(['11-23 sent']);
    },
  );

  test('the tick does not throw if the store cannot be read', async () => {
    await using database = await makeDatabase();
    const here = await setting([plainPost()], { place: database.place });
    await here.store.close();
    expect(await tick(here.scheduler, NINE)).toEqual({});
    expect(here.logged.join()).toContain('could not be read');
  });
});

describe('many guilds in one minute', () => {
  test('each waits for its turn before it is sent, and all are sent', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => String(2000 + n));
    const order: string[] = [];
    const here = await ready([plainPost()], ids);
    for (let n = 0; n < 60; n += 1) here.outbox.fates.push({ before: () => void order.push('sent') });
    const scheduler = { ...here.scheduler, turn: () => Promise.resolve(void order.push('turn')) };
    expect(await tick(scheduler, NINE)).toEqual({ sent: 60 });
    expect(order.filter((what) => what === 'sent')).toHaveLength(60);
    let ahead = 0;
    for (const what of order) {
      ahead += what === 'turn' ? 1 : -1;
      expect(ahead).toBeGreaterThanOrEqual(0);
    }
  });

  test('are prepared when there is room for them, and not all at once', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => String(2000 + n));
    let underWay = 0;
    let most = 0;
    const slow = plainPost('daily', {
      async prepare() {
        underWay += 1;
        most = Math.max(most, underWay);
        await setTimeout(1);
        return { date: 'x' };
      },
    });
    const here = await ready([slow], ids);
    for (let n = 0; n < 60; n += 1) here.outbox.fates.push({ after: () => void (underWay -= 1) });
    expect(await tick(here.scheduler, NINE)).toEqual({ sent: 60 });
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(40);
  });

  test('if it is stopped, no more begin, those that have begun are sent, and the rest is due at the next start', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => String(2000 + n));
    const here = await ready([plainPost()], ids);
    const stopping = new AbortController();
    here.outbox.fates.push('ok', 'ok', { after: () => stopping.abort() });
    const first = await tick(here.scheduler, NINE, stopping.signal);
    expect(
      await here.db.selectFrom('delivery').select('id').where('state', '=', 'claimed').execute(),
    ).toEqual([]);
    expect(first.sent).toBeGreaterThanOrEqual(3);
    expect(first.sent).toBeLessThan(80);
    expect(here.logged.join()).not.toContain('could not be handled');
    await beatAt(here, NINE + MINUTE);
    expect(here.outbox.messages).toHaveLength(100);
  });
});
