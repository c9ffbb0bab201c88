import { beforeEach, describe, expect, test } from 'vitest';
import {
  claimDelivery,
  type Delivery,
  deliveryId,
  deliveryOf,
  giveUp,
  pastDeliveries,
  markSent,
  noteRuns,
  unsettledDeliveries,
} from '../../../src/store/schedule/deliveries.ts';
import { changeGuild, ensureGuild } from '../../../src/store/members/guilds.ts';
import { ensureMember } from '../../../src/store/members/members.ts';
import type { Db } from '../../../src/store/schema.ts';
import { emptyStore } from '../../database.ts';
import { WHOLE } from '../../../src/store/share.ts';

let db: Db;
beforeEach(async () => {
  const store = await emptyStore();
  db = store.db;
  for (const id of ['1', '2']) await ensureGuild(db, id, 'en-US', 0);
  return () => store.close();
});

function claim(date: string, guildId = '1', content: unknown = { topic: 'acid' }): Promise<Delivery | null> {
  return claimDelivery(db, {
    guildId,
    kind: 'daily',
    run: { at: 1_000, date },
    channelId: '77',
    content,
    at: 1_001,
  });
}

async function claimed(date: string, guildId = '1'): Promise<string> {
  const delivery = await claim(date, guildId);
  if (delivery === null) throw new Error(`${date} is taken`);
  return delivery.id;
}

test('a member who deletes their data while a post is prepared is not stored in it', async () => {
  const [ana, ben, cem] = ['100000000000000001', '100000000000000002', '100000000000000003'] as const;
  await ensureMember(db, ana, 0);
  const content = {
    doing: [ana, ben],
    people: [{ userId: cem }, { userId: ana, topics: ['acid', 'joins'] }],
    topic: 'acid',
  };
  expect((await claim('2026-11-23', '1', content))?.content).toEqual({
    doing: [ana],
    people: [{ userId: ana, topics: ['acid', 'joins'] }],
    topic: 'acid',
  });
});

test('its id is short enough for a nonce and a custom id, and differs with each part of the key', () => {
  const keys = [
    { guildId: '1', kind: 'daily', date: '2026-11-23' },
    { guildId: '2', kind: 'daily', date: '2026-11-23' },
    { guildId: '1', kind: 'weekly', date: '2026-11-23' },
    { guildId: '1', kind: 'daily', date: '2026-11-24' },
  ] as const;
  const ids = keys.map(deliveryId);
  expect(new Set(ids).size).toBe(keys.length);
  for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/);
});

describe('a claim', () => {
  test('exists once for a guild, kind and date', async () => {
    expect(await claim('2026-11-23')).toEqual({
      id: deliveryId({ guildId: '1', kind: 'daily', date: '2026-11-23' }),
      guildId: '1',
      kind: 'daily',
      date: '2026-11-23',
      state: 'claimed',
      channelId: '77',
      dueAt: 1_000,
      claimedAt: 1_001,
      sentAt: null,
      messageId: null,
      content: { topic: 'acid' },
      pings: true,
    });
    expect(await claim('2026-11-23', '1', { topic: 'tmux' })).toBeNull();
    expect(await claim('2026-11-23', '2')).not.toBeNull();
    expect(await claim('2026-11-24')).not.toBeNull();
    const first = await deliveryOf(db, deliveryId({ guildId: '1', kind: 'daily', date: '2026-11-23' }));
    expect(first?.content).toEqual({ topic: 'acid' });
  });

  test('is unsettled until it is marked or given up', async () => {
    const [sent, failed, open] = [
      await claimed('2026-11-23'),
      await claimed('2026-11-24'),
      await claimed('2026-11-25'),
    ];
    await markSent(db, sent, 'm1', 2_000);
    await giveUp(db, failed, 'failed');
    expect((await unsettledDeliveries(db, WHOLE)).map(({ id }) => id)).toEqual([open]);
    expect(await deliveryOf(db, sent)).toMatchObject({ state: 'sent', messageId: 'm1', sentAt: 2_000 });
  });

  test('is left alone where the bot is gone', async () => {
    await claimed('2026-11-23');
    await changeGuild(db, '1', { leftAt: 5 });
    expect(await unsettledDeliveries(db, WHOLE)).toEqual([]);
  });

  test('that has ended does not change again', async () => {
    const id = await claimed('2026-11-23');
    await markSent(db, id, 'm1', 2_000);
    await giveUp(db, id, 'failed');
    await markSent(db, id, 'm2', 3_000);
    expect(await deliveryOf(db, id)).toMatchObject({ state: 'sent', messageId: 'm1', sentAt: 2_000 });
  });
});

describe('whether a post mentions the role', () => {
  const HOUR = 60 * 60_000;
  /**
   * A daily post mentioned the role one hour after the epoch. Claims the weekly post of a group so many hours later.
   */
  async function weekly(guildId: string, hours: number, date: string): Promise<boolean | undefined> {
    const post = { channelId: '77', content: null };
    const first = { at: HOUR, date: '1970-01-01' };
    await claimDelivery(db, { ...post, guildId: '1', kind: 'daily', run: first, at: HOUR });
    const at = (1 + hours) * HOUR;
    return (await claimDelivery(db, { ...post, guildId, kind: 'weekly', run: { at, date }, at }))?.pings;
  }

  test.each([
    { guildId: '1', hours: 5.99, date: '1970-01-02', pings: false },
    { guildId: '1', hours: 6, date: '1970-01-02', pings: true },
    { guildId: '1', hours: 12, date: '1970-01-01', pings: false },
    { guildId: '2', hours: 0, date: '1970-01-01', pings: true },
  ])('$pings: $hours hours after another post of guild 1, dated $date, in guild $guildId', async (given) => {
    expect(await weekly(given.guildId, given.hours, given.date)).toBe(given.pings);
  });
});

test('runs without a message are noted once, and do not overwrite a sent one', async () => {
  const sent = await claimed('2026-11-23');
  await markSent(db, sent, 'm1', 2_000);
  const runs = ['2026-11-23', '2026-11-24'].map((date) => ({ at: 1_000, date }));
  for (const at of [5_000, 6_000])
    await noteRuns(db, { guildId: '1', kind: 'daily', runs, channelId: '78', state: 'skipped', at });
  const noted = await db
    .selectFrom('delivery')
    .select(['local_date', 'state', 'channel_id', 'due_at', 'claimed_at'])
    .orderBy('local_date')
    .execute();
  expect(noted).toEqual([
    { local_date: '2026-11-23', state: 'sent', channel_id: '77', due_at: 1_000, claimed_at: 1_001 },
    { local_date: '2026-11-24', state: 'skipped', channel_id: '78', due_at: 1_000, claimed_at: 5_000 },
  ]);
});

test('the past ones of a guild, oldest first, without those that failed or were skipped', async () => {
  for (const date of ['2026-11-22', '2026-11-20', '2026-11-21', '2026-11-23']) await claimed(date);
  await giveUp(db, deliveryId({ guildId: '1', kind: 'daily', date: '2026-11-21' }), 'skipped');
  await claimed('2026-11-22', '2');
  const past = await pastDeliveries(db, '1', 'daily', '2026-11-23');
  expect(past.map(({ date, guildId }) => [date, guildId])).toEqual([
    ['2026-11-20', '1'],
    ['2026-11-22', '1'],
  ]);
});
