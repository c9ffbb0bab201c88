import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../playground/discord.ts';
import { startPlayground, type Playground } from '../../playground/playground.ts';
import { createMessage } from '../../playground/state/messages.ts';
import { bits } from '../../playground/state/permissions.ts';
import type { Cast } from '../../playground/web/cast.ts';
import { chromiumPath, launch, visit } from '../playground/page/browser.ts';
import { PATIENCE } from '../patience.ts';
import { NAMES, PAYLOADS } from './payloads.ts';

const START = Temporal.Instant.from('2026-11-20T08:30:00Z').epochMilliseconds;
const SCRIPT = '<img src=x onerror="pwned=1"><script>pwned=1</script>';
const JAVASCRIPT = 'javascript:void(globalThis.pwned=1)';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="pwned=1"><script>pwned=1</script></svg>';

let playground: Playground;
let folder: string;

/** Servers, channels, roles and people whose names are all hostile. */
function hostileScene(discord: LocalDiscord): Cast {
  const guild = discord.addGuild({ name: SCRIPT, owner: `"><b>${SCRIPT}`, channels: [SCRIPT, `'"><i>x`] });
  guild.channel().channel.topic = `${SCRIPT} [x](${JAVASCRIPT})`;
  guild.addRole({ name: SCRIPT, mentionable: true });
  guild.addMember({ name: SCRIPT, nick: `${SCRIPT}\u202Egnp` });
  const everyone = guild.guild.roles.get(guild.id);
  if (everyone !== undefined)
    everyone.permissions = String(BigInt(everyone.permissions) | bits(['SendMessages']));
  return [{ id: guild.owner.id, name: SCRIPT, locale: 'en-US', timeZone: 'UTC', about: SCRIPT }];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'playground-'));
  playground = await startPlayground({
    folder,
    port: 4_800,
    fresh: true,
    bot: join(import.meta.dirname, '../playground/page/test-bot/main.ts'),
    start: START,
    ideas: [SCRIPT],
    scene: hostileScene,
    answerWithin: PATIENCE,
  });
});
afterAll(async () => {
  await playground.stop();
  rmSync(folder, { recursive: true });
});

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request as any program may send it, with the given path and headers. */
function send(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      response.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on('error', reject)
      .end(method === 'POST' ? '{"do":"say","channelId":"1","text":"x"}' : undefined);
  });
}

const discordPort = (): number => Number(new URL(playground.discord.api).port);

const FOREIGN: readonly Record<string, string>[] = [
  { host: 'evil.example' },
  { host: '127.0.0.1:80' },
  { host: '127.0.0.1.evil.example' },
  { origin: 'http://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:80' },
];

describe('a page of another site', () => {
  test.each(FOREIGN)('with %j reaches neither the page’s server nor the local Discord', async (headers) => {
    for (const [path, method] of [
      ['/', 'GET'],
      ['/events', 'GET'],
      ['/act', 'POST'],
      ['/act?as=1', 'POST'],
    ] as const)
      expect((await send(playground.port, path, headers, method)).status).toBe(403);
    for (const path of ['/api/v10/gateway', '/api/v10/users/@me', '/cdn/x', '/'])
      expect((await send(discordPort(), path, headers)).status).toBe(403);
  });

  test.each(FOREIGN)('with %j opens no WebSocket', async (headers) => {
    const url = `ws://127.0.0.1:${discordPort()}/gateway/?v=10&encoding=json`;
    const socket = new WebSocket(url, { headers });
    const outcome = await new Promise((resolve) => {
      socket.on('message', () => resolve('spoken to')).on('error', () => resolve('refused'));
    });
    socket.terminate();
    expect(outcome).toBe('refused');
  });

  test('that is no page opens one (otherwise the test above could not fail)', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${discordPort()}/gateway/?v=10&encoding=json`);
    const [hello] = await once(socket, 'message');
    expect(String(hello)).toContain('heartbeat_interval');
    socket.terminate();
  });
});

describe('a path that does not exist', () => {
  const PATHS = [
    '//',
    '///',
    '/%',
    '/%ff',
    '/../../../../etc/passwd',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/cdn/../api/v10/users/@me',
    '/cdn/..%2f..%2fpackage.json',
    '/cdn/__proto__',
    '/__proto__',
    '/constructor',
    'http://[',
    '*',
  ];

  test.each(PATHS)('%s is answered, and reveals nothing', async (path) => {
    for (const port of [playground.port, discordPort()]) {
      const { status } = await send(port, path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect((await send(playground.port, '/')).status).toBe(200);
    }
  });

  test.each(PATHS)('%s as a WebSocket leaves both servers running', async (path) => {
    for (const port of [playground.port, discordPort()]) {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      socket.destroy();
    }
    expect((await send(playground.port, '/')).status).toBe(200);
    expect((await send(discordPort(), '/api/v10/users/@me')).status).toBe(401);
  });
});

describe('an uploaded file', () => {
  test.each([
    ['evil.svg', 'image/svg+xml', SVG],
    ['evil.html', 'text/html', SCRIPT],
    ['evil.txt', 'text/plain', SCRIPT],
    ['../../evil.js', 'text/javascript', 'pwned=1'],
  ])('%s cannot run at its address', async (name, type, content) => {
    const [guild] = playground.discord.guilds;
    if (guild === undefined) throw new Error('no server');
    const message = guild.channel().send(guild.owner, 'a file', [{ name, type, content }]);
    const url = new URL(message.attachments[0]?.url ?? '');
    expect(url.pathname).toMatch(/^\/cdn\/attachments\/\d+\/\d+\/[^/]+$/);
    const { headers } = await send(discordPort(), url.pathname);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*; sandbox$/);
  });
});

describe.skipIf(chromiumPath === null)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('shows hostile names, messages, files, embeds and buttons as text', async () => {
    const { discord } = playground;
    const [guild] = discord.guilds;
    if (guild === undefined) throw new Error('no server');
    const channel = guild.channel();
    const texts = [
      SCRIPT,
      `[x](${JAVASCRIPT})`,
      `<${JAVASCRIPT}>`,
      ...PAYLOADS,
      ...NAMES.map((name) => name.slice(0, 100)),
    ];
    channel.send(guild.owner, texts.join('\n').slice(0, 4000), [
      { name: `${SCRIPT}.svg`, type: 'image/svg+xml', content: SVG },
    ]);
    createMessage(
      discord.world,
      channel.channel,
      discord.world.bot,
      {
        content: SCRIPT,
        allowed_mentions: null,
        embeds: [
          {
            type: 'rich',
            title: SCRIPT,
            url: JAVASCRIPT,
            description: texts.join('\n').slice(0, 3000),
            author: { name: SCRIPT, url: JAVASCRIPT },
            footer: { text: SCRIPT },
            fields: [{ name: SCRIPT, value: SCRIPT }],
          },
        ],
        components: [
          {
            type: 1,
            components: [
              { type: 2, style: 5, label: SCRIPT, url: JAVASCRIPT },
              { type: 2, style: 1, label: SCRIPT, custom_id: SCRIPT },
            ],
          },
        ],
      },
      [],
    );
    const page = await visit(browser, playground.address, { again: true });
    await page.getByText('pwned=1').first().waitFor();
    const targets = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(targets.length).toBeGreaterThan(3);
    expect(
      targets.filter((target) => !/^(?:https?:|discord:|about:blank$|#message-field$)/.test(target ?? '')),
    ).toEqual([]);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.locator('script:not([src])').count()).toBe(0);
    for (const button of await page.locator('a.button').all()) await button.click();
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
    await page.context().close();
  });
});
