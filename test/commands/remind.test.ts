import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { startWorld } from '../bot.ts';
import { textOf } from './study-group.ts';

const MINUTE = 60_000;

/** Ada is in Istanbul, where it is two o'clock on a Wednesday afternoon. Ben is in the same server. */
async function ada(timeZone: string | null = 'Europe/Istanbul') {
  const world = await startWorld('2026-11-25T11:00:00Z');
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const person = guild.addMember({ name: 'Ada' });
  const ben = guild.addMember({ name: 'Ben' });
  if (timeZone !== null) await person.slash('settings', { 'time-zone': timeZone });
  /** Lets minutes pass, and then the bot ticks. */
  const pass = async (minutes: number): Promise<void> => {
    world.clock.advance(minutes * MINUTE);
    await world.tick();
  };
  /** The direct messages that the bot sent by itself. */
  const came = () => person.dm.sees().filter(({ flags }) => ((flags ?? 0) & MessageFlags.Ephemeral) === 0);
  return { world, guild, person, ben, pass, came };
}

describe('/remind me', () => {
  test('shows how it was understood, and comes only if it is kept', async () => {
    const { world, person, pass, came } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'Call *the* tutor', when: 'tomorrow 18:30' });
    expect(asked.text).toContain('Is this right?');
    expect(asked.text).toContain('Call \\*the\\* tutor');
    expect(asked.text).toContain('\nTomorrow, 18:30\n');
    expect(asked.text).toContain('Time zone: Istanbul');
    expect((await person.slash('remind list')).text).toContain('isn’t confirmed yet');
    await pass(29 * 60);
    expect(came()).toHaveLength(0);

    const again = await person.slash('remind me', { what: 'Call the tutor', when: 'in half an hour' });
    await person.press(again, 'Yes, remind me');
    expect(again.text).toMatch(/I’ll remind you · (today|tomorrow), \d\d:\d\d/);
    await pass(29);
    expect(came()).toHaveLength(0);
    await pass(1);
    expect(textOf(came()[0])).toContain('**Call the tutor**');
    await pass(60);
    expect(came()).toHaveLength(1);
    expect((await person.slash('remind list')).text).toContain('No reminders yet');
  });

  test('asks if the time has two meanings', async () => {
    const { world, person, pass, came } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'Tea', when: 'at 5' });
    expect(asked.text).toContain('When is “at 5”?');
    expect(asked.buttons.slice(0, 2)).toEqual(['Today, 17:00 · in 3 hours', 'Tomorrow, 05:00 · in 15 hours']);
    await person.press(asked, 'Today, 17:00 · in 3 hours');
    await pass(180);
    expect(textOf(came()[0])).toContain('**Tea**');
  });

  test('is kept in one of two meanings if both are chosen at once, and both answers tell that one', async () => {
    const { world, person } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'Tea', when: 'at 5' });
    const labels = ['Today, 17:00 · in 3 hours', 'Tomorrow, 05:00 · in 15 hours'];
    const answers = await Promise.all(labels.map((label) => person.press(asked, label)));
    const [memo] = await world.app.db.selectFrom('memo').select('next_at').execute();
    const hour = new Date(memo?.next_at ?? 0).getUTCHours();
    // Istanbul is three hours ahead.
    const time = hour === 14 ? 'today, 17:00' : 'tomorrow, 05:00';
    expect(answers.map(({ text }) => text.includes(`I’ll remind you · ${time}`))).toEqual([true, true]);
  });

  test('can be typed again if it was not understood, with the first text in the form', async () => {
    const { world, person } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'Read about B-trees', when: 'soonish' });
    expect(asked.text).toContain('I can’t read “soonish” as a time.');
    const form = await person.press(asked, 'Type it again…');
    expect(JSON.stringify(form.modal)).toContain('"value":"Read about B-trees"');
    expect(JSON.stringify(form.modal)).toContain('"value":"soonish"');
    await person.fill(form, { 'When?': 'friday 9am' });
    await person.press(asked, 'Yes, remind me');
    expect((await person.slash('remind list')).text).toContain('Read about B\\-trees');
  });

  test('does not promise a reminder whose time has passed before it was kept', async () => {
    const { world, person, pass } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'Tea', when: 'in 5 minutes' });
    await pass(6);
    await person.press(asked, 'Yes, remind me');
    expect(asked.text).toContain('already over');
    expect((await person.slash('remind list')).text).toContain('No reminders are set');
  });

  test('asks for the time zone if none is known', async () => {
    const { world, person } = await ada(null);
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'Tea', when: 'at 17:00' });
    expect(asked.text).toContain('Where are you?');
  });

  test('belongs to the member: nobody else can keep, see or remove it', async () => {
    const { world, person, ben } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'A secret', when: 'tomorrow 18:30' });
    const [memo] = await world.app.db.selectFrom('memo').select('id').execute();
    const id = memo?.id ?? '';
    const theirs = await ben.slash('remind list');
    const pressed = await ben.press(theirs, { customId: `v1:memo-keep:${id}:0` });
    expect(pressed.text).toContain('no longer exists');
    await person.press(asked, 'Yes, remind me');
    expect((await ben.slash('remind remove', { reminder: id })).text).toContain('no longer exists');
    expect((await ben.slash('remind list')).text).not.toContain('secret');
    expect((await person.slash('remind list')).text).toContain('A secret');
  });

  test('can be asked for until the member has 25 reminders', async () => {
    const { world, person } = await ada();
    await using _ = world;
    const remind = async (what: string) => {
      const asked = await person.slash('remind me', { what, when: 'tomorrow 18:30' });
      await person.press(asked, 'Yes, remind me');
      return asked.text;
    };
    for (let n = 1; n <= 25; n += 1) await remind(`Number ${n}`);
    expect(await remind('One more')).toContain('You have 25 reminders');
    const list = await person.slash('remind list');
    expect(list.text).not.toContain('One more');
    await person.choose(list, 'Remove one…', ['Number 1']);
    expect(await remind('One more')).toContain('I’ll remind you');
  });

  test('can be put off until the member has 25 reminders, and leaves nothing when it cannot', async () => {
    const { world, person, pass, came } = await ada();
    await using _ = world;
    const remind = async (what: string, when: string) =>
      person.press(await person.slash('remind me', { what, when }), 'Yes, remind me');
    await remind('Stretch', 'in 5 minutes');
    await pass(5);
    for (let n = 1; n <= 25; n += 1) await remind(`Number ${n}`, 'tomorrow 18:30');
    const [first] = came();
    if (first === undefined) throw new Error('it has come');
    const stored = () => world.app.db.selectFrom('memo').select(['what', 'kept']).orderBy('id').execute();
    const before = await stored();
    expect((await person.dm.press(first, 'Tomorrow')).text).toContain('You have 25 reminders');
    expect(await stored()).toEqual(before);
  });
});

