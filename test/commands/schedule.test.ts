import { expect, test } from 'vitest';
import { changeMember } from '../../src/store/members/members.ts';
import { postsOf } from '../../src/store/schedule/posts.ts';
import { startWorld } from '../bot.ts';

/** A server that posts at 09:00 in a time zone, in the language of its owner. */
async function group(locale = 'en-US', timeZone = 'Europe/Istanbul', start = '2026-11-23T09:00:00Z') {
  const world = await startWorld(start);
  const guild = world.discord.addGuild({ name: 'Study', locale, channels: ['study'] });
  const { owner } = guild;
  owner.locale = locale;
  await world.discord.quiet();
  const panel = await owner.slash('setup', { 'time-zone': timeZone });
  await owner.press(panel, { customId: 'v1:setup-start' });
  const member = guild.addMember({ name: 'Ben', locale: 'en-US' });
  return { world, guild, owner, panel, member };
}

/** The same text with one kind of space: Intl puts thin ones around a dash. */
function evenly(text: string): string {
  return text.replaceAll(/[^\S\n]/gu, ' ');
}

/** How Discord is told to say how far away an instant is. */
function relative(at: string): string {
  return `<t:${Date.parse(at) / 1000}:R>`;
}

test('anybody sees the runs of a week, those on days in a row in one line, and the next topic', async () => {
  const { world, member } = await group();
  await using _ = world;
  const preview = await member.slash('schedule preview');
  expect(preview.ephemeral).toBe(true);
  expect(evenly(preview.text).split('\n').slice(1)).toEqual([
    '-# In the group’s time (Istanbul)',
    `**Daily topic** · ${relative('2026-11-24T06:00:00Z')}`,
    expect.stringMatching(/^Up next, most likely: \*\*.+\*\*$/),
    '-# 24 – 30 November, each day at 09:00',
    `**Weekly summary** · ${relative('2026-11-30T06:00:00Z')}`,
    '-# Mon 30 Nov, 09:00',
  ]);
  expect(preview.buttons).toEqual([]);
});

test('somebody in another zone sees them in their own time', async () => {
  const { world, member } = await group();
  await using _ = world;
  await changeMember(world.app.db, member.id, { timeZone: 'Asia/Tokyo', locale: 'tr' }, world.clock.now());
  const { text } = await member.slash('schedule preview');
  expect(text).toContain('-# Senin saatinle; grupta 09:00 (İstanbul)');
  expect(evenly(text)).toContain('-# 24 – 30 Kasım, her gün 15:00');
});

test('a run that moves at a clock change says so', async () => {
  const { world, owner } = await group('en-US', 'Europe/Berlin', '2026-03-26T09:00:00Z');
  await using _ = world;
  const form = await owner.press(await owner.press(await owner.slash('setup'), 'Change…'), 'Set time…');
  await owner.fill(form, { 'Time of day': '2:30' });
  const preview = await owner.slash('schedule preview');
  expect(evenly(preview.text)).toContain('27 – 28 March, each day at 02:30\n');
  expect(preview.text).toContain('-# Sun 29 Mar, 03:30 (clocks change: 03:30)');
});

test('an organiser sees the next daily post, of the likely topic, and the summary: nothing is sent, recorded or pressable', async () => {
  const { world, guild, owner, panel } = await group('tr');
  await using _ = world;
  const before = await postsOf(world.app.db, guild.id);
  const daily = await owner.slash('schedule test', { kind: 'daily' });
  expect(daily.ephemeral).toBe(true);
  expect(daily.text).toContain('şimdi paylaşılsa böyle görünür');
  expect(daily.text).toContain('Günün konusu · 24 Kasım Salı');
  const likely = /büyük ihtimalle: \*\*(.+)\*\*/.exec((await owner.slash('schedule preview')).text)?.[1];
  expect(daily.text).toContain(`## ${likely}\n`);
  await expect(owner.press(daily, 'Ben varım')).rejects.toThrow('disabled');
  const weekly = await owner.slash('schedule test', { kind: 'weekly' });
  expect(weekly.text).toContain('Haftalık özet şimdi paylaşılsa böyle görünür');

  const pressed = await owner.choose(panel, 'v1:menu', ['Haftalık özeti gör']);
  expect(pressed.isUpdate).toBe(false);
  expect(pressed.text).toBe(weekly.text);
  expect(guild.channel().messages).toHaveLength(1);
  expect(await world.app.db.selectFrom('delivery').select('kind').execute()).toEqual([{ kind: 'welcome' }]);
  expect(await postsOf(world.app.db, guild.id)).toEqual(before);
});

