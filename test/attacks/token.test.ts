import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { Events } from 'discord.js';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClock } from '../../playground/clock.ts';
import { type LocalDiscord, startLocalDiscord } from '../../playground/discord.ts';
import { type Bot, startBot } from '../../src/bot.ts';
import { endingOf } from '../../src/ending.ts';
import { prepared, preparedWhole } from '../prepared.ts';
import { PATIENCE } from '../patience.ts';
import { Program } from '../process.ts';
import { isFull, partOf } from '../size.ts';
import { NAMES, PAYLOADS } from './payloads.ts';
import { commandLines, entered } from './walk.ts';

const CANARY = 'canaryWhichNobodyMaySee';
/** A text of the form of a token. Each of its parts can be searched for. */
const TOKEN = `${CANARY}1.${CANARY}2.${CANARY}3`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadmate-token-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every file that the bot left, as one text. */
async function leftBehind(name: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.startsWith(name));
  expect(files.length).toBeGreaterThan(0);
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('');
}

/** Starts the bot with the token, so that it logs everything into `lines` and keeps its data in a file of this name. */
async function start(
  name: string,
  lines: string[],
  discord: Pick<LocalDiscord, 'api' | 'cdn' | 'clock'>,
): Promise<Bot> {
  return startBot({
    env: {
      discordToken: TOKEN,
      discordApi: discord.api,
      discordCdn: discord.cdn,
      shards: 'auto',
      shardCount: null,
      importHosts: [],
      httpPort: null,
      httpHost: '127.0.0.1',
      backupDir: null,
      backupAt: [],
      backupKeep: 1,
      operatorGuild: null,
      studyRooms: false,
      databasePath: join(folder, name),
      databaseUrl: null,
      logLevel: 'trace',
    },
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    now: () => discord.clock.now(),
    roadmaps: (await prepared()).roadmaps,
    pace: { burst: 100_000, perSecond: 1 },
  });
}

/** Resolves when the bot begins or resumes a session. */
function comesBack(discord: LocalDiscord): Promise<void> {
  return new Promise((resolve) => {
    const stop = discord.on('event', (event) => {
      if (event.kind !== 'gateway' || !['identified', 'resumed'].includes(event.change)) return;
      stop();
      resolve();
    });
  });
}

test('the token is in no log, file or export while the bot runs, whatever goes wrong with Discord', async () => {
  const discord = await startLocalDiscord({
    token: TOKEN,
    clock: makeClock('2026-11-23T09:00:00Z'),
    answerWithin: PATIENCE,
    finishWithin: PATIENCE,
  });
  const lines: string[] = [];
  const bot = await start('running.sqlite', lines, discord);
  discord.alsoAwait(() => bot.finished());
  const guild = discord.addGuild({ name: 'Study' });
  const alice = guild.addMember({ name: 'Alice', permissions: ['ManageGuild'] });
  await discord.quiet();
  const enter = { text: () => `a secret text of Alice’s`, topic: 'ACID', person: alice };
  const statuses = [400, 401, 403, 404, 405, 410, 418];
  for (const status of statuses)
    discord.faults.add({ method: 'POST', path: /callback/, times: 2, kind: '500', status });
  const asked = statuses.map(() => alice.slash('topic', { topic: enter.text() }));
  await discord.quiet();
  discord.expire();
  await Promise.all(asked);
  discord.faults.clear();
  await Promise.all(
    [...PAYLOADS, ...NAMES].map((name) => alice.slash('topic', { topic: name.slice(0, 200) })),
  );
  // Errors of the database are logged too.
  await bot.app.db.schema.alterTable('activity').renameTo('elsewhere').execute();
  for (const { line, options } of partOf(commandLines(), 0, 2))
    await alice.slash(line, entered(options, enter));
  await bot.app.db.schema.alterTable('elsewhere').renameTo('activity').execute();
  await alice.slash('done', { topic: 'ACID' });
  const settings = await alice.slash('settings');
  await alice.press(settings, { customId: 'v1:settings-export' });
  const files = [...discord.world.files.values()].map(({ content }) =>
    content instanceof Uint8Array ? Buffer.from(content).toString() : '',
  );
  // The first is resumed; the others begin anew, for which discord.js waits five seconds each.
  for (const code of isFull ? [4000, 4007, 4009] : [4000]) {
    const back = comesBack(discord);
    discord.gateway.close(code);
    await back;
  }
  const lost = once(bot.app.client, Events.ShardDisconnect);
  discord.gateway.close(4004);
  await lost;
  await bot.stop();
  const tokens = [...discord.world.interactionsByToken.keys()];
  discord.takeRefusals();
  await discord.stop();

  const log = lines.join('');
  expect(log).toContain('a handler failed');
  expect(files.join('')).toContain('"settings"');
  for (const text of [log, files.join(''), await leftBehind('running')]) expect(text).not.toContain(CANARY);
  expect(tokens.length).toBeGreaterThan(50);
  expect(tokens.filter((token) => log.includes(token))).toEqual([]);
  expect(log).not.toContain('secret text');
  // Each line begins as only this program can begin one, so no typed text can look like another line.
  for (const line of lines) expect(Object.keys(JSON.parse(line))).toContain('level');
  expect(lines.filter((line) => line.trimEnd().includes('\n'))).toEqual([]);
});