describe('what repeats', () => {
  test('comes at its time, can be put off, and ends when it is removed', async () => {
    const { world, person, pass, came } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'Stretch', when: 'every day 15:00' });
    expect(asked.text).toContain('Every day at 15:00');
    await person.press(asked, 'Yes, remind me');
    await pass(60);
    const [first] = came();
    if (first === undefined) throw new Error('it has come');
    const put = await person.dm.press(first, 'In an hour');
    expect(put.text).toContain('I’ll remind you');
    await pass(60);
    expect(came()).toHaveLength(2);
    await pass(23 * 60);
    expect(came()).toHaveLength(3);
    await person.dm.press(first, 'Remove');
    await pass(24 * 60);
    expect(came()).toHaveLength(3);
  });

  test('follows the member to another time zone', async () => {
    const { world, person, pass, came } = await ada();
    await using _ = world;
    await person.press(
      await person.slash('remind me', { what: 'Stretch', when: 'every day 15:00' }),
      'Yes, remind me',
    );
    await person.slash('settings', { 'time-zone': 'Europe/London' });
    await pass(60);
    expect(came()).toHaveLength(0);
    await pass(180);
    expect(came()).toHaveLength(1);
  });

  test('says that it is late when the bot was away, and comes once', async () => {
    const { world, person, pass, came } = await ada();
    await using _ = world;
    await person.press(
      await person.slash('remind me', { what: 'Stretch', when: 'every day 15:00' }),
      'Yes, remind me',
    );
    await pass(3 * 24 * 60);
    expect(came()).toHaveLength(1);
    expect(textOf(came()[0])).toContain('Due · ');
    await pass(60);
    expect(came()).toHaveLength(2);
    expect(textOf(came()[1])).not.toContain('Due · ');
  });
});

describe('in a channel', () => {
  test('it pings only the member, and others cannot use its buttons', async () => {
    const { world, person, ben, pass } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', {
      what: 'Hi @everyone <@1>',
      when: 'in 10 minutes',
      where: 'here',
    });
    expect(asked.text).toContain('where only you are mentioned');
    await person.press(asked, 'Yes, remind me');
    await pass(10);
    const message = ben.sees().find((each) => textOf(each).includes('Hi'));
    if (message === undefined) throw new Error('it has come');
    expect(message.mentions.map(({ id }) => id)).toEqual([person.id]);
    expect(message.mention_everyone).toBe(false);
    const pressed = await ben.press(message, 'Tomorrow');
    expect(pressed.text).toContain('no longer exists');
  });

  test('it comes by direct message if the member may no longer write there', async () => {
    const { world, guild, person, ben, pass, came } = await ada();
    await using _ = world;
    const asked = await person.slash('remind me', { what: 'Tea', when: 'in 10 minutes', where: 'here' });
    await person.press(asked, 'Yes, remind me');
    guild.channels[0]?.deny(person, ['SendMessages']);
    await pass(10);
    await pass(1);
    expect(ben.sees().filter((each) => textOf(each).includes('Tea'))).toEqual([]);
    expect(textOf(came()[0])).toContain('**Tea**');
  });
});

describe('by direct message', () => {
  test('the preview says that it comes by direct message if the bot may not write there', async () => {
    const { world, guild, person } = await ada();
    await using _ = world;
    guild.channels[0]?.deny('bot', ['SendMessages']);
    const asked = await person.slash('remind me', { what: 'Tea', when: 'in 10 minutes', where: 'here' });
    expect(asked.text).toContain('it comes by direct message');
  });

  test('is in the list of a member who has these closed', async () => {
    const { world, person, pass } = await ada();
    await using _ = world;
    await person.press(
      await person.slash('remind me', { what: 'Tea', when: 'in 10 minutes' }),
      'Yes, remind me',
    );
    person.takesDms(false);
    await pass(10);
    expect(world.discord.takeRefusals()).toEqual([expect.objectContaining({ code: 50278 })]);
    await pass(10);
    expect(world.discord.takeRefusals()).toEqual([]);
    const list = await person.slash('remind list');
    expect(list.text).toContain('**Tea**\n-# Couldn’t be sent');
    expect((await person.slash('remind remove', { reminder: 'Tea' })).text).toContain('Removed: **Tea**');
  });
});
