import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { everyComponent } from '../../playground/state/components.ts';
import type { Component } from '../../playground/state/json.ts';
import { guildOf } from '../../src/store/members/guilds.ts';
import { postsOf } from '../../src/store/schedule/posts.ts';
import { HOUR } from '../../src/time/units.ts';
import { startWorld } from '../bot.ts';

/** A server whose owner speaks a language. The bot is in it, and nobody has set it up. */
async function server(locale: string, channels = ['general', 'study']) {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale, channels });
  const { owner } = guild;
  owner.locale = locale;
  await world.discord.quiet();
  const stored = () => guildOf(world.app.db, guild.id);
  return { world, guild, owner, stored, study: guild.channel('study') };
}

/** The panel with all choices instead of the summary. */
async function choicesOf(person: Person, panel: Promise<Answer>): Promise<Answer> {
  return person.press(await panel, { customId: 'v1:setup-change' });
}

async function looksOf(person: Person): Promise<Answer> {
  return person.press(await person.slash('setup'), { customId: 'v1:setup-looks' });
}

function selectOf(panel: Answer, id: string): Component {
  const found = everyComponent(panel.message?.components ?? []).find(
    ({ custom_id }) => custom_id === `v1:${id}`,
  );
  if (found === undefined) throw new Error(`no select ${id}`);
  return found;
}

const chosenIn = (panel: Answer, id: string): readonly string[] => {
  const { options, default_values } = selectOf(panel, id);
  return [
    ...(options ?? []).filter((option) => option.default).map((option) => option.value),
    ...(default_values ?? []).map((value) => value.id),
  ];
};