/** A server that answers in Discord's place. It sends back what it received, wherever an answer has room. */
async function impostor(answer: RequestListener): Promise<AsyncDisposable & { readonly api: string }> {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    api: `http://127.0.0.1:${port}/api`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

const echoing =
  (status: number, body: (said: string) => string): RequestListener =>
  ({ headers }, response) => {
    const said = JSON.stringify(headers.authorization ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(body(said));
  };

const LIES: readonly (readonly [string, RequestListener, number])[] = [
  ['a mistake', echoing(400, (said) => `{"message":${said},"code":50035,"errors":{"token":${said}}}`), 69],
  ['refused', echoing(401, (said) => `{"message":${said},"code":0}`), 78],
  ['something else than what was asked for', echoing(200, (said) => `{"id":[${said}]}`), 69],
  [
    'sent elsewhere',
    ({ headers }, response) => void response.writeHead(302, { location: `/${headers.authorization}` }).end(),
    69,
  ],
];

test.each(LIES)('a start that fails tells no token: %s', async (_, answer, expected) => {
  await using server = await impostor(answer);
  const lines: string[] = [];
  const name = `failing-${expected}-${Math.random()}.sqlite`;
  await writeFile(join(folder, name), (await prepared()).database);
  const clock = makeClock('2026-11-23T09:00:00Z');
  const error: unknown = await start(name, lines, { api: server.api, cdn: server.api, clock }).then(
    () => null,
    (reason: unknown) => reason,
  );
  // The program writes the parts as `console.error` does.
  const { code, told } = endingOf(error);
  expect(code).toBe(expected);
  expect(told.length).toBeGreaterThan(0);
  for (const text of [format(...told), lines.join('')]) expect(text).not.toContain(CANARY);
});

/** The whole program does the same. */
describe.runIf(isFull).concurrent('a program whose start fails does not show the token', () => {
  test.each(LIES)('%s', async (_, answer, expected) => {
    await using server = await impostor(answer);
    const database = join(folder, `${expected}-${Math.random()}.sqlite`);
    await writeFile(database, await preparedWhole());
    await using bot = new Program(['src/main.ts'], {
      LOG_LEVEL: 'trace',
      DISCORD_TOKEN: TOKEN,
      DISCORD_API: server.api,
      DATABASE_PATH: database,
    });
    expect(await bot.ended).toEqual({ code: expected, signal: null });
    expect(bot.written).not.toContain(CANARY);
    expect(bot.lines.length).toBeGreaterThan(0);
  });
});
