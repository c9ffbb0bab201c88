import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { ChannelType } from 'discord.js';
import { describe, expect, test } from 'vitest';

import { connected } from './connected.ts';
import { refusals } from '../../playground/state/refused.ts';
import type { Fault } from '../../playground/rest/faults.ts';

async function sending(
  options: Parameters<typeof connected>[0] = {},
  clientOptions: Parameters<typeof connected>[1] = {},
) {
  const world = await connected(options, clientOptions);
  const place = world.guild.channel();
  const channel = await world.client.channels.fetch(place.id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('not a text channel');
  return { ...world, place, channel };
}

describe('a request that meets a fault', () => {
  // The real client tries again three times after an error of the server and after a broken connection.
  const cases: { kind: Fault['kind']; plain: number; withNonce: number }[] = [
    { kind: '500', plain: 1, withNonce: 1 },
    { kind: 'reset', plain: 1, withNonce: 1 },
    { kind: '429', plain: 1, withNonce: 1 },
    { kind: '502-after-commit', plain: 3, withNonce: 1 },
    { kind: 'reset-after-commit', plain: 3, withNonce: 1 },
    { kind: 'slow', plain: 1, withNonce: 1 },
  ];
  test.each(cases)(
    '$kind, twice: $plain messages without a nonce, $withNonce with one',
    async ({ kind, plain, withNonce }) => {
      await using world = await sending();
      const fault: Fault = { method: 'POST', path: /\/messages$/, times: 2, kind, ms: 20 };
      world.discord.faults.add(fault);
      await world.channel.send('Without');
      world.discord.faults.clear();
      expect(world.place.messages.filter((message) => message.content === 'Without')).toHaveLength(plain);
      world.discord.faults.add(fault);
      await world.channel.send({ content: 'With', nonce: 'one', enforceNonce: true });
      expect(world.place.messages.filter((message) => message.content === 'With')).toHaveLength(withNonce);
      world.discord.faults.clear();
      expect(world.discord.requests.some((request) => request.fault === kind)).toBe(true);
    },
  );

  test.each<{ kind: Fault['kind']; posted: number }>([
    { kind: 'close', posted: 0 },
    { kind: 'close-after-commit', posted: 1 },
  ])('$kind is not tried again, although $posted messages were posted', async ({ kind, posted }) => {
    await using world = await sending();
    world.discord.faults.add({ method: 'POST', path: /\/messages$/, kind });
    await expect(world.channel.send('Once')).rejects.toThrow('other side closed');
    expect(world.place.messages).toHaveLength(posted);
    expect(world.discord.requests.at(-1)).toMatchObject({ status: 0, fault: kind });
  });

  test('a refusal can be ordered, and does not count against the bot', async () => {
    await using world = await sending();
    const refused = { path: /^\/users\/@me\/channels$/, kind: 'refused' } as const;
    world.discord.faults.add({ ...refused, refusal: refusals.directMessagesTooFast() });
    const open = async () =>
      world.client.rest.post('/users/@me/channels', { body: { recipient_id: world.alice.id } });
    await expect(open()).rejects.toMatchObject({ code: 40003, status: 403 });
    await expect(open()).resolves.toMatchObject({ type: ChannelType.DM });
    expect(world.discord.takeRefusals()).toEqual([]);
  });

  test('a single 401 can be ordered: the token still works', async () => {
    await using world = await sending();
    world.discord.faults.add({ kind: 'refused' });
    const ask = async () =>
      (
        await fetch(`${world.discord.api}/v10/users/@me`, {
          headers: { Authorization: `Bot ${world.discord.token}` },
        })
      ).status;
    expect([await ask(), await ask()]).toEqual([401, 200]);
  });

  test('a fault can let some requests pass, so that each request can be hit in turn', async () => {
    for (const after of [0, 1, 2]) {
      await using world = await sending();
      world.discord.faults.add({ method: 'POST', path: /\/messages$/, kind: 'close', after });
      const sent = await Promise.allSettled(['a', 'b', 'c'].map((text) => world.channel.send(text)));
      expect(sent.map(({ status }) => status === 'rejected')).toEqual([0, 1, 2].map((nth) => nth === after));
    }
  });

  test('a fault hits only matching requests', async () => {
    await using world = await sending();
    world.discord.faults.add({ method: 'PATCH', kind: '500' });
    await world.channel.send('Unharmed');
    expect(world.discord.faults.pending).toBe(1);
    expect(world.discord.requests.filter((request) => request.fault !== undefined)).toEqual([]);
  });
});

describe('waiting for quiet', () => {
  test('ends when a slow request is answered, and the client keeps its session', async () => {
    await using world = await sending();
    world.discord.faults.add({ kind: 'slow', ms: 150 });
    const sent = world.channel.send('Slow');
    await new Promise((resolve) => {
      world.discord.on('event', (event) => event.kind === 'message' && resolve(event));
    });
    await Promise.all([world.discord.quiet(), world.discord.quiet()]);
    expect(world.discord.requests.at(-1)).toMatchObject({ fault: 'slow', status: 200 });
    expect(world.discord.gateway.connected).toBe(1);
    await sent;
  });

  test('ends when work that only the bot knows about is done', async () => {
    await using world = await sending();
    // Like a bot that asks its database before it answers.
    const answered = sleep(50).then(() => world.channel.send('At last'));
    const stop = world.discord.alsoAwait(async () => void (await answered));
    await world.discord.quiet();
    stop();
    expect(world.place.messages.map(({ content }) => content)).toEqual(['At last']);
  });

  test('ends too when the client has gone', async () => {
    await using world = await sending();
    world.discord.faults.add({ kind: 'slow', ms: 60_000 });
    const gone = new AbortController();
    const sent = fetch(`${world.discord.api}/v10/channels/${world.place.id}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bot ${world.discord.token}` },
      body: JSON.stringify({ content: 'x', allowed_mentions: { parse: [] } }),
      signal: gone.signal,
    });
    await new Promise((resolve) => {
      world.discord.on('event', (event) => event.kind === 'message' && resolve(event));
    });
    gone.abort();
    await expect(sent).rejects.toThrow('abort');
    await world.discord.quiet();
    expect(world.discord.requests.at(-1)).toMatchObject({ fault: 'slow' });
    expect(world.discord.faultsOfOurs).toEqual([]);
  });

  test('a client that breaks off a request is no fault of the server', async () => {
    await using world = await sending();
    const { port } = new URL(world.discord.api);
    const socket = connect(Number(port), '127.0.0.1');
    const over = new Promise((resolve) => {
      world.discord.on('event', (event) => event.kind === 'request' && resolve(event.request.status));
    });
    const head = `POST /api/v10/users/@me/channels HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\n`;
    socket.write(`${head}{`, () => socket.end());
    expect(await over).toBe(0);
    expect(world.discord.faultsOfOurs).toEqual([]);
  });
});