describe('a whole setup', () => {
  test('in Turkish, two taps are enough', async () => {
    const { world, guild, owner, stored } = await server('tr');
    await using _ = world;
    const panel = await owner.slash('setup');
    expect(panel.ephemeral).toBe(true);
    expect(panel.text).toContain('Henüz paylaşım yok');
    expect(panel.text).toContain('**Saat dilimi** · İstanbul, şu an 12:00');
    await owner.press(panel, 'Değiştir…');
    expect(chosenIn(panel, 'setup-channel')).toEqual([guild.channel().id]);
    expect(chosenIn(panel, 'setup-roadmap')).toEqual(['backend']);
    expect(chosenIn(panel, 'setup-weekdays')).toEqual([]);
    expect(JSON.stringify(panel.message?.components)).toContain('"placeholder":"Her gün"');
    expect(chosenIn(panel, 'setup-weekly-day')).toEqual(['1']);
    await owner.press(panel, 'Kuruluma dön');
    await owner.press(panel, 'Dil ve bildirim…');
    expect(chosenIn(panel, 'setup-role')).toEqual([]);
    expect(chosenIn(panel, 'setup-language')).toEqual(['tr']);
    expect(await stored()).toBeNull();
    await owner.press(panel, 'Kuruluma dön');

    const done = await owner.press(panel, 'Başlat');
    expect(done.isUpdate).toBe(true);
    expect(done.text).toContain('Her şey hazır!');
    expect(done.text).toContain(`Sırada: Günün konusu · <t:${Date.parse('2026-11-24T06:00Z') / 1000}:R>`);
    // The group is welcomed at once, and only once.
    const [welcome, ...others] = guild.channel().messages;
    expect(JSON.stringify(welcome)).toContain('Birlikte öğreniyoruz');
    expect(others).toEqual([]);
    await owner.press(done, { customId: 'v1:setup-start' });
    await world.tick();
    expect(guild.channel().messages).toHaveLength(1);
    expect(await stored()).toMatchObject({
      roadmapId: 'backend',
      channelId: guild.channel().id,
      timeZone: 'Europe/Istanbul',
      locale: 'tr',
      roleId: null,
    });

    world.clock.set('2026-11-24T06:00:00Z');
    await world.tick();
    expect(JSON.stringify(guild.channel().lastMessage())).toContain('Günün konusu · 24 Kasım Salı');
  });

  test('in English, everything can be chosen', async () => {
    const { world, guild, owner, stored, study } = await server('en-US');
    await using _ = world;
    const role = guild.addRole({ name: 'students', mentionable: true });
    await world.discord.quiet();
    const panel = await owner.slash('setup');
    expect(panel.text).toContain('○ Pick your time zone');
    expect(panel.buttons).not.toContain('Start');

    await owner.choose(panel, 'Pick your time zone', ['America/New_York']);
    expect(panel.text).toContain('**Time zone** · New York, now 04:00');
    await owner.press(panel, 'Change…');
    await owner.choose(panel, 'v1:setup-channel', [study]);
    expect(panel.text).toMatch(/or your own list: <\/roadmap import:\d+>/);
    await owner.choose(panel, 'v1:setup-roadmap', ['backend']);
    await owner.choose(panel, 'v1:setup-weekdays', ['Monday', 'Wednesday', 'Friday']);
    await owner.choose(panel, 'v1:setup-weekly-day', ['Friday']);
    await owner.press(panel, { customId: 'v1:setup-looks' });
    await owner.choose(panel, 'No role', [role]);
    await owner.choose(panel, 'v1:setup-language', ['Türkçe']);
    await owner.press(panel, 'Back to setup');
    await owner.press(panel, 'Change…');
    const form = await owner.press(panel, 'Set time…');
    const saved = await owner.fill(form, { 'Time of day': '7.30 pm' });
    expect(saved.text).toContain('**Time** · 19:30');
    expect(await stored()).toMatchObject({
      roadmapId: 'backend',
      channelId: study.id,
      timeZone: 'America/New_York',
      dailyAt: '19:30',
      weekdays: [1, 3, 5],
      weeklyDay: 5,
      roleId: role.id,
      locale: 'tr',
    });
    // Nothing is posted before *Start*, whose greeting is in the language that was chosen last.
    world.clock.set('2026-11-24T00:30:00Z');
    await world.tick();
    expect(study.messages).toEqual([]);
    await owner.press(saved, { customId: 'v1:setup-looks' });
    await owner.choose(saved, 'v1:setup-role', []);
    expect((await stored())?.roleId).toBeNull();
    await owner.press(saved, 'Back to setup');
    const started = await owner.press(saved, 'Start');
    expect(started.text).toContain(`Next: Daily topic · <t:${Date.parse('2026-11-26T00:30Z') / 1000}:R>`);
    expect(study.messages.map((message) => JSON.stringify(message.components))).toEqual([
      expect.stringContaining('Birlikte öğreniyoruz'),
    ]);
    await owner.press(started, 'Change…');
    await owner.choose(started, 'v1:setup-weekly-day', ['Sunday']);
    expect(started.buttons).not.toContain('Start');
  });

  test('a group that follows another roadmap is told once a day, and its welcome keeps up', async () => {
    const { world, guild, owner } = await server('en-GB');
    await using _ = world;
    await owner.press(await owner.slash('setup'), 'Start');
    const member = guild.addMember({ name: 'Ada', locale: 'en-GB' });
    await member.slash('roadmap join');
    await member.slash('start', { topic: 'ACID' });
    const said = (): readonly string[] => guild.channel().messages.map((message) => JSON.stringify(message));
    const list = { name: 'camp.md', content: Buffer.from('# Camp\n\n- [ ] Git\n- [ ] HTML\n') };
    const saved = await owner.press(await owner.slash('roadmap import', { file: list }), 'Save');
    const applied = await owner.press(saved, 'Use it here');
    expect(applied.text).toContain(`I’ve told the group: <#${guild.channel().id}>`);
    // A member who joined with the roadmap before comes along by the news.
    const told = guild.channel().lastMessage();
    if (told === undefined) throw new Error('the group is told');
    const beside = await member.press(told, 'Join');
    expect(beside.text).toContain('**Camp** is among your roadmaps now.');
    expect(beside.text).toContain('**Git**');
    expect((await member.press(told, 'See my picks')).text).toContain('HTML');
    expect((await member.press(beside, 'Make it my main')).text).toContain('This is your main roadmap.');
    const panel = await choicesOf(owner, owner.slash('setup'));
    await owner.choose(panel, 'Pick a roadmap', ['Backend TODO']);
    expect(said().at(-1)).toMatch(/A new roadmap for us.*Backend/);
    await owner.choose(panel, 'Pick a roadmap', ['Camp']);
    await owner.choose(panel, 'Every day', ['Monday', 'Friday']);
    await world.tick();
    const [welcome, ...news] = said();
    expect(welcome).toMatch(/Our roadmap: \*\*Camp/);
    expect(welcome).toContain('Mon and Fri');
    expect(news).toEqual([expect.stringMatching(/A new roadmap for us.*Camp\b.*2 topics/)]);
    expect(said().join('')).not.toContain('<@');
    world.clock.advance(26 * HOUR);
    const another = await choicesOf(owner, owner.slash('setup'));
    await owner.choose(another, 'Pick a roadmap', ['Backend TODO']);
    expect(
      said()
        .slice(1)
        .filter((message) => message.includes('A new roadmap for us')),
    ).toEqual([expect.stringContaining('Camp'), expect.stringContaining('Backend')]);
  });

  test('a Turkish organiser is offered Istanbul even if the server’s language was never set', async () => {
    const { world, owner } = await server('en-US');
    await using _ = world;
    owner.locale = 'tr';
    expect((await owner.slash('setup')).text).toContain('İstanbul, şu an');
  });

  test.each([
    ['their own in /settings', 'en-US', 'en-US', 'tr', 'Türkçe'],
    ['theirs in Discord where the server has none', 'en-US', 'tr', null, 'Türkçe'],
    ['the server’s', 'tr', 'en-GB', null, 'Turkish'],
  ])(
    'the language proposed to an organiser is %s, and Start stores it',
    async (_case, ofServer, inDiscord, own, name) => {
      const { world, guild, owner, stored } = await server(ofServer);
      await using _ = world;
      owner.locale = inDiscord;
      if (own !== null) {
        await owner.choose(await owner.slash('settings'), 'v1:settings-language', [own]);
        // A guild that is stored before its setup has no language that anybody chose.
        await owner.slash('roadmap join');
      }
      const panel = await owner.slash('setup');
      expect(panel.text).toContain(`** · ${name}`);
      await owner.press(panel, { customId: 'v1:setup-start' });
      const { locale = '' } = (await stored()) ?? {};
      expect(locale).toBe('tr');
      expect(JSON.stringify(guild.channel().messages)).toContain('Birlikte öğreniyoruz');
    },
  );

  test('a channel that is not for text is not proposed', async () => {
    const { world, guild, owner } = await server('tr');
    await using _ = world;
    const voice = guild.addChannel({ name: 'talk', type: ChannelType.GuildVoice });
    await world.discord.quiet();
    const panel = await owner.slash('setup', {}, { channel: voice });
    expect(panel.text).toContain('○ Bir kanal seç.');
    expect(panel.buttons).not.toContain('Başlat');
    const refused = await owner.press(panel, { customId: 'v1:setup-channel' });
    expect(refused.text).toContain('eskimiş');
  });
});

