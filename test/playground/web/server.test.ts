import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlayground, type Playground, type PlaygroundSetup } from '../../../playground/playground.ts';
import { PATIENCE } from '../../patience.ts';
import { builtPage } from '../built-page.ts';

const START = Temporal.Instant.from('2026-11-20T08:30:00Z').epochMilliseconds;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** `fetch` would not send another Host header. */
async function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

describe('the server of the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  const taken = createServer();
  let playground: Playground;
  const setup = (): PlaygroundSetup => ({
    folder,
    port: portOf(taken),
    fresh: false,
    bot: fileURLToPath(import.meta.resolve('../page/test-bot/main.ts')),
    start: START,
    ideas: [],
    answerWithin: PATIENCE,
    assets: builtPage(),
  });

  beforeAll(async () => {
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    playground = await startPlayground(setup());
  });
  afterAll(async () => {
    await playground.stop();
    taken.close();
    rmSync(folder, { recursive: true });
  });

  test('if a port is taken, the next one is used', () => {
    // That one may be taken by another program as well.
    expect(playground.port).toBeGreaterThan(portOf(taken));
    expect(playground.address).toBe(`http://127.0.0.1:${playground.port}`);
  });

  test.each([
    [{}, 200],
    [{ host: 'localhost:PORT' }, 200],
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1:80' }, 403],
    [{ origin: 'http://127.0.0.1:PORT' }, 200],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
  ])('%j: %d', async (headers, status) => {
    const sent = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('PORT', String(playground.port)),
    ]);
    for (const path of ['/', '/events', '/page.js'])
      expect((await get(playground.port, path, Object.fromEntries(sent))).status).toBe(status);
  });

  test('only the page’s own script may run', async () => {
    const policy = String((await get(playground.port, '/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });

  test('unknown paths are not found, and files of the machine are not served', async () => {
    for (const path of ['/nothing', '/../package.json', '/%2e%2e/package.json', '/main.tsx']) {
      expect((await get(playground.port, path)).status).toBe(404);
    }
  });

  test('a second playground does not touch the folder of the first one', async () => {
    await expect(startPlayground(setup())).rejects.toThrow('is running already');
  });

  test('the next run finds the same servers, people, messages and files', async () => {
    const { discord, cast } = playground;
    const mira = discord.person(cast[0]?.id ?? '');
    const [guild] = discord.guilds;
    const channel = guild?.channel('study-group');
    await mira.slash('show embeds', {}, { until: 'settled' });
    await mira.slash('show markdown', {}, { until: 'settled' });
    const before = channel?.messages.map((message) => message.id);
    const botId = discord.botId;
    const now = discord.clock.now();
    await playground.stop();

    playground = await startPlayground(setup());
    const again = playground.discord;
    expect(again.botId).toBe(botId);
    expect(playground.cast).toEqual(cast);
    expect(again.clock.now()).toBeGreaterThanOrEqual(now);
    expect(again.guilds.map((each) => each.name)).toEqual(['Backend Study Group', 'Rust Readers']);
    const kept = again.channel(channel?.id ?? '');
    expect(kept.messages.map((message) => message.id)).toEqual(before);
    expect(again.person(mira.id).sees(kept).length).toBe(1);
    const [picture] = kept.messages.flatMap((message) => message.attachments);
    expect((await fetch(picture?.url ?? '')).status).toBe(200);
    // The bot still answers.
    const answer = await again.person(mira.id).slash('show embeds');
    expect(answer.failed).toBeNull();
    again.takeRefusals();
  });
});
