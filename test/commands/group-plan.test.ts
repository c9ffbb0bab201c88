import { ChannelType } from 'discord.js';
import { expect, test } from 'vitest';
import type { StudyGroup } from './study-group.ts';
import { addGroup, textOf } from './study-group.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { startWorld } from '../bot.ts';

const MINUTE = 60_000;
const at = (time: string): number => Temporal.Instant.from(time).epochMilliseconds;

/** A group in Berlin with a voice channel, whose Ada may make events. It is a Tuesday in October. */
async function inBerlin() {
  const world = await startWorld('2026-10-20T09:00:00Z');
  const group: StudyGroup = { world, ...(await addGroup(world, ['Ada', 'Ben'])) };
  const [ada, ben] = group.members;
  if (ada === undefined || ben === undefined) throw new Error('there are two');
  await changeGuild(world.app.db, group.guild.id, { timeZone: 'Europe/Berlin' });
  const voice = group.guild.addChannel({ name: 'Library', type: ChannelType.GuildVoice });
  for (const channel of [group.general, group.study, voice]) channel.allow(ada, ['CreateEvents', 'Connect']);
  await world.discord.quiet();
  /** Lets time pass until an instant, with ticks on the way. */
  const until = async (time: string, step = 15): Promise<void> => {
    while (world.clock.now() < at(time)) {
      world.clock.advance(Math.min(step * MINUTE, at(time) - world.clock.now()));
      await world.tick();
    }
  };
  return { ...group, ada, ben, voice, until };
}

test('a plan becomes an event in a place, reminds who is interested, and asks who came', async () => {
  const { world, guild, study, ada, ben, until } = await inBerlin();
  await using _ = world;
  const preview = await ada.slash('group plan', {
    topic: 'ACID',
    when: 'tomorrow 18:30',
    place: 'Café @everyone',
  });
  expect(preview.text).toContain('Is this right?');
  expect(preview.text).toContain('Time zone: Berlin');
  expect(guild.events).toEqual([]);
  await ada.press(preview, 'Make the event');
  expect(preview.text).toContain('## Planned');
  const [event] = guild.events;
  expect(event).toMatchObject({ name: 'ACID', entity_metadata: { location: 'Café @everyone' }, status: 1 });
  expect(Date.parse(event?.scheduled_start_time ?? '')).toBe(at('2026-10-21T16:30Z'));
  guild.answerEvent(ben, event?.id ?? '');
  guild.answerEvent(ada, event?.id ?? '', false);
  await until('2026-10-21T16:15:00Z', 600);
  const reminder = study.lastMessage();
  expect(textOf(reminder)).toContain('we start soon');
  expect(reminder?.mentions.map(({ id }) => id)).toEqual([ben.id]);
  await world.restart();
  await until('2026-10-21T17:30:00Z');
  expect(study.messages).toHaveLength(2);
  const asked = study.lastMessage();
  if (asked === undefined) throw new Error('the group is asked');
  await ben.press(asked, 'I was there');
  expect(textOf(study.lastMessage())).toContain('- Ben');
  await ben.press(asked, 'I was there');
  expect(textOf(study.lastMessage())).not.toContain('- Ben');
  await until('2026-10-22T17:30:00Z', 600);
  expect(study.messages).toHaveLength(2);
});

test('a weekly event in a voice channel keeps its hour when clocks are changed', async () => {
  const { world, guild, study, ada, ben, voice, until } = await inBerlin();
  await using _ = world;
  const values = { topic: 'ACID', when: 'every thursday 18:00', channel: voice, minutes: 30 };
  await ada.press(await ada.slash('group plan', values), 'Make the event');
  const event = () => guild.events[0];
  expect(event()?.recurrence_rule).toMatchObject({ frequency: 2, by_weekday: [3] });
  guild.answerEvent(ben, event()?.id ?? '');
  await until('2026-10-22T16:00:00Z', 60 * 5);
  expect(event()?.status).toBe(2);
  await until('2026-10-22T16:30:00Z');
  // It is scheduled again, and an hour later in UTC, because clocks go back on 25 October.
  expect(event()?.status).toBe(1);
  expect(Date.parse(event()?.scheduled_start_time ?? '')).toBe(at('2026-10-29T17:00Z'));
  await until('2026-10-29T16:30:00Z', 60 * 24);
  const before = study.messages.length;
  await until('2026-10-29T16:45:00Z');
  expect(study.messages).toHaveLength(before + 1);
  await until('2026-10-29T17:30:00Z');
  expect(Date.parse(event()?.scheduled_start_time ?? '')).toBe(at('2026-11-05T17:00Z'));
  guild.cancelEvent(event()?.id ?? '');
  await until('2026-11-06T17:00:00Z', 60 * 24);
  expect(study.messages).toHaveLength(before + 2);
});

test('a plan says what is missing, and makes no event before that', async () => {
  const { world, guild, ada, ben, voice } = await inBerlin();
  await using _ = world;
  const plan = (person: typeof ada, values: Parameters<typeof ada.slash>[1]) =>
    person.slash('group plan', { topic: 'ACID', when: 'tomorrow 18:30', ...values });
  expect((await plan(ben, { place: 'Café' })).text).toContain('You can’t make events');
  expect((await plan(ada, {})).text).toContain('Say where');
  expect((await plan(ada, { place: 'Café', when: 'every mon, wed 18:00' })).text).toContain('two events');
  expect((await plan(ada, { place: 'Café', when: 'yesterday' })).text).toContain('already over');
  voice.deny('bot', ['Connect']);
  await world.discord.quiet();
  expect((await plan(ada, { channel: voice })).text).toContain('Connect');
  expect(guild.events).toEqual([]);
});

test('an event that was made before a crash is found again, and a plan can be canceled', async () => {
  const { world, guild, ada } = await inBerlin();
  await using _ = world;
  const preview = await ada.slash('group plan', { topic: 'ACID', when: 'tomorrow 18:30', place: 'Café' });
  await ada.press(preview, 'Make the event');
  await world.app.db.updateTable('plan').set({ event_id: null, event_at: null }).execute();
  await world.restart();
  await world.tick();
  expect(guild.events).toHaveLength(1);
  await ada.press(preview, 'Cancel the event');
  expect(preview.text).toContain('Canceled.');
  expect(guild.events.map(({ status }) => status)).toEqual([4]);
});
