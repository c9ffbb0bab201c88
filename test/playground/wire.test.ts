import { once } from 'node:events';
import { constants, createInflate, inflateSync, type Inflate } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';

import { makeClock } from '../../playground/clock.ts';
import { startLocalDiscord, type LocalDiscord } from '../../playground/discord.ts';

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await startLocalDiscord({ gateway: { sessionsPerDay: 2 } });
  discord.addGuild({ name: 'Study group' });
});
afterEach(async () => discord.stop());

interface Payload {
  op: number;
  t?: string;
  s?: number;
  d: { session_id?: string } | null;
}

const identify = (more: object = {}) => ({
  op: 2,
  d: { token: discord.token, intents: 1, properties: {}, ...more },
});

/** What a part of a stream adds to it. Parts end at the end of a payload. */
async function unpack(stream: Inflate, part: Buffer): Promise<Buffer> {
  const made: Buffer[] = [];
  const gather = (data: Buffer) => made.push(data);
  stream.on('data', gather);
  await new Promise<void>((resolve) => {
    stream.write(part);
    stream.flush(constants.Z_SYNC_FLUSH, resolve);
  });
  stream.off('data', gather);
  return Buffer.concat(made);
}

/** A connection on which a test can wait for one payload after the other. */
async function open(query = '?v=10&encoding=json', to = discord) {
  const socket = new WebSocket(`${to.api.replace('http', 'ws').replace('/api', '')}/gateway${query}`);
  const isStream = query.includes('zlib-stream');
  const stream = createInflate();
  const arrived: Payload[] = [];
  let reading = Promise.resolve();
  let wake: (() => void) | undefined;
  socket.on('message', (data: Buffer, isBinary) => {
    reading = reading.then(async () => {
      const whole = isStream ? await unpack(stream, data) : data;
      const payload: Payload = JSON.parse(String(isBinary && !isStream ? inflateSync(whole) : whole));
      arrived.push(payload);
      wake?.();
      return undefined;
    });
  });
  const closed = once(socket, 'close').then(([code]: unknown[]) => code);
  await once(socket, 'open');
  return {
    closed,
    socket,
    say: (payload: unknown) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    async next(): Promise<Payload | undefined> {
      while (arrived.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return arrived.shift();
    },
  };
}

describe('the order of a session', () => {
  test('HELLO, IDENTIFY, READY, servers; heartbeats are acknowledged at any time', async () => {
    const client = await open();
    expect(await client.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    client.say({ op: 1, d: null });
    expect(await client.next()).toEqual({ op: 11 });
    client.say(identify());
    expect(await client.next()).toMatchObject({ op: 0, t: 'READY', s: 1, d: { v: 10 } });
    expect(await client.next()).toMatchObject({ op: 0, t: 'GUILD_CREATE', s: 2, d: { name: 'Study group' } });
  });

  test('a client that sends a heartbeat by itself has read nothing by that', async () => {
    const client = await open();
    await client.next();
    client.say(identify());
    await client.next();
    const first = await client.next();
    discord.addGuild({ name: 'Another' });
    const isRead: true[] = [];
    const read = discord.gateway.roundTrip().then(() => isRead.push(true));
    // It was under way before the client read that there is another server.
    client.say({ op: 1, d: first?.s });
    for (let op; op !== 11; op = (await client.next())?.op);
    expect(isRead).toEqual([]);
    client.say({ op: 1, d: 3 });
    await read;
  });

  test('RESUME replays the events after the given number, then RESUMED', async () => {
    const first = await open();
    await first.next();
    first.say(identify());
    const session_id = (await first.next())?.d?.session_id;
    first.socket.terminate();
    await first.closed;
    const second = await open();
    await second.next();
    second.say({ op: 6, d: { token: discord.token, session_id, seq: 1 } });
    expect([(await second.next())?.t, (await second.next())?.t]).toEqual(['GUILD_CREATE', 'RESUMED']);
  });

  test('a session that the client has closed, or that is unknown, cannot be resumed', async () => {
    const first = await open();
    await first.next();
    first.say(identify());
    const session_id = (await first.next())?.d?.session_id;
    first.socket.close(1000);
    await first.closed;
    const second = await open();
    await second.next();
    second.say({ op: 6, d: { token: discord.token, session_id, seq: 1 } });
    expect(await second.next()).toEqual({ op: 9, d: false });
  });

  test('no more sessions can begin than are left for the day', async () => {
    for (const expected of [0, 0, 9]) {
      const client = await open();
      await client.next();
      client.say(identify());
      expect((await client.next())?.op).toBe(expected);
    }
  });

  test('two sessions of a shard at the same time both get the events', async () => {
    const clients = [await open(), await open()];
    for (const client of clients) {
      await client.next();
      client.say(identify({ shard: [0, 2] }));
      expect(await client.next()).toMatchObject({ t: 'READY' });
    }
    discord.gateway.dispatch('ANYTHING', { of: 'shard 0' }, { guildId: null });
    for (const client of clients) {
      let payload = await client.next();
      while (payload?.t === 'GUILD_CREATE') payload = await client.next();
      expect(payload).toMatchObject({ t: 'ANYTHING' });
    }
  });

  test('payloads are compressed for a client that asks for it', async () => {
    const client = await open();
    await client.next();
    client.say(identify({ compress: true }));
    expect(await client.next()).toMatchObject({ t: 'READY' });
  });
});

async function asked({ api, token }: LocalDiscord): Promise<unknown> {
  const headers = { Authorization: `Bot ${token}` };
  return (await fetch(`${api}/v10/gateway/bot`, { headers })).json();
}

describe('shards', () => {
  test('begin at the same time if their numbers differ by remainder, else one after the other', async () => {
    const paced = await startLocalDiscord({ gateway: { maxConcurrency: 2, identifyEvery: 60_000 } });
    const began = [];
    for (const shard of [0, 1, 2, 3, 0]) {
      const client = await open(undefined, paced);
      await client.next();
      client.say({ op: 2, d: { token: paced.token, intents: 1, properties: {}, shard: [shard, 4] } });
      began.push((await client.next())?.op);
    }
    expect(began).toEqual([0, 0, 9, 9, 9]);
    await paced.stop();
  });

  test('as many as the option says are recommended', async () => {
    const told = await startLocalDiscord({ recommendedShards: 3, gateway: { maxConcurrency: 1 } });
    expect(await asked(told)).toMatchObject({ shards: 3, session_start_limit: { max_concurrency: 1 } });
    expect(await asked(discord)).toMatchObject({ shards: 1 });
    await told.stop();
  });

  test.each([2, 3, 16])(
    '%d of them share thousands of servers that were made at the same instant',
    async (count) => {
      const still = await startLocalDiscord({ clock: makeClock('2026-11-23T09:00:00Z') });
      const sizes = Array.from({ length: count }, () => 0);
      for (let nth = 0; nth < 6_000; nth += 1) {
        const { id } = still.addGuild({ name: 'Group', channels: [], bot: false });
        const shard = Number((BigInt(id) >> 22n) % BigInt(count));
        sizes[shard] = (sizes[shard] ?? 0) + 1;
      }
      await still.stop();
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    },
  );
});

test('the connection is one compressed stream for a client that asks for it', async () => {
  const client = await open('?v=10&encoding=json&compress=zlib-stream');
  expect(await client.next()).toMatchObject({ op: 10 });
  client.say(identify());
  expect(await client.next()).toMatchObject({ t: 'READY' });
  expect(await client.next()).toMatchObject({ t: 'GUILD_CREATE' });
});

describe('a mistake of the client closes the connection', () => {
  const cases: { what: string; code: number; say: () => unknown[]; query?: string }[] = [
    { what: 'an unknown opcode', code: 4001, say: () => [{ op: 99, d: null }] },
    { what: 'no JSON', code: 4002, say: () => ['{'] },
    { what: 'an IDENTIFY without intents', code: 4002, say: () => [{ op: 2, d: { token: 'x' } }] },
    {
      what: 'more than 4096 bytes',
      code: 4002,
      say: () => [identify({ properties: { os: 'x'.repeat(4096) } })],
    },
    {
      what: 'a question for over a hundred members',
      code: 4002,
      say: () => [{ op: 8, d: { guild_id: '1', user_ids: Array.from({ length: 101 }, String) } }],
    },
    { what: 'a presence before IDENTIFY', code: 4003, say: () => [{ op: 3, d: { status: 'online' } }] },
    { what: 'a wrong token', code: 4004, say: () => [identify({ token: 'wrong' })] },
    { what: 'a second IDENTIFY', code: 4005, say: () => [identify(), identify()] },
    {
      what: 'more than 120 payloads a minute',
      code: 4008,
      say: () => Array.from({ length: 121 }, () => ({ op: 1, d: null })),
    },
    { what: 'a shard that cannot be', code: 4010, say: () => [identify({ shard: [2, 2] })] },
    { what: 'another version', code: 4012, query: '?v=9&encoding=json', say: () => [] },
    { what: 'an intent that does not exist', code: 4013, say: () => [identify({ intents: 1 << 30 })] },
    { what: 'an intent that was not granted', code: 4014, say: () => [identify({ intents: 1 << 15 })] },
  ];
  test.each(cases)('$what: $code', async ({ code, say, query }) => {
    const client = await open(query);
    for (const payload of say()) client.say(payload);
    expect(await client.closed).toBe(code);
  });

  test('a number that the session has never reached: 4007', async () => {
    const first = await open();
    await first.next();
    first.say(identify());
    const session_id = (await first.next())?.d?.session_id;
    first.socket.terminate();
    const second = await open();
    second.say({ op: 6, d: { token: discord.token, session_id, seq: 99 } });
    expect(await second.closed).toBe(4007);
  });
});