describe('a typed text', () => {
  test('that is no time zone comes back with similar ones, and the time is kept', async () => {
    const { world, owner, stored } = await server('en-US');
    await using _ = world;
    const panel = await choicesOf(owner, owner.slash('setup'));
    const form = await owner.press(panel, 'Set time…');
    const back = await owner.fill(form, { 'Time of day': '21:15', 'Time zone': 'Istambul **<@1>**' });
    expect(back.text).toContain('I can’t find the time zone “Istambul \\*\\*\\<\\@1\\>\\*\\*”');
    expect(await stored()).toMatchObject({ dailyAt: '21:15', timeZone: null });
    const again = await owner.press(back, 'Set time…');
    expect(JSON.stringify(again.modal)).toContain('Istambul **<@1>**');

    expect(selectOf(back, 'setup-zone').options?.[0]?.value).toBe('Europe/Istanbul');
    await owner.choose(back, 'Pick your time zone', ['Europe/Istanbul']);
    expect(await stored()).toMatchObject({ dailyAt: '21:15', timeZone: 'Europe/Istanbul' });
    expect(back.text).not.toContain('can’t find');
  });

  test('that is no time comes back, and the zone is kept', async () => {
    const { world, owner, stored } = await server('tr');
    await using _ = world;
    const form = await owner.press(await choicesOf(owner, owner.slash('setup')), 'Değiştir…');
    const back = await owner.fill(form, { Saat: '25:00', 'Saat dilimi': 'londra' });
    expect(back.text).toContain('Saati anlayamadım: “25\\:00”');
    expect(await stored()).toMatchObject({ dailyAt: '09:00', timeZone: 'Europe/London' });
    const again = await owner.press(back, 'Değiştir…');
    expect(JSON.stringify(again.modal)).toContain('25:00');
  });

  test('that names another zone prevents a start with the proposed one', async () => {
    const { world, owner } = await server('tr');
    await using _ = world;
    const form = await owner.press(await choicesOf(owner, owner.slash('setup')), 'Değiştir…');
    const back = await owner.fill(form, { 'Saat dilimi': 'USA' });
    expect(back.text).toContain('○ Saat dilimini seç');
    expect(back.buttons).not.toContain('Başlat');
  });

  test('that fits no zone leaves the present zone, proposed or stored', async () => {
    const { world, owner, stored } = await server('en-GB');
    await using _ = world;
    owner.locale = 'en-GB';
    const form = await owner.press(await choicesOf(owner, owner.slash('setup')), 'Set time…');
    const back = await owner.fill(form, { 'Time zone': 'Atlantis' });
    expect(back.text).toContain('I can’t find the time zone “Atlantis”');
    expect(back.text).toContain('London, now');
    expect((await stored())?.timeZone).toBeNull();
    await owner.press(back, 'Start');
    expect((await stored())?.timeZone).toBe('Europe/London');

    for (const typed of ['Atlantis', 'PST', '+3', 'Berl']) {
      const asked = await owner.slash('setup', { 'time-zone': typed });
      expect(asked.text).toContain('I can’t find the time zone');
      expect(asked.text).toContain('London, now');
      expect((await stored())?.timeZone).toBe('Europe/London');
    }
  });

  test('that is too long for a button is cut, not refused', async () => {
    const { world, owner } = await server('tr');
    await using _ = world;
    const form = await owner.press(await choicesOf(owner, owner.slash('setup')), 'Değiştir…');
    const back = await owner.fill(form, { Saat: 'öğleden sonr', 'Saat dilimi': 'ğ'.repeat(40) });
    expect(back.failed).toBeNull();
    const again = await owner.press(back, 'Değiştir…');
    expect(JSON.stringify(again.modal)).toContain('öğleden sonr');
    expect(JSON.stringify(again.modal)).not.toContain('\uFFFD');
  });

  test('gets suggestions of time zones, and can be given with the command', async () => {
    const { world, owner, stored } = await server('en-US');
    await using _ = world;
    const choices = await owner.type('setup', { 'time-zone': 'ista' });
    expect(choices[0]).toMatchObject({ value: 'Europe/Istanbul' });
    await owner.slash('setup', { 'time-zone': 'ankara' });
    expect((await stored())?.timeZone).toBe('Europe/Istanbul');
    const unknown = await owner.slash('setup', { 'time-zone': 'Atlantis' });
    expect(unknown.text).toContain('I can’t find the time zone “Atlantis”');
    expect((await stored())?.timeZone).toBe('Europe/Istanbul');
  });
});

