import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../playground/discord.ts';
import type { ChannelHandle } from '../../playground/people/channel.ts';
import { Refused } from '../../playground/state/refused.ts';
import { type Proxy, startProxy } from '../../deploy/proxy/proxy.ts';

let discord: LocalDiscord;
let channel: ChannelHandle;
let proxy: Proxy;
beforeAll(async () => {
  discord = await startLocalDiscord();
  channel = discord.addGuild({ name: 'Study', channels: ['study'] }).channel();
  proxy = await startProxy({ api: discord.api, host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await proxy.stop();
  await discord.stop();
});
beforeEach(() => discord.faults.clear());

async function ask(method: string, path: string, body?: string | FormData, token = discord.token) {
  const answer = await fetch(`http://127.0.0.1:${proxy.port}/api/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${token}`,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    json: text.startsWith('{') ? JSON.parse(text) : null,
  };
}

const QUIET = { allowed_mentions: { parse: [] } };
const messages = (): string => `/channels/${channel.id}/messages`;
const written = (): readonly string[] => channel.messages.map(({ content }) => content);

test('a message whose first try met a limit arrives with its content, once', async () => {
  discord.faults.add({ method: 'POST', path: /messages/, kind: '429', ms: 20 });
  const { status, json } = await ask('POST', messages(), JSON.stringify({ content: 'Hello', ...QUIET }));
  expect([status, json.content]).toEqual([200, 'Hello']);
  expect(written()).toEqual(['Hello']);
});

test('so does a file', async () => {
  discord.faults.add({ method: 'POST', path: /messages/, kind: '429', ms: 20 });
  const form = new FormData();
  form.append('payload_json', JSON.stringify({ content: 'Here', ...QUIET }));
  form.append('files[0]', new Blob(['- [ ] One']), 'a.md');
  const { status, json } = await ask('POST', messages(), form);
  expect([status, json.attachments]).toEqual([200, [expect.objectContaining({ filename: 'a.md', size: 9 })]]);
});

test('an answer has none of the headers about limits, for these are kept by the proxy', async () => {
  const { status, headers } = await ask('GET', '/users/@me');
  expect(status).toBe(200);
  expect([...headers.keys()].filter((name) => /ratelimit|retry-after/.test(name))).toEqual([]);
});

test.each([
  ['an unknown channel', 'GET', '/channels/1', {}, 404, 10003],
  ['a wrong token', 'GET', '/users/@me', { token: 'a.b.c' }, 401, 0],
] as const)(
  '%s is told as Discord tells it',
  async (_, method, path, { token }: { token?: string }, status, code) => {
    expect(await ask(method, path, undefined, token)).toMatchObject({ status, json: { code } });
    discord.takeRefusals();
  },
);

test('too many edits of old messages are told, and not waited for', async () => {
  const refusal = { status: 429, code: 30046, message: 'Maximum number of edits reached.' };
  discord.faults.add({
    method: 'GET',
    kind: 'refused',
    refusal: new Refused(refusal.status, refusal.code, refusal.message, 'a fault'),
  });
  expect(await ask('GET', '/users/@me')).toMatchObject({ status: 429, json: { code: 30046 } });
});

test('another limit is waited for, even if its text has the digits of that refusal', async () => {
  discord.faults.add({
    method: 'GET',
    kind: 'refused',
    refusal: new Refused(429, 0, 'You are being rate limited. Try again in 0.130046 s.', 'a fault'),
  });
  expect(await ask('GET', '/users/@me')).toMatchObject({ status: 200 });
});

test.each([
  ['an error of Discord', '500', 500],
  ['a connection that breaks', 'reset', 502],
] as const)('%s is told at once: the bot tries again itself', async (_, kind, status) => {
  discord.faults.add({ method: 'GET', path: /users/, kind });
  expect(await ask('GET', '/users/@me')).toMatchObject({ status });
  expect(discord.faults.pending).toBe(0);
});

test('nothing but the API is passed on', async () => {
  const base = `http://127.0.0.1:${proxy.port}`;
  for (const path of ['/', '/api/v9/users/@me', '/api/v10', '/cdn/x'])
    expect((await fetch(`${base}${path}`)).status).toBe(404);
  expect((await fetch(`${base}/api/v10/users/@me`, { method: 'OPTIONS' })).status).toBe(404);
});
