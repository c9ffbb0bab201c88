import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { startLocalDiscord } from '../playground/discord.ts';
import { eventually, PATIENCE } from './patience.ts';
import { preparedWhole } from './prepared.ts';
import { Program, run } from './process.ts';
import { isFull } from './size.ts';

const OTHER_TOKEN = 'MTIz.other.bm90aGVyZQ';

/**
 * All of them in the full size, otherwise the first. Each starts programs, and what they decide is also tested without a
 * process.
 */
const firstOf = <T>(all: readonly T[]): readonly T[] => (isFull ? all : all.slice(0, 1));

/**
 * A patient local Discord with a server and a person, and a folder with the bot's database. The database is that of
 * an earlier start, unless this is the first one.
 */
async function startScene(isFirst = false) {
  const discord = await startLocalDiscord({ answerWithin: PATIENCE });
  const alice = discord.addGuild({ name: 'Study group' }).addMember({ name: 'Alice' });
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-start-'));
  const path = join(folder, 'roadmate.sqlite');
  if (!isFirst) await writeFile(path, await preparedWhole());
  return {
    discord,
    alice,
    env: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DISCORD_CDN: discord.cdn,
      DATABASE_PATH: path,
    },
    connected: () => eventually(() => expect(discord.gateway.connected).toBe(1)),
    async [Symbol.asyncDispose]() {
      await discord.stop();
      await rm(folder, { recursive: true });
    },
  };
}

const startBot = (env: Readonly<Record<string, string>>) => new Program(['src/main.ts'], env);

describe.runIf(isFull)('the bot does not start', () => {
  test('with a wrong environment: exit code 78, a line for each problem, and no token', async () => {
    await using bot = startBot({
      DISCORD_TOKEN: 'Bot MTIz.secret.NDU2',
      DISCORD_API: 'nowhere',
      LOG_LEVEL: 'x',
    });
    expect(await bot.ended).toEqual({ code: 78, signal: null });
    expect(bot.lines).toEqual([
      expect.stringMatching(/^DISCORD_TOKEN is not a bot token/),
      expect.stringMatching(/^DISCORD_API has to be an address/),
      expect.stringMatching(/^LOG_LEVEL has to be one of/),
    ]);
    expect(bot.written).not.toContain('secret');
  });

  test('with a token that Discord refuses: exit code 78, and a sentence', async () => {
    await using scene = await startScene();
    await using bot = startBot({ ...scene.env, DISCORD_TOKEN: OTHER_TOKEN, LOG_LEVEL: 'warn' });
    expect(await bot.ended).toEqual({ code: 78, signal: null });
    expect(bot.lines).toEqual([
      expect.stringMatching(/^DISCORD_TOKEN is refused by Discord: .* Make a new one/),
    ]);
    expect(bot.written).not.toContain(OTHER_TOKEN);
    expect(scene.discord.takeRefusals().map(({ status }) => status)).toEqual([401]);
  });

  test('when Discord cannot be reached: exit code 69, so that it is started again', async () => {
    await using scene = await startScene();
    await using bot = startBot({ ...scene.env, DISCORD_API: `http://127.0.0.1:${await closedPort()}/api` });
    expect(await bot.ended).toEqual({ code: 69, signal: null });
    expect(bot.written).toContain('Is Discord reachable from here?');
    expect(bot.written).not.toContain(scene.discord.token);
  });
});

const LET_GO = [
  ['a token that was reset', 4004, 78, /DISCORD_TOKEN is refused by Discord/],
  ['more shards are wanted', 4011, 78, /Discord wants this bot to use more shards/],
  ['an intent that it may not have', 4014, 78, /does not allow this bot one of the intents/],
] as const;

describe.runIf(isFull)('Discord ends the bot’s connection while it runs', () => {
  test.each(LET_GO)('%s (%i): the bot ends with %i, and a sentence', async (_case, close, code, sentence) => {
    await using scene = await startScene();
    await using bot = startBot(scene.env);
    await scene.connected();
    expect((await scene.alice.slash('help')).failed).toBeNull();
    if (close === 4004) scene.discord.resetToken();
    else scene.discord.gateway.close(close);
    expect(await bot.ended).toEqual({ code, signal: null });
    expect(bot.written).toMatch(sentence);
    scene.discord.takeRefusals();
  });
});