describe('who may set up', () => {
  test('plain members may not, whatever they send', async () => {
    const { world, guild, owner, stored, study } = await server('tr');
    await using _ = world;
    const eve = guild.addMember({ name: 'Eve', locale: 'en-US' });
    await owner.press(await owner.slash('setup'), 'Başlat');
    const before = await stored();
    await expect(eve.slash('setup')).rejects.toThrow('setup');
    const forced = await eve.slash('setup', { 'time-zone': 'UTC' }, { force: true });
    expect(forced.text).toContain('Only organisers can do this');

    const card = await eve.slash('today');
    for (const action of [
      'setup',
      'setup-start',
      'setup-check',
      'setup-resume',
      'setup-clock',
      'setup-channel',
    ]) {
      const pressed = await eve.press(card, { customId: `v1:${action}` });
      expect(pressed.text).toContain('Only organisers can do this');
    }
    // An ephemeral panel belongs to one person, who may no longer be an organiser.
    const late = guild.addMember({ name: 'Late', locale: 'en-US', permissions: ['ManageGuild'] });
    await world.discord.quiet();
    const panel = await choicesOf(late, late.slash('setup'));
    const looks = await looksOf(late);
    const form = await late.press(panel, 'Set time…');
    for (const member of guild.guild.members.values()) if (member.user.id === late.id) member.roles = [];
    const refusals = [
      await late.choose(panel, 'v1:setup-channel', [study]),
      await late.choose(panel, 'v1:setup-weekdays', ['1']),
      await late.choose(panel, 'v1:setup-weekly-day', ['1']),
      await late.choose(looks, 'v1:setup-language', ['en']),
      await late.choose(panel, 'v1:setup-roadmap', ['backend']),
      await late.choose(looks, 'v1:setup-role', []),
      await late.fill(form, { 'Time of day': '05:00' }),
    ];
    for (const refusal of refusals) expect(refusal.text).toContain('Only organisers can do this');
    expect(await stored()).toEqual(before);
  });

  test('nobody may in direct messages', async () => {
    const { world, owner } = await server('tr');
    await using _ = world;
    owner.install();
    const refused = await owner.dm.slash('setup', {}, { force: true });
    expect(refused.text).toContain('Bu yalnızca sunucuda çalışır');
  });

  test('values that the selects do not offer are refused', async () => {
    const { world, owner, stored } = await server('tr');
    await using _ = world;
    const panel = await choicesOf(owner, owner.slash('setup'));
    const looks = await looksOf(owner);
    for (const [name, value] of [
      ['setup-roadmap', 'nothing'],
      ['setup-weekdays', '8'],
      ['setup-weekly-day', 'x'],
      ['setup-language', 'constructor'],
    ] as const) {
      const page = name === 'setup-language' ? looks : panel;
      const refused = await owner.choose(page, `v1:${name}`, [value], { force: true });
      expect(refused.text).toContain('eskimiş');
    }
    expect(await stored()).toBeNull();
  });

  test('roles of everybody or of a bot are refused; a role that cannot be mentioned is stored, and the panel says so', async () => {
    const { world, guild, owner, stored } = await server('en-US');
    await using _ = world;
    const quiet = guild.addRole({ name: 'quiet' });
    await world.discord.quiet();
    const panel = await looksOf(owner);
    const ofTheBot = [...guild.guild.roles.values()].find(({ managed }) => managed);
    for (const unfit of [guild.id, ofTheBot?.id ?? 'none']) {
      await owner.choose(panel, 'v1:setup-role', [unfit]);
      expect(panel.text).toContain('I can’t ping that role');
      await owner.press(panel, { customId: 'v1:setup-looks' });
    }
    expect((await stored())?.roleId ?? null).toBeNull();
    await owner.choose(panel, 'v1:setup-role', [quiet]);
    expect((await stored())?.roleId).toBe(quiet.id);
    expect(panel.text).toContain(`My ping wouldn’t reach <@&${quiet.id}>`);
    guild.removeRole(quiet);
    await world.discord.quiet();
    const later = await looksOf(owner);
    expect(chosenIn(later, 'setup-role')).toEqual([]);
    expect(later.text).toContain('The role for posts was deleted, so they ping nobody');
    await owner.choose(later, 'v1:setup-role', []);
    expect(later.text).not.toContain('was deleted');
  });
});

