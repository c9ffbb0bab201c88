import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { PortError, serve } from '../../../src/operate/watch/http-server.ts';
import { startWorld } from '../../bot.ts';
import { eventually } from '../../patience.ts';
import { metricsIn, namesIn } from './metric-names.ts';

const watchedWorld = () => startWorld('2026-11-24T05:00:00Z', { httpPort: 0 });

test('health and readiness follow the connection and the heartbeat', async () => {
  await using world = await watchedWorld();
  world.discord.addGuild({ name: 'Study group' });
  await world.discord.quiet();
  const ready = await world.asks('/readyz');
  expect(ready.status).toBe(200);
  expect(JSON.parse(ready.body)).toMatchObject({
    status: 'ok',
    problems: [],
    gateway: [{ shard: 0, connected: true }],
    store: { answers: true },
    heartbeatAgeSeconds: 0,
  });

  world.discord.gateway.drop();
  await eventually(async () => expect((await world.asks('/readyz')).status).toBe(503));
  expect((await world.asks('/healthz')).status).toBe(200);
  await eventually(async () => expect((await world.asks('/readyz')).status).toBe(200));

  world.clock.set('2026-11-24T05:06:00Z');
  const stale = await world.asks('/healthz');
  expect(stale.status).toBe(503);
  expect(stale.body).toContain('the last heartbeat was 360 s ago');
  world.logged.splice(0);
});

test('acts of members and posts are measured, without names of people or places', async () => {
  await using world = await watchedWorld();
  const guild = world.discord.addGuild({ name: 'Study group' });
  const alice = guild.addMember({ name: 'Alice' });
  await world.discord.quiet();
  const done = await alice.slash('done', { topic: 'ACID' });
  await alice.press(done, { customId: 'v1:nowhere:at-all' });
  await alice.type('topic', { topic: 'tr' });
  await alice.slash('topic', { topic: 'no such thing' });
  await world.app.db.schema.alterTable('progress').renameTo('elsewhere').execute();
  await alice.slash('done', { topic: 'ACID' });
  await world.app.db.schema.alterTable('elsewhere').renameTo('progress').execute();
  world.logged.splice(0);

  const { status, body } = await world.asks('/metrics');
  expect(status).toBe(200);
  const counts = metricsIn(body);
  const answers = (labels: string): number | undefined =>
    counts.get(`roadmate_answer_seconds_count{${labels}}`);
  expect(answers('kind="command",name="done",outcome="answered"')).toBe(1);
  expect(answers('kind="command",name="done",outcome="failed"')).toBe(1);
  expect(answers('kind="command",name="topic",outcome="refused"')).toBe(1);
  expect(answers('kind="typing",name="topic",outcome="answered"')).toBe(1);
  expect(answers('kind="press",name="unknown",outcome="answered"')).toBe(1);
  expect(counts.get('roadmate_answers_under_way')).toBe(0);
  expect(counts.get('roadmate_gateway_up{shard="0"}')).toBe(1);
  expect(counts.get('roadmate_guilds')).toBe(1);
  expect(counts.get('roadmate_store_up')).toBe(1);
  expect(counts.get('roadmate_store_bytes{part="file"}')).toBeGreaterThan(100_000);
  expect(namesIn(body)).toContain('nodejs_eventloop_lag_p99_seconds');
  const requests = [...counts.keys()].filter((key) => key.startsWith('roadmate_discord_requests_total'));
  expect(requests.join('\n')).toContain('route="/interactions/:id/:token/callback",status="204"');
  for (const secret of [world.discord.token, guild.id, alice.id, 'Alice', 'nowhere'])
    expect(body).not.toContain(secret);
  // There is no id, and nothing as long as a token.
  expect(requests.join('\n')).not.toMatch(/\d{16}|[\w-]{50,}"/);
});

test('nothing is served if no port is set', async () => {
  await using world = await startWorld();
  await expect(world.asks('/healthz')).rejects.toThrow('127.0.0.1:null/healthz');
});

test('answers only GET, and only for pages that exist', async () => {
  const failures: unknown[] = [];
  const pages = {
    '/page': () => Promise.resolve({ status: 200, type: 'text/plain', body: 'well' }),
    '/broken': () => Promise.reject(new Error('a secret')),
  };
  const server = await serve('127.0.0.1', 0, pages, (error) => failures.push(error));
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
    return [answer.status, await answer.text()] as const;
  };
  expect(await ask('/page?a=b')).toEqual([200, 'well']);
  expect(await ask('/page', 'HEAD')).toEqual([200, '']);
  expect((await ask('/page', 'POST'))[0]).toBe(405);
  for (const path of ['/', '/metrics/..', '/constructor', '/../package.json'])
    expect((await ask(path))[0]).toBe(404);
  const [status, body] = await ask('/broken');
  expect(status).toBe(500);
  expect(body).not.toContain('secret');
  expect(failures).toHaveLength(1);
  await server.stop();
  await expect(ask('/page')).rejects.toThrow(/fetch failed/);
});

test('says so in a sentence if another program uses the port', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const serving = serve('127.0.0.1', port, {}, () => undefined);
  await expect(serving).rejects.toThrow(PortError);
  await expect(serving).rejects.toThrow(/HTTP_PORT \d+ cannot be listened on/);
  other.close();
});
