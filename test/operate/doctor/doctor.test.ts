import { REST } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { permissionsIn } from '../../../src/discord/look-over.ts';
import type { Env } from '../../../src/env.ts';
import { examineAll } from '../../../src/operate/doctor/examine.ts';
import { type Finding, ofBackups, ofDiscord, ofFile, ofPosts } from '../../../src/operate/doctor/findings.ts';
import { pausePost } from '../../../src/store/schedule/posts.ts';
import { changeGuild, ensureGuild } from '../../../src/store/members/guilds.ts';
import { startWorld } from '../../bot.ts';
import { run } from '../../process.ts';

const GB = 1024 ** 3;
const HOUR = 3_600_000;
const WHOLE = {
  damage: [],
  loose: 0,
  steps: { done: 27, pending: 0 },
  takenAt: null,
  lastActAt: 0,
  members: 2,
  size: GB,
  log: 0,
  engine: '3.54',
};
const FACTS = {
  name: 'Roadmate',
  clockAhead: 200,
  privileged: [],
  endpoint: null,
  startsLeft: 900,
  shards: 1,
  commands: [],
};

const told = (findings: readonly Finding[], level: Finding['level']): string =>
  findings.flatMap((each) => (each.level === level ? [each.text] : [])).join('\n');

describe('a problem is described in words', () => {
  test.each<[string, readonly Finding[], RegExp]>([
    [
      'a damaged file',
      ofFile({ ...WHOLE, damage: ['page 7'] }, 9 * GB),
      /damaged \(page 7\).*npm run restore/,
    ],
    ['rows that refer to nothing', ofFile({ ...WHOLE, loose: 2 }, 9 * GB), /2 rows .* refer to nothing/],
    ['a full disk', ofFile(WHOLE, GB / 2), /only 512 MB left/],
    ['no backup', [ofBackups('/b', null, 0)], /no backup in \/b/],
    ['an old backup', [ofBackups('/b', 0, 30 * HOUR)], /30 hours old/],
    ['a refused token', ofDiscord(null, [], null), /refuses DISCORD_TOKEN/],
    ['a clock behind', ofDiscord({ ...FACTS, clockAhead: 90_000 }, [], null), /clock here is 90 s behind/],
    ['a clock ahead', ofDiscord({ ...FACTS, clockAhead: -90_000 }, [], null), /90 s ahead of/],
    ['an endpoint', ofDiscord({ ...FACTS, endpoint: 'https://a.b' }, [], null), /https:\/\/a\.b instead/],
    [
      'a bot that is started over and over',
      ofDiscord({ ...FACTS, startsLeft: 3 }, [], null),
      /Only 3 more starts/,
    ],
    ['posts that failed', ofPosts(['sent', 'failed'], null), /1 post of the last day failed/],
    ['a post that is late', ofPosts([], HOUR), /due for 60 minutes/],
  ])('%s', (_case, findings, sentence) => {
    expect(told(findings, 'wrong')).toMatch(sentence);
  });

  test.each<[string, readonly Finding[], RegExp]>([
    ['an older version', ofFile({ ...WHOLE, steps: { done: 20, pending: 7 } }, 9 * GB), /7 steps further/],
    ['a large log', ofFile({ ...WHOLE, log: GB }, 9 * GB), /grown to 1\.0 GB/],
    ['backups that are off', [ofBackups(null, null, 0)], /BACKUP_DIR/],
    ['intents', ofDiscord({ ...FACTS, privileged: ['Message Content'] }, [], null), /Message Content/],
    ['commands', ofDiscord(FACTS, ['today'], null), /\/today yet/],
    ['too few shards', ofDiscord({ ...FACTS, shards: 4 }, [], 2), /recommends 4 shards/],
  ])('%s is a note, and nothing is wrong', (_case, findings, sentence) => {
    expect(told(findings, 'note')).toMatch(sentence);
    expect(told(findings, 'wrong')).toBe('');
  });
});

