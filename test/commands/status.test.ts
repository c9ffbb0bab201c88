import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InteractionType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { startWorld } from '../bot.ts';
import { eventually } from '../patience.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

/** Makes the operator's server, with a person who manages it and one who does not, and a study group. */
async function operated(locale = 'en-US') {
  const world = await startWorld('2026-11-24T05:00:00Z');
  const home = world.discord.addGuild({ name: 'Roadmate', locale });
  const group = world.discord.addGuild({ name: 'Study group' });
  const operator = home.addMember({ name: 'Olga', locale, permissions: ['ManageGuild'] });
  const visitor = home.addMember({ name: 'Vic', locale });
  const organiser = group.addMember({ name: 'Ora', locale, permissions: ['ManageGuild'] });
  await world.discord.quiet();
  await world.restart(undefined, { operatorGuild: home.id });
  return { world, home, group, operator, visitor, organiser };
}

async function startPosts({ app, clock }: World, guildId: string, channelId: string): Promise<void> {
  await ensureGuild(app.db, guildId, 'en-US', clock.now());
  await changeGuild(app.db, guildId, { roadmapId: 'backend', channelId, timeZone: 'Europe/Istanbul' });
  const stored = await guildOf(app.db, guildId);
  if (stored !== null) await reschedule(app.db, stored, clock.now());
}

/** The servers that have the command; null stands for all. */
const ownersIn = ({ discord }: World): readonly (string | null)[] =>
  [...discord.world.commands.values()].flatMap(({ name, guild_id }) =>
    name === 'status' ? [guild_id ?? null] : [],
  );

/** Sends the command from a client to which Discord does not offer it. */
const force = (person: Person) =>
  person.forge(InteractionType.ApplicationCommand, { id: '1', name: 'status', type: 1 });

describe('/status', () => {
  test('tells the operator of servers, posts, lateness, failures, version and backup', async () => {
    const { world, group, operator, organiser } = await operated();
    await using _ = world;
    await startPosts(world, group.id, group.channel().id);
    world.clock.set('2026-11-24T06:00:20Z');
    await world.tick();
    await world.app.db.schema.alterTable('progress').renameTo('elsewhere').execute();
    await organiser.slash('done', { topic: 'ACID' });
    await world.discord.quiet();
    await world.app.db.schema.alterTable('elsewhere').renameTo('progress').execute();
    world.logged.splice(0);

    const told = await operator.slash('status');
    expect(told.ephemeral).toBe(true);
    expect(told.text).toMatch(/^## Roadmate \d+\.\d+\.\d+/);
    expect(told.text).toContain('**Servers** 2 · posts in 1');
    expect(told.text).toContain('**Last 24 hours** 1 post · 0 failed · 0 skipped');
    expect(told.text).toContain('**Lateness** usually 20 secs · at most 20 secs');
    expect(told.text).toContain('**Failed answers** 1');
    expect(told.text).toContain('**Backup** off. Set `BACKUP_DIR`');
  });

  test('tells the age of the newest backup', async () => {
    const { world, home, operator } = await operated('tr');
    await using _ = world;
    const backupDir = await mkdtemp(join(tmpdir(), 'roadmate-status-'));
    await world.restart(undefined, { operatorGuild: home.id, backupDir });
    const age = `**Yedek** <t:${world.clock.now() / 1000}:R>`;
    await eventually(async () => expect((await operator.slash('status')).text).toContain(age));
    await rm(backupDir, { recursive: true });
  });

  test('is a command of only one server, and only for people who manage it', async () => {
    const { world, home, operator, visitor, organiser } = await operated();
    await using _ = world;
    expect(ownersIn(world)).toEqual([home.id]);
    await expect(organiser.slash('status')).rejects.toThrow(/no command "status"/);
    await expect(visitor.slash('status')).rejects.toThrow(/lack the permission/);

    for (const person of [organiser, visitor]) {
      const refused = await force(person);
      expect(refused.text).toContain('Only Roadmate’s operator');
      expect(refused.text).not.toContain('Servers');
    }
    expect((await force(operator)).text).toContain('**Servers**');
  });

  test('moves to another server with the setting, and disappears with it', async () => {
    const { world, group, home } = await operated();
    await using _ = world;
    await world.restart(undefined, { operatorGuild: group.id });
    expect(ownersIn(world)).toEqual([group.id]);
    await world.restart();
    expect(ownersIn(world)).toEqual([]);
    const asked = (): number =>
      world.discord.requests.filter(({ path }) => path.includes(`/guilds/${home.id}/commands`)).length;
    const before = asked();
    await world.restart();
    expect(asked()).toBe(before);
  });

  test('writes a line to the log if the bot is not in the operator’s server, and the bot starts', async () => {
    await using world = await startWorld();
    await world.restart(undefined, { operatorGuild: '123456789012345678' });
    expect(world.logged.splice(0).join('')).toContain('OPERATOR_GUILD');
    world.discord.takeRefusals();
  });
});

async function failing() {
  const scene = await operated();
  const { world, group } = scene;
  await startPosts(world, group.id, group.channel().id);
  world.discord.faults.add({ method: 'POST', path: /channels\/\d+\/messages$/, kind: '500', status: 400 });
  world.clock.set('2026-11-24T06:00:20Z');
  await world.tick();
  world.logged.splice(0);
  world.discord.takeRefusals();
  return scene;
}

const SAID = 'Daily topic · 24 November: something went wrong';

const said = async (person: Person): Promise<boolean> =>
  JSON.stringify((await person.slash('help', {}, { until: 'settled' })).followUps).includes(SAID);

describe('a group whose post failed', () => {
  test('is told once, even after a restart or if another organiser asks', async () => {
    const { world, group, organiser } = await failing();
    await using _ = world;
    const member = group.addMember({ name: 'Mel' });
    const other = group.addMember({ name: 'Oz', permissions: ['ManageGuild'] });
    expect(await said(member)).toBe(false);
    expect(await said(organiser)).toBe(true);
    expect(await said(organiser)).toBe(false);
    await world.restart();
    expect(await said(other)).toBe(false);
    expect(await said(organiser)).toBe(false);
  });

  test('is not told of old failures', async () => {
    const { world, organiser } = await failing();
    await using _ = world;
    world.clock.set('2026-12-02T06:00:20Z');
    const answer = await organiser.slash('help', {}, { until: 'settled' });
    expect(answer.followUps).toEqual([]);
  });
});
