import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startLocalDiscord } from '../../../playground/discord.ts';
import { makeSnapshot } from '../../../src/operate/backup/snapshots.ts';
import { reschedule } from '../../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../../src/store/members/guilds.ts';
import { restoreSnapshot } from '../../../src/store/sqlite/restore.ts';
import { startWorld } from '../../bot.ts';
import { eventually, PATIENCE } from '../../patience.ts';
import { preparedWhole } from '../../prepared.ts';
import { Program, run } from '../../process.ts';
import { isFull } from '../../size.ts';

test.runIf(isFull)(
  'after a kill and a restore, everything until the copy is there, and what is lost is reported',
  async () => {
    const discord = await startLocalDiscord({ answerWithin: PATIENCE });
    const alice = discord.addGuild({ name: 'Study group' }).addMember({ name: 'Alice' });
    const folder = await mkdtemp(join(tmpdir(), 'roadmate-drill-'));
    const copies = join(folder, 'copies');
    const DATABASE_PATH = join(folder, 'roadmate.sqlite');
    await writeFile(DATABASE_PATH, await preparedWhole());
    const start = () =>
      new Program(['src/main.ts'], {
        DISCORD_TOKEN: discord.token,
        DISCORD_API: discord.api,
        DISCORD_CDN: discord.cdn,
        DATABASE_PATH,
      });
    const connected = () => eventually(() => expect(discord.gateway.connected).toBe(1));
    const program = (...args: readonly string[]) => new Program(args, { DATABASE_PATH, BACKUP_DIR: copies });

    await using bot = start();
    await connected();
    expect((await alice.slash('done', { topic: 'ACID' })).text).toContain('**ACID** done');
    await using backup = program('src/backup.ts');
    expect(await backup.ended).toEqual({ code: 0, signal: null });
    const [name = ''] = await readdir(copies);
    expect(backup.written).toContain(`${name} is whole and checked`);

    expect((await alice.slash('done', { topic: 'Transactions' })).failed).toBeNull();
    await using early = program('src/restore.ts', join(copies, name));
    expect(await early.ended).toEqual({ code: 78, signal: null });
    expect(early.written).toContain('in use by another Roadmate');

    bot.signal('SIGKILL');
    await bot.ended;
    await using restore = program('src/restore.ts', join(copies, name));
    expect(await restore.ended).toEqual({ code: 0, signal: null });
    expect(restore.written).toMatch(
      /until \d{4}-\d\d-\d\d \d\d:\d\d UTC[^]*[1-9] acts? of 1 member came later/,
    );

    await using next = start();
    await connected();
    const kept = await alice.slash('topic', { topic: 'ACID' }, { until: 'settled' });
    expect(kept.text).toContain('Done · ');
    expect(JSON.stringify(kept.followUps)).toContain('I was restored from a backup');
    const lost = await alice.slash('done', { topic: 'Transactions' }, { until: 'settled' });
    expect(lost.text).toContain('**Transactions** done');
    expect(lost.followUps).toEqual([]);
    next.signal('SIGTERM');
    expect(await next.ended).toEqual({ code: 0, signal: null });
    await discord.stop();
    await rm(folder, { recursive: true });
  },
);

test('the programs make a copy and put it back, and who was there is told', async () => {
  // The programs have the machine's clock, so the bot has the same time.
  await using world = await startWorld(Temporal.Now.instant().toString());
  const alice = world.discord.addGuild({ name: 'Study group' }).addMember({ name: 'Alice' });
  const BACKUP_DIR = `${world.databasePath}.copies`;
  const done = async (program: string, ...args: readonly string[]): Promise<string> => {
    const { code, written } = await run(program, { DATABASE_PATH: world.databasePath, BACKUP_DIR }, ...args);
    expect(code).toBe(0);
    return written;
  };
  expect((await alice.slash('done', { topic: 'ACID' })).text).toContain('**ACID** done');
  expect(await done('src/backup.ts')).toContain('is whole and checked');
  const [name = ''] = await readdir(BACKUP_DIR);
  expect((await alice.slash('done', { topic: 'Transactions' })).failed).toBeNull();
  await world.restart(async () => {
    expect(await done('src/restore.ts', join(BACKUP_DIR, name))).toContain('of 1 member came later');
  });
  const kept = await alice.slash('topic', { topic: 'ACID' }, { until: 'settled' });
  expect(kept.text).toContain('Done · ');
  expect(JSON.stringify(kept.followUps)).toContain('I was restored from a backup');
});

test('after a restore no post comes twice, and none is left out', async () => {
  await using world = await startWorld('2026-11-24T05:00:00Z');
  const guilds = ['One', 'Two'].map((name) => world.discord.addGuild({ name }));
  await world.discord.quiet();
  for (const guild of guilds) {
    const settings = { roadmapId: 'backend', channelId: guild.channel().id, timeZone: 'Europe/Istanbul' };
    await ensureGuild(world.app.db, guild.id, 'en-US', world.clock.now());
    await changeGuild(world.app.db, guild.id, settings);
    const stored = await guildOf(world.app.db, guild.id);
    if (stored !== null) await reschedule(world.app.db, stored, world.clock.now());
  }
  const copies = `${world.databasePath}.copies`;
  const { path } = await makeSnapshot(world.databasePath, { folder: copies, keep: 1 }, world.clock.now());
  world.clock.set('2026-11-24T06:00:30Z');
  await world.tick();
  const [one, two] = guilds.map((guild) => guild.channel());
  // As if the bot had crashed before it sent the second one.
  const sent = two?.lastMessage();
  if (two === undefined || sent === undefined) throw new Error('it was sent');
  two.deleteMessage(sent);
  world.clock.set('2026-11-24T07:00:00Z');
  await world.restart(() => restoreSnapshot(path, world.databasePath, world.clock.now()));
  await world.discord.quiet();
  await world.tick();
  expect([one?.messages.length, two.messages.length]).toEqual([1, 1]);
});