test('finds nothing wrong with a running bot, and then what was broken', async () => {
  await using world = await startWorld();
  const { discord } = world;
  const [one, two, three] = ['One', 'Two', 'Three'].map((name) => discord.addGuild({ name }));
  if (one === undefined || two === undefined || three === undefined) throw new Error('there are three');
  await discord.quiet();
  for (const guild of [one, two, three]) {
    await ensureGuild(world.app.db, guild.id, 'en-US', world.clock.now());
    await changeGuild(world.app.db, guild.id, { channelId: guild.channel().id });
  }
  const env: Env = {
    discordToken: discord.token,
    discordApi: discord.api,
    discordCdn: discord.cdn,
    databasePath: world.databasePath,
    databaseUrl: null,
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
    logLevel: 'warn',
  };
  const look = (changed: Partial<Env> = {}) => {
    const rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token);
    const names = commands.map(({ data }) => data.name);
    return examineAll({ env: { ...env, ...changed }, rest, commands: names, now: () => Date.now() });
  };
  const first = await look();
  expect(told(first, 'wrong')).toBe('');
  expect(told(first, 'well')).toMatch(/The bot may post in 3 of 3 servers/);

  two.channel().deny('bot', ['SendMessages', 'ReadMessageHistory']);
  three.channel().delete();
  await pausePost(world.app.db, one.id, 'daily', 'forbidden', Date.parse('2026-11-20T00:00:00Z'));
  const then = told(await look(), 'wrong');
  expect(then).toContain(`Server ${two.id}: the bot lacks SendMessages, ReadMessageHistory`);
  expect(then).toContain(`Server ${three.id}: the channel for posts is gone`);
  expect(then).toContain(`because the bot may not post there: ${one.id} since 2026-11-20`);
  expect(then).not.toContain(`Server ${one.id}`);

  const nowhere = told(await look({ databasePath: `${world.databasePath}.gone` }), 'wrong');
  expect(nowhere).toContain('There is no file');
  world.discord.takeRefusals();
  world.logged.splice(0);
});

test('the program says by its exit code whether something is wrong, and prints no token', async () => {
  await using world = await startWorld();
  const { code, written } = await run('src/doctor.ts', {
    DISCORD_TOKEN: world.discord.token,
    DISCORD_API: `${world.discord.api}-nowhere`,
    DATABASE_PATH: world.databasePath,
  });
  expect(code).toBe(1);
  expect(written).toMatch(/✓ The database is whole[^]*✗ Discord [^]*1 of \d+ things need you/);
  expect(written).not.toContain(world.discord.token);
  world.discord.takeRefusals();
});

const overwrite = (id: string, allow: bigint, deny: bigint) => ({ id, allow, deny });

describe('permissions in a channel follow Discord’s rule', () => {
  const [VIEW, SEND, ADMIN] = [1n << 10n, 1n << 11n, 1n << 3n];
  const who = { guildId: 'g', userId: 'u', roles: ['r', 's'] };
  const roles = [
    { id: 'g', permissions: VIEW },
    { id: 'r', permissions: SEND },
    { id: 's', permissions: 0n },
    { id: 'other', permissions: ADMIN },
  ];
  test.each([
    ['roles add up', [], VIEW | SEND],
    ['everybody is denied', [overwrite('g', 0n, VIEW | SEND)], 0n],
    [
      'a role allows what everybody is denied',
      [overwrite('g', 0n, SEND), overwrite('r', SEND, 0n)],
      VIEW | SEND,
    ],
    [
      'one role allows what the other denies',
      [overwrite('r', 0n, SEND), overwrite('s', SEND, 0n)],
      VIEW | SEND,
    ],
    ['the bot itself comes last', [overwrite('u', 0n, SEND), overwrite('r', SEND, 0n)], VIEW],
    ['others do not matter', [overwrite('other', ADMIN, VIEW)], VIEW | SEND],
  ])('%s', (_case, overwrites, expected) => {
    expect(permissionsIn(who, roles, overwrites)).toBe(expected);
  });

  test('an administrator may do everything', () => {
    const held = permissionsIn({ ...who, roles: ['other'] }, roles, [overwrite('g', 0n, VIEW)]);
    expect(held & SEND).toBe(SEND);
  });
});