describe('when something is wrong', () => {
  test('missing permissions are named, and “Check again” sees when they are given', async () => {
    const { world, owner, study } = await server('en-US');
    await using _ = world;
    study.deny('bot', ['SendMessages', 'CreatePublicThreads']);
    await world.discord.quiet();
    const panel = await owner.slash('setup', { 'time-zone': 'Berlin' }, { channel: study });
    expect(panel.text).toContain(
      `○ I can’t post in ${study.mention}. Allow *Send Messages* and *Create Public Threads* there`,
    );
    expect(panel.buttons).not.toContain('Start');
    const tampered = await owner.press(panel, { customId: 'v1:setup-start' });
    expect(tampered.text).toContain('I can’t post in');
    await owner.press(panel, 'Check again');
    expect(panel.text).toContain('I can’t post in');
    study.allow('bot', ['SendMessages', 'CreatePublicThreads']);
    await world.discord.quiet();
    await owner.press(panel, 'Check again');
    expect(panel.text).not.toContain('I can’t post in');
    await owner.press(panel, 'Start');
    expect(panel.text).toContain('All set!');
  });

  test('a deleted channel pauses the posts; each organiser is told once, and another channel solves it', async () => {
    const { world, guild, owner, study } = await server('tr');
    await using _ = world;
    const eve = guild.addMember({ name: 'Eve', locale: 'tr' });
    await owner.press(await owner.slash('setup', {}, { channel: study }), 'Başlat');
    study.delete();
    world.clock.set('2026-11-24T06:00:00Z');
    await world.tick();
    world.logged.splice(0);
    world.discord.takeRefusals();

    expect((await eve.slash('today', {}, { until: 'settled' })).followUps).toEqual([]);
    const told = await (await owner.slash('today')).followedUp();
    expect(JSON.stringify(told.followUps)).toContain('kanal silinmiş. Başkasını seçersen');
    expect((await owner.slash('today', {}, { until: 'settled' })).followUps).toEqual([]);

    const [notice] = told.followUps;
    if (notice === undefined) throw new Error('there is a notice');
    const panel = await owner.press(notice, 'Düzelt');
    expect(panel.text).toContain('kanal silinmiş');
    expect(panel.text).toContain('○ Bu kanal artık yok. Başkasını seç.');
    await owner.choose(panel, 'v1:setup-channel:brief', [guild.channel()]);
    expect(panel.text).not.toContain('silinmiş');
    expect(panel.text).toContain('Sırada: Günün konusu');
    const posts = await postsOf(world.app.db, guild.id);
    expect(posts.map(({ pause }) => pause)).toEqual([null, null]);
  });

  test('permissions that are taken away pause the posts; “Check again” resumes them when they are back', async () => {
    const { world, guild, owner, study } = await server('en-US');
    await using _ = world;
    await owner.press(await owner.slash('setup', { 'time-zone': 'UTC' }, { channel: study }), 'Start');
    study.deny('bot', ['ViewChannel']);
    world.clock.set('2026-11-24T09:00:00Z');
    await world.tick();
    world.logged.splice(0);
    world.discord.takeRefusals();
    const panel = await owner.slash('setup');
    expect(panel.text).toContain('I can’t post in the channel');
    expect(panel.text).toContain('*View Channel*');
    await owner.press(panel, 'Check again');
    expect(panel.text).toContain('I can’t post in the channel');
    study.allow('bot', ['ViewChannel']);
    await world.discord.quiet();
    await owner.press(panel, 'Check again');
    expect(panel.text).not.toContain('I can’t post in the channel');
    expect((await postsOf(world.app.db, guild.id)).map(({ pause }) => pause)).toEqual([null, null]);
  });

  test('an organiser’s own pause does not end when settings are changed', async () => {
    const { world, guild, owner, study } = await server('en-US');
    await using _ = world;
    const panel = await owner.slash('setup', { 'time-zone': 'UTC' });
    await owner.press(panel, 'Start');
    await owner.slash('schedule pause');
    await owner.press(panel, 'Change…');
    await owner.choose(panel, 'v1:setup-channel', [study]);
    expect(panel.text).toContain('⏸ Posts are paused');
    await owner.press(panel, 'Resume');
    expect(panel.text).not.toContain('paused');
    expect((await postsOf(world.app.db, guild.id)).map(({ pause }) => pause)).toEqual([null, null]);
  });

  test('a choice that is delivered again much later changes nothing', async () => {
    const { world, owner, stored } = await server('tr');
    await using _ = world;
    const panel = await choicesOf(owner, owner.slash('setup'));
    const first = await owner.choose(panel, 'v1:setup-weekly-day', ['Cumartesi']);
    await owner.choose(panel, 'v1:setup-weekly-day', ['Pazartesi']);
    await world.discord.replay(first);
    expect((await stored())?.weeklyDay).toBe(1);
  });
});
