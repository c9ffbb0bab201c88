import { once } from 'node:events';
import { ChannelType, Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { sessionsOf } from '../../src/store/sessions/sessions.ts';
import { isListening } from '../../src/discord/voice.ts';
import { staysIn } from '../../src/store/rooms/stays.ts';
import { minutesIn, piecesOf } from '../../src/study/sessions/pieces.ts';
import { startWorld } from '../bot.ts';
import { eventually } from '../patience.ts';
import { addGroup, type StudyGroup } from './study-group.ts';

const MINUTE = 60_000;

let group: StudyGroup;
let people: readonly Person[];
let room: { readonly id: string };
beforeEach(async () => {
  const world = await startWorld('2026-11-23T09:00:00Z', { studyRooms: true });
  group = { world, ...(await addGroup(world, ['Ana', 'Ben', 'Cem'])) };
  people = group.members;
  room = group.guild.addChannel({ name: 'Library', type: ChannelType.GuildVoice });
  await world.discord.quiet();
  const { owner } = group.guild;
  const page = await owner.press(await owner.slash('setup'), { customId: 'v1:setup-rooms' });
  await owner.choose(page, 'v1:setup-rooms-choose', [room]);
});
afterEach(() => group.world[Symbol.asyncDispose]());

test('an organiser reads the rules of counting on request', async () => {
  const { owner } = group.guild;
  const page = await owner.press(await owner.slash('setup'), { customId: 'v1:setup-rooms' });
  expect(page.text).not.toContain('A sign of you');
  const rules = await owner.press(page, 'What counts?');
  expect(rules.text).toContain('A sign of you');
  expect((await owner.press(rules, 'Hide the rules')).text).not.toContain('A sign of you');
});

const who = (name: string): Person => {
  const person = people.find((each) => each.name === name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person;
};

/** Lets minutes pass, with a tick in each. */
async function pass(minutes: number): Promise<void> {
  // The bot has heard of everything until now.
  await group.world.discord.quiet();
  for (let minute = 0; minute < minutes; minute += 1) {
    // On a busy machine discord.js now and then connects again, while hours may pass by this clock.
    await eventually(() => expect(isListening(group.world.app.client, group.guild.id)).toBe(true));
    group.world.clock.advance(MINUTE);
    await group.world.tick();
  }
  await group.world.discord.quiet();
}

async function counts(person: Person, isOn = true): Promise<string> {
  const page = await person.press(await person.slash('settings'), 'How I study');
  expect(page.text).toContain('It stops after 4 hours without a sign');
  return (await person.press(page, { customId: `v1:settings-study-set:rooms:${isOn ? 'on' : 'off'}` })).text;
}

/** The minutes of a person's study time so far. */
const minutesOf = async (person: Person): Promise<number> => {
  const { db } = group.world.app;
  return minutesIn(piecesOf(await sessionsOf(db, person.id), group.world.clock.now()));
};

describe('time in a study room', () => {
  test('counts for those who switched it on, with company, and nobody else is stored', async () => {
    const { guild, world } = group;
    expect(await counts(who('Ana'))).toContain('**Count my time in study rooms** · On');
    guild.enterVoice(who('Ana'), room);
    await pass(10);
    guild.enterVoice(who('Ben'), room);
    await pass(20);
    guild.leaveVoice(who('Ben'));
    await pass(10);
    guild.leaveVoice(who('Ana'));
    await world.discord.quiet();
    expect(await minutesOf(who('Ana'))).toBe(20);
    expect(await sessionsOf(world.app.db, who('Ben').id)).toEqual([]);
    expect((await who('Ana').slash('progress')).text).toContain('**Focus** 20 min this week');
  });

  test('is counted once with /focus, whose topic keeps its minutes', async () => {
    const { guild, world } = group;
    await counts(who('Ana'));
    guild.enterVoice(who('Ana'), room);
    await pass(5);
    await who('Ana').slash('focus start', { topic: 'ACID', minutes: 25 });
    await pass(30);
    guild.leaveVoice(who('Ana'));
    await world.discord.quiet();
    // Alone, only the time with /focus counts: 25 minutes of both together.
    expect(await minutesOf(who('Ana'))).toBe(25);
    expect((await who('Ana').slash('topic', { topic: 'ACID' })).text).toContain('25 min studied');
  });

  test('ends with a move elsewhere, in the channel for people who are away, or deafened', async () => {
    const { guild, world } = group;
    const other = guild.addChannel({ name: 'Games', type: ChannelType.GuildVoice });
    for (const name of ['Ana', 'Ben', 'Cem']) await counts(who(name));
    for (const name of ['Ana', 'Ben', 'Cem']) guild.enterVoice(who(name), room);
    await pass(10);
    guild.enterVoice(who('Ana'), other);
    guild.toggleVoice(who('Cem'), { selfDeaf: true });
    await pass(20);
    guild.setAfkChannel(room);
    await pass(10);
    for (const name of ['Ana', 'Ben', 'Cem']) guild.leaveVoice(who(name));
    await world.discord.quiet();
    expect(await minutesOf(who('Ana'))).toBe(10);
    // That the channel has become one for people who are away is noticed within a minute.
    expect(await minutesOf(who('Ben'))).toBe(31);
    expect(await minutesOf(who('Cem'))).toBe(10);
  });

  test('stops at once when it is switched off, and begins at once when it is switched on', async () => {
    const { guild } = group;
    guild.enterVoice(who('Ana'), room);
    guild.enterVoice(who('Ben'), room);
    await pass(10);
    await counts(who('Ana'));
    await pass(15);
    expect(await counts(who('Ana'), false)).toContain('doesn’t count');
    await pass(10);
    expect(await minutesOf(who('Ana'))).toBe(15);
    expect(await staysIn(group.world.app.db, guild.id)).toEqual([]);
  });

  test('begins for those who sit in a channel when it becomes a study room, and not before', async () => {
    const { guild, world } = group;
    const later = guild.addChannel({ name: 'Quiet corner', type: ChannelType.GuildVoice });
    await counts(who('Ana'));
    for (const name of ['Ana', 'Ben']) guild.enterVoice(who(name), later);
    await pass(20);
    expect(await staysIn(world.app.db, guild.id)).toEqual([]);
    const page = await guild.owner.press(await guild.owner.slash('setup'), { customId: 'v1:setup-rooms' });
    await guild.owner.choose(page, 'v1:setup-rooms-choose', [room, later]);
    await pass(12);
    expect(await minutesOf(who('Ana'))).toBe(0);
    await world.restart();
    await pass(3);
    guild.leaveVoice(who('Ana'));
    await world.discord.quiet();
    expect(await minutesOf(who('Ana'))).toBe(15);
    expect(await sessionsOf(world.app.db, who('Ben').id)).toEqual([]);
  });

  test('ends when the channel is no study room any more', async () => {
    const { guild, world } = group;
    await counts(who('Ana'));
    for (const name of ['Ana', 'Ben']) guild.enterVoice(who(name), room);
    await pass(10);
    const page = await guild.owner.press(await guild.owner.slash('setup'), { customId: 'v1:setup-rooms' });
    await guild.owner.choose(page, 'v1:setup-rooms-choose', []);
    await pass(10);
    expect(await minutesOf(who('Ana'))).toBe(10);
    expect(await staysIn(world.app.db, guild.id)).toEqual([]);
  });

  test('ends four hours after the last sign; a button is one', async () => {
    const { guild, world } = group;
    await counts(who('Ana'));
    guild.enterVoice(who('Ana'), room);
    guild.enterVoice(who('Ben'), room);
    await world.discord.quiet();
    for (let step = 0; step < 25; step += 1) {
      world.clock.advance(9 * MINUTE);
      await world.tick();
    }
    await who('Ana').slash('today', {}, { until: 'settled' });
    for (let step = 0; step < 40; step += 1) {
      world.clock.advance(9 * MINUTE);
      await world.tick();
    }
    expect(await minutesOf(who('Ana'))).toBe(25 * 9 + 240);
  });
});

describe('the connection to Discord', () => {
  test('may break for a short time; a resume loses nothing', async () => {
    const { guild, world } = group;
    await counts(who('Ana'));
    guild.enterVoice(who('Ana'), room);
    guild.enterVoice(who('Ben'), room);
    await pass(10);
    const back = once(world.app.client, Events.ShardResume);
    world.discord.gateway.drop();
    guild.leaveVoice(who('Ben'));
    await back;
    await pass(10);
    guild.enterVoice(who('Ben'), room);
    await pass(10);
    guild.leaveVoice(who('Ana'));
    await world.discord.quiet();
    expect(await minutesOf(who('Ana'))).toBe(20);
  });

  test('may begin anew: then Discord tells who is there, and who is there goes on', async () => {
    const { guild, world } = group;
    await counts(who('Ana'));
    await counts(who('Cem'));
    for (const name of ['Ana', 'Ben', 'Cem']) guild.enterVoice(who(name), room);
    await pass(10);
    guild.leaveVoice(who('Cem'), true);
    const back = once(world.app.client, Events.ShardReady);
    world.discord.gateway.invalidate(false);
    await back;
    await pass(10);
    guild.leaveVoice(who('Ana'));
    await world.discord.quiet();
    expect(await minutesOf(who('Ana'))).toBe(20);
    expect(await minutesOf(who('Cem'))).toBe(10);
  });

  test('after a restart, who is still there with the same connection goes on', async () => {
    const { guild, world } = group;
    await counts(who('Ana'));
    await counts(who('Cem'));
    for (const name of ['Ana', 'Ben', 'Cem']) guild.enterVoice(who(name), room);
    await pass(10);
    await world.restart(() => {
      world.clock.advance(8 * MINUTE);
      // Cem leaves and comes back meanwhile.
      guild.leaveVoice(who('Cem'));
      guild.enterVoice(who('Cem'), room);
    });
    await world.discord.quiet();
    await pass(7);
    guild.leaveVoice(who('Ana'));
    guild.leaveVoice(who('Cem'));
    await world.discord.quiet();
    expect(await minutesOf(who('Ana'))).toBe(25);
    expect(await minutesOf(who('Cem'))).toBe(17);
  });

  test('a leave that was lost, or a long downtime, ends the time where it was last seen', async () => {
    const { guild, world } = group;
    await counts(who('Ana'));
    await counts(who('Cem'));
    for (const name of ['Ana', 'Ben', 'Cem']) guild.enterVoice(who(name), room);
    await pass(10);
    await world.restart(() => {
      world.clock.advance(60 * MINUTE);
      guild.leaveVoice(who('Ana'), true);
    });
    await world.discord.quiet();
    await pass(10);
    expect(await minutesOf(who('Ana'))).toBe(10);
    guild.leaveVoice(who('Cem'));
    await world.discord.quiet();
    expect(await minutesOf(who('Cem'))).toBe(20);
    await expect.soft(staysIn(world.app.db, guild.id)).resolves.toEqual([]);
  });
});

test('a deletion leaves nothing of a stay, and goes on leaving nothing', async () => {
  const { guild, world } = group;
  await counts(who('Ana'));
  guild.enterVoice(who('Ana'), room);
  guild.enterVoice(who('Ben'), room);
  await pass(10);
  const form = await who('Ana').press(await who('Ana').slash('settings'), { customId: 'v1:settings-delete' });
  await who('Ana').fill(form, { 'Type DELETE to delete it all': 'DELETE' });
  await pass(10);
  guild.leaveVoice(who('Ana'));
  await world.discord.quiet();
  expect(await sessionsOf(world.app.db, who('Ana').id)).toEqual([]);
});

test('without STUDY_ROOMS there is no intent, no page and no setting', async () => {
  const { guild, world } = group;
  await counts(who('Ana'));
  await world.restart(undefined, { studyRooms: false });
  guild.enterVoice(who('Ana'), room);
  guild.enterVoice(who('Ben'), room);
  await pass(10);
  expect(await staysIn(world.app.db, guild.id)).toEqual([]);
  const page = await who('Ana').press(await who('Ana').slash('settings'), 'How I study');
  expect(page.text).not.toContain('Study rooms');
  const { owner } = guild;
  const refused = await owner.press(await owner.slash('setup'), { customId: 'v1:setup-rooms' });
  expect(refused.text).toContain('out of date');
});
