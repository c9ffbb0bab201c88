import { GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../playground/discord.ts';
import { routes } from '../../playground/rest/routes.ts';
import { connected } from './connected.ts';

interface Asked extends Omit<RequestInit, 'headers'> {
  headers?: Record<string, string>;
}

async function ask(discord: LocalDiscord, path: string, init: Asked = {}, version = 'v10') {
  const response = await fetch(`${discord.api}/${version}${path}`, {
    ...init,
    headers: { Authorization: `Bot ${discord.token}`, 'Content-Type': 'application/json', ...init.headers },
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

describe('a malformed request', () => {
  const cases: {
    what: string;
    path: string;
    init?: Asked;
    version?: string;
    status: number;
    code: number;
  }[] = [
    { what: 'no token', path: '/users/@me', init: { headers: { Authorization: '' } }, status: 401, code: 0 },
    {
      what: 'another token',
      path: '/users/@me',
      init: { headers: { Authorization: 'Bot x' } },
      status: 401,
      code: 0,
    },
    {
      what: 'no JSON',
      path: '/users/@me/channels',
      init: { method: 'POST', body: '{' },
      status: 400,
      code: 50109,
    },
    {
      what: 'a form that is none',
      path: '/users/@me/channels',
      init: { method: 'POST', body: 'x', headers: { 'Content-Type': 'multipart/form-data; boundary=y' } },
      status: 400,
      code: 50109,
    },
    { what: 'an unknown route', path: '/nowhere', status: 404, code: 0 },
    { what: 'another version', path: '/users/@me', version: 'v9', status: 404, code: 0 },
    {
      what: 'too much',
      path: '/users/@me/channels',
      init: { method: 'POST', body: ' '.repeat(26 * 1024 * 1024) },
      status: 413,
      code: 40005,
    },
    {
      what: 'an unknown interaction',
      path: '/interactions/1/x/callback',
      init: { method: 'POST', body: '{"type":5}' },
      status: 404,
      code: 10062,
    },
    { what: 'an unknown token', path: '/webhooks/1/x/messages/@original', status: 404, code: 10015 },
    { what: 'an unknown channel', path: '/channels/1', status: 404, code: 10003 },
    { what: 'an unknown server', path: '/guilds/1', status: 404, code: 10004 },
  ];
  test.each(cases)('$what: $status, $code', async ({ path, init, version, status, code }) => {
    const discord = await startLocalDiscord();
    expect(await ask(discord, path, init, version)).toMatchObject({ status, body: { code } });
    expect(discord.takeRefusals()).toMatchObject([{ status, code }]);
    expect(discord.requests).toMatchObject([{ status, refusal: { code } }]);
    await discord.stop();
  });
});

test('every list and thing that can be requested is as Discord describes it', async () => {
  await using world = await connected();
  const { discord, guild, client, alice } = world;
  const place = guild.channel();
  const message = place.send(alice, 'Hello');
  const thread = place.startThread(alice, 'ACID', message);
  const [command] = (await client.application.commands.set([{ name: 'done', description: 'Done' }])).values();
  const app = discord.applicationId;
  const [own] = (
    await client.application.commands.set([{ name: 'here', description: 'Here' }], guild.id)
  ).values();
  const event = await client.guilds.cache.get(guild.id)?.scheduledEvents.create({
    name: 'ACID',
    privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
    entityType: GuildScheduledEventEntityType.External,
    entityMetadata: { location: 'Café' },
    scheduledStartTime: Date.now() + 3_600_000,
    scheduledEndTime: Date.now() + 7_200_000,
  });
  const paths = [
    '/gateway',
    '/gateway/bot',
    '/users/@me',
    '/users/@me/guilds',
    `/users/${alice.id}`,
    '/applications/@me',
    '/oauth2/applications/@me',
    `/applications/${app}/commands?with_localizations=true`,
    `/applications/${app}/commands/${command?.id}`,
    `/applications/${app}/guilds/${guild.id}/commands`,
    `/applications/${app}/guilds/${guild.id}/commands/${own?.id}`,
    `/guilds/${guild.id}?with_counts=true`,
    `/guilds/${guild.id}/channels`,
    `/guilds/${guild.id}/roles`,
    `/guilds/${guild.id}/members/${alice.id}`,
    `/guilds/${guild.id}/threads/active`,
    `/guilds/${guild.id}/scheduled-events`,
    `/guilds/${guild.id}/scheduled-events/${event?.id}`,
    `/guilds/${guild.id}/scheduled-events/${event?.id}/users`,
    `/channels/${place.id}`,
    `/channels/${thread.id}`,
    `/channels/${thread.id}/thread-members`,
    `/channels/${place.id}/messages?limit=10`,
    `/channels/${place.id}/messages/${message.id}`,
  ];
  for (const path of paths) expect([path, (await ask(discord, path)).status]).toEqual([path, 200]);
  expect(discord.faultsOfOurs).toEqual([]);

  const asked = new Set(
    paths.map((path) => path.split('?')[0]?.replaceAll(/\d{6,}|@me(?=\/guilds\/\d)/g, ':')),
  );
  const known = routes.filter((route) => route.method === 'GET' && !route.pattern.startsWith('/webhooks'));
  // The member list of a whole server needs a privileged intent.
  const missing = known.filter((route) => !asked.has(route.pattern) && route.pattern !== '/guilds/:/members');
  expect(missing.map((route) => route.pattern)).toEqual([]);
});

describe('files', () => {
  test('can lie about their size, come slowly, have no end, or redirect', async () => {
    const discord = await startLocalDiscord();
    const guild = discord.addGuild({ name: 'Study group' });
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield new Uint8Array(64 * 1024);
      }
    }
    const sent = guild.channel().send(guild.owner, 'Files', [
      { name: 'liar.md', content: 'much more than it says', size: 3 },
      { name: 'endless.md', content: endless },
      { name: 'elsewhere.md', content: '', redirect: 'http://169.254.169.254/' },
    ]);
    const [liar, stream, elsewhere] = sent.attachments;
    expect(liar?.size).toBe(3);
    expect((await (await fetch(liar?.url ?? '')).text()).length).toBe(22);

    const reading = await fetch(stream?.url ?? '');
    const reader = reading.body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBeGreaterThan(0);
    await reader?.cancel();
    // What nobody reads is not produced: the source waits for its reader.
    expect(given).toBeLessThan(1000);

    const led = await fetch(elsewhere?.url ?? '', { redirect: 'manual' });
    expect([led.status, led.headers.get('location')]).toEqual([302, 'http://169.254.169.254/']);
    expect((await fetch(`${discord.cdn}/attachments/1/2/none.md`)).status).toBe(404);
    await discord.stop();
  });
});

describe('stopping', () => {
  test('throws refusals that were not taken, without tokens', async () => {
    const discord = await startLocalDiscord();
    await ask(discord, '/interactions/1/a-secret-token/callback', { method: 'POST', body: '{"type":5}' });
    const complaint = await discord.stop().then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(complaint).toContain('POST /interactions/1/.../callback -> 404 10062 Unknown interaction');
    expect(complaint).not.toContain('secret');
  });
});