describe('rate limits', () => {
  test('are announced in headers, and refuse requests over them', async () => {
    const limited: string[] = [];
    await using world = await sending({ rateLimits: true });
    let now = 0;
    world.discord.limits.now = () => now;
    world.discord.limits.rule = () => ({ limit: 2, seconds: 0.2 });
    world.client.rest.on('rateLimited', ({ route }) => {
      limited.push(route);
      now += 200;
    });
    await Promise.all(['a', 'b', 'c'].map((text) => world.channel.send(text)));
    // The client reads the headers and waits by itself.
    expect(limited.length).toBeGreaterThan(0);
    expect(world.discord.requests.every((request) => request.status !== 429)).toBe(true);

    // A client that ignores them is told to wait.
    const post = async () =>
      fetch(`${world.discord.api}/v10/channels/${world.place.id}/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bot ${world.discord.token}` },
        body: JSON.stringify({ content: 'x', allowed_mentions: { parse: [] } }),
      });
    const answers = await Promise.all([post(), post(), post(), post()]);
    const over = answers.find((answer) => answer.status === 429);
    expect(await over?.json()).toMatchObject({ global: false });
    expect(over?.headers.get('x-ratelimit-bucket')).toBeTruthy();
    expect(Number(over?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('allow fifty requests a second in all', async () => {
    await using world = await sending({ rateLimits: true });
    world.discord.limits.now = () => 0;
    world.discord.limits.rule = () => ({ limit: 1000, seconds: 1 });
    const answers = await Promise.all(
      Array.from({ length: 60 }, async () =>
        fetch(`${world.discord.api}/v10/users/@me`, {
          headers: { Authorization: `Bot ${world.discord.token}` },
        }),
      ),
    );
    const over = answers.filter((answer) => answer.status === 429);
    expect(over.length).toBeGreaterThanOrEqual(10);
    expect(over[0]?.headers.get('x-ratelimit-global')).toBe('true');
  });
});