test('a pause holds the posts until somebody resumes them', async () => {
  const { world, guild, owner, member } = await group();
  await using _ = world;
  const paused = await owner.slash('schedule pause');
  expect(paused.text).toContain('Posts paused.');
  expect((await owner.slash('schedule pause')).text).toContain('Posts are paused');

  world.clock.set('2026-11-24T06:00:00Z');
  await world.tick();
  // Only the welcome was sent.
  expect(guild.channel().messages).toHaveLength(1);
  const preview = await member.slash('schedule preview');
  expect(preview.text).toContain('No posts are planned.');
  expect(preview.buttons).toEqual([]);
  expect((await owner.slash('schedule preview')).buttons).toEqual(['Resume']);

  const resumed = await owner.press(paused, 'Resume');
  expect(resumed.text).toContain('Posts resumed.');
  expect(resumed.text).toContain(`**Daily topic** · <t:${Date.parse('2026-11-25T06:00Z') / 1000}:R>`);
  expect((await owner.slash('schedule resume')).text).toContain('Posts aren’t paused.');
  world.clock.set('2026-11-25T06:00:00Z');
  await world.tick();
  expect(guild.channel().messages).toHaveLength(2);
});

test('if the bot may not post, resuming shows what is missing', async () => {
  const { world, guild, owner } = await group();
  await using _ = world;
  await owner.slash('schedule pause');
  guild.channel().deny('bot', ['SendMessages']);
  await world.discord.quiet();
  const refused = await owner.slash('schedule resume');
  expect(refused.text).toContain('Allow *Send Messages* there');
  expect((await postsOf(world.app.db, guild.id)).every(({ pause }) => pause !== null)).toBe(true);
});

test('only organisers test, pause and resume; a person who tampers is refused too', async () => {
  const { world, guild, member } = await group();
  await using _ = world;
  const answers = [
    await member.slash('schedule test', { kind: 'daily' }),
    await member.slash('schedule pause'),
    await member.slash('schedule resume'),
  ];
  const card = await member.slash('today');
  for (const id of ['v1:schedule-resume', 'v1:schedule-test:daily'])
    answers.push(await member.press(card, { customId: id }));
  for (const { text } of answers) expect(text).toContain('Only organisers can do this');
  expect((await postsOf(world.app.db, guild.id)).filter(({ pause }) => pause !== null)).toEqual([]);
});

test('an unknown kind of post is refused', async () => {
  const { world, owner, panel } = await group();
  await using _ = world;
  const refused = await owner.press(panel, { customId: 'v1:schedule-test:hourly' });
  expect(refused.text).toContain('out of date');
});

test('a server that is not set up says so, and shows organisers the way', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'New', locale: 'tr' });
  const member = guild.addMember({ name: 'Ben', locale: 'en-US' });
  guild.owner.locale = 'tr';
  await world.discord.quiet();
  for (const line of ['preview', 'pause', 'resume']) {
    const answer = await guild.owner.slash(`schedule ${line}`);
    expect(answer.text).toContain('henüz kurulmadı');
    expect(answer.buttons).toEqual(['Roadmate’i kur']);
  }
  const theirs = await member.slash('schedule preview');
  expect(theirs.text).toContain('Roadmate isn’t set up here yet');
  expect(theirs.buttons).toEqual([]);
  const panel = await guild.owner.press(await guild.owner.slash('schedule preview'), 'Roadmate’i kur');
  expect(panel.buttons).toContain('Başlat');
});

test('in direct messages it says that the schedule belongs to a server', async () => {
  const { world, owner } = await group();
  await using _ = world;
  owner.install();
  for (const line of ['preview', 'pause']) {
    const answer = await owner.dm.slash(`schedule ${line}`, {}, { force: true });
    expect(answer.text).toContain('This works only in a server');
  }
});
