import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startPlayground, type Playground } from '../../playground/playground.ts';
import { PATIENCE } from '../patience.ts';
import { builtPage } from '../playground/built-page.ts';

const START = Temporal.Instant.from('2026-11-20T08:30:00Z').epochMilliseconds;
const SCRIPT = '<img src=x onerror="pwned=1"><script>pwned=1</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="pwned=1"><script>pwned=1</script></svg>';

let playground: Playground;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'playground-'));
  playground = await startPlayground({
    folder,
    port: 4_800,
    fresh: true,
    bot: join(import.meta.dirname, '../playground/page/test-bot/main.ts'),
    start: START,
    ideas: [],
    answerWithin: PATIENCE,
    assets: builtPage(),
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