/** In `npm test`, `two-weeks` ends a process by a signal, and `bot.test.ts` stops a bot while it answers. */
describe.runIf(isFull)('the bot stops', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'at %s, after it has answered what was asked before: exit code 0',
    async (signal) => {
      await using scene = await startScene(true);
      await using bot = startBot(scene.env);
      await scene.connected();
      expect((await scene.alice.slash('today')).failed).toBeNull();
      // The first try of the answer fails, but only after some time. The second try has to come in spite of that.
      scene.discord.faults.add({ kind: '500', path: /\/callback$/, ms: 1000 });
      const answering = scene.alice.slash('done', { topic: 'ACID' });
      await eventually(() => expect(scene.discord.faults.pending).toBe(0));
      bot.signal(signal);
      const answer = await answering;
      expect(answer.failed).toBeNull();
      expect(answer.text).toContain('● **ACID** done.');
      // If something stayed open, it would end itself after eight seconds, with code 1.
      expect(await bot.ended).toEqual({ code: 0, signal: null });
      expect(bot.lines.at(-1)).toContain('"msg":"stopped"');
    },
  );
});

test.runIf(isFull)(
  'only one bot uses the database: a second one ends with 78, and can start after the launcher of the first is killed',
  async () => {
    await using scene = await startScene();
    await using launcher = new Program(['src/launch.mjs', 'src/main.ts'], scene.env);
    await scene.connected();
    await using second = startBot(scene.env);
    expect(await second.ended).toEqual({ code: 78, signal: null });
    expect(second.lines).toEqual([
      expect.stringMatching(/roadmate\.sqlite is in use by another Roadmate\. Stop/),
    ]);
    expect((await scene.alice.slash('help')).failed).toBeNull();
    launcher.signal('SIGKILL');
    await eventually(() => expect(scene.discord.gateway.connected).toBe(0));
    await using next = startBot(scene.env);
    await scene.connected();
    expect((await scene.alice.slash('help')).failed).toBeNull();
    next.signal('SIGTERM');
    expect(await next.ended).toEqual({ code: 0, signal: null });
  },
);

describe('the command list, registered without the bot', () => {
  test('is registered', async () => {
    await using scene = await startScene(true);
    const { code, written } = await run('src/deploy-commands.ts', scene.env);
    expect(code).toBe(0);
    const names = commands.map(({ data }) => data.name);
    expect(scene.discord.commands.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(written).toMatch(new RegExp(`^${names.length} commands registered: /.*\n$`));
  });

  test('is not, without a token: exit code 78', async () => {
    const { code, written } = await run('src/deploy-commands.ts');
    expect(code).toBe(78);
    expect(written).toMatch(/^DISCORD_TOKEN is missing.*\n$/);
  });

  test('is not, with a token that Discord refuses: exit code 78, and a sentence', async () => {
    await using scene = await startScene();
    const { code, written } = await run('src/deploy-commands.ts', {
      ...scene.env,
      DISCORD_TOKEN: OTHER_TOKEN,
    });
    expect(code).toBe(78);
    expect(written).toMatch(/^DISCORD_TOKEN is refused by Discord.*\n$/);
    expect(scene.discord.takeRefusals().map(({ status }) => status)).toEqual([401]);
  });
});

/** A Node on this machine that is too old to run the bot, if there is one. */
const oldNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((path) => isRunnable(path) && majorOf(path) < 26);
if (oldNode === undefined)
  console.log('There is no older Node here: the launcher is tried on this one only.');

describe.each(
  firstOf([
    ...(oldNode === undefined ? [] : [{ name: 'an older Node', node: oldNode }]),
    { name: 'this Node', node: process.execPath },
  ]),
)('the launcher, run by $name', ({ node }) => {
  const launch = (code: string) => new Program(['src/launch.mjs', '-e', code], {}, node);

  test('runs a Node that is new enough, also if the program starts one by its name', async () => {
    await using program = launch(
      `console.log(process.version); console.log(require('node:child_process').execFileSync('node', ['--version'], { encoding: 'utf8' }).trim())`,
    );
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(program.lines).toEqual([process.version, process.version]);
  });

  test('passes on the exit code', async () => {
    await using program = launch('process.exit(78)');
    expect(await program.ended).toEqual({ code: 78, signal: null });
  });

  test('ends by the signal that ended the program', async () => {
    await using program = launch(`process.kill(process.pid, 'SIGKILL')`);
    expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test.each(firstOf(['SIGTERM', 'SIGINT', 'SIGHUP'] as const))('passes on %s', async (signal) => {
    await using program = launch(
      `process.on('${signal}', () => { console.log('told'); process.exit(7); }); setInterval(() => {}, 1000); console.log('up')`,
    );
    await eventually(() => expect(program.lines).toEqual(['up']));
    program.signal(signal);
    expect(await program.ended).toEqual({ code: 7, signal: null });
    expect(program.lines).toEqual(['up', 'told']);
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function majorOf(node: string): number {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(version)?.[1]);
}
