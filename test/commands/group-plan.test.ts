import { ChannelType } from 'discord.js';
import { expect, test } from 'vitest';
import type { StudyGroup } from './study-group.ts';
import { addGroup, textOf } from './study-group.ts';
import { join } from '../../src/store/members/memberships.ts';
import { noteAway } from '../../src/store/members/presence.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { startWorld } from '../bot.ts';
import { eventually } from '../patience.ts';

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

test('who lives in another zone plans by their own clock, and sees when it is for the group', async () => {
  const { world, ada } = await inBerlin();
  await using _ = world;
  await ada.slash('today');
  const { db } = world.app;
  await db
    .updateTable('member')
    .set({ time_zone: 'America/New_York' })
    .where('user_id', '=', ada.id)
    .execute();
  const preview = await ada.slash('group plan', { topic: 'ACID', when: 'tomorrow 18:30', place: 'Café' });
  expect(preview.text).toContain('Tomorrow, 18:30 · Thu 22 Oct, 00:30 in Berlin');
  expect(preview.text).toContain('Time zone: New York');
});

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
  expect(preview.text).not.toContain('in Berlin');
  expect(guild.events).toEqual([]);
  await ada.press(preview, 'Make the event');
  expect(preview.text).toContain('## Planned');
  const [event] = guild.events;
  expect(event).toMatchObject({ name: 'ACID', entity_metadata: { location: 'Café @everyone' }, status: 1 });
  expect(Date.parse(event?.scheduled_start_time ?? '')).toBe(at('2026-10-21T16:30Z'));
  guild.answerEvent(ben, event?.id ?? '');
  guild.answerEvent(ada, event?.id ?? '', false);
  // Somebody who has left the server, and one who is in it and follows no roadmap.
  const cem = guild.addMember({ name: 'Cem' });
  await join(world.app.db, guild.id, cem.id, world.clock.now());
  await noteAway(world.app.db, guild.id, [cem.id], world.clock.now());
  const dia = guild.addMember({ name: 'Dia' });
  for (const person of [cem, dia]) guild.answerEvent(person, event?.id ?? '');
  await until('2026-10-21T16:15:00Z', 600);
  const reminder = study.lastMessage();
  expect(textOf(reminder)).toContain('we start soon');
  expect(reminder?.mentions.map(({ id }) => id)).toEqual([ben.id, dia.id]);
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
  const refused = await plan(ben, { place: 'Café', minutes: 45 });
  expect(refused.text).toContain('You can’t make events here. Ask an organiser');
  expect(refused.text).toContain('`/group plan topic:ACID when:tomorrow 18:30 place:Café minutes:45`');
  expect((await plan(ada, {})).text).toMatch(/^\\?#[a-z-]+ · 1 h$/m);
  expect((await plan(ada, { place: 'Café', when: 'every mon, wed 18:00' })).text).toContain('two events');
  const last = { place: 'Café', when: 'last monday of every month 18:00' };
  expect((await plan(ada, last)).text).toContain('first to fourth');
  expect((await plan(ada, { place: 'Café', when: 'yesterday' })).text).toContain('already over');
  voice.deny('bot', ['Connect']);
  await world.discord.quiet();
  expect((await plan(ada, { channel: voice })).text).toContain('Ask an organiser to give me *Connect*');
  expect(guild.events).toEqual([]);
});

/** Discord makes the event, and the process ends before its answer; or the connection ends before Discord has it. */
const LOST = [
  ['tomorrow 18:30', 'close-after-commit'],
  ['every thursday 18:00', 'close-after-commit'],
  ['tomorrow 18:30', 'close'],
] as const;

test.each(LOST)('an event is made once if the bot ends before it knows of it: %s, %s', async (said, kind) => {
  const { world, guild, ada } = await inBerlin();
  await using _ = world;
  const preview = await ada.slash('group plan', { topic: 'ACID', when: said, place: 'Café' });
  world.discord.faults.add({ method: 'POST', path: /\/scheduled-events$/, kind });
  await ada.press(preview, 'Make the event');
  expect(world.logged.splice(0)).toHaveLength(1);
  // Until then, whoever pressed the button may still be making it.
  await world.tick();
  expect(guild.events).toHaveLength(kind === 'close' ? 0 : 1);
  await world.restart(() => world.clock.advance(MINUTE));
  await world.tick();
  // The tick with which the bot starts may be at it.
  const plans = () => world.app.db.selectFrom('plan').select(['event_id', 'step']).execute();
  await eventually(async () =>
    expect(await plans()).toEqual([{ event_id: expect.any(String), step: 'remind' }]),
  );
  await world.tick();
  expect(guild.events.map(({ id }) => id)).toEqual((await plans()).map(({ event_id }) => event_id));
});

test('two plans of the same topic and time have an event each, also after a crash', async () => {
  const { world, guild, ada } = await inBerlin();
  await using _ = world;
  const values = { topic: 'ACID', when: 'tomorrow 18:30', place: 'Café' };
  await ada.press(await ada.slash('group plan', values), 'Make the event');
  world.discord.faults.add({ method: 'POST', path: /\/scheduled-events$/, kind: 'close' });
  await ada.press(await ada.slash('group plan', values), 'Make the event');
  expect(world.logged.splice(0)).toHaveLength(1);
  await world.restart(() => world.clock.advance(MINUTE));
  await world.tick();
  await eventually(() => expect(guild.events).toHaveLength(2));
  const events = async () => {
    const plans = await world.app.db.selectFrom('plan').select('event_id').execute();
    return plans.map(({ event_id }) => event_id ?? '').toSorted();
  };
  await eventually(async () => expect(await events()).toEqual(guild.events.map(({ id }) => id).toSorted()));
});

test('two presses at once make one event, and a plan can be canceled', async () => {
  const { world, guild, ada } = await inBerlin();
  await using _ = world;
  const preview = await ada.slash('group plan', { topic: 'ACID', when: 'tomorrow 18:30', place: 'Café' });
  await Promise.all([
    ada.press(preview, 'Make the event'),
    ada.press(preview, 'Make the event'),
    world.tick(),
  ]);
  expect(guild.events).toHaveLength(1);
  await ada.press(preview, 'Cancel the event');
  expect(preview.text).toContain('Canceled.');
  expect(guild.events.map(({ status }) => status)).toEqual([4]);
});

test('an event stays with the group when the member who planned it deletes their data', async () => {
  const { world, guild, study, ada, ben, voice, until } = await inBerlin();
  await using _ = world;
  const values = { topic: 'ACID', when: 'every thursday 18:00', channel: voice, minutes: 30 };
  await ada.press(await ada.slash('group plan', values), 'Make the event');
  await ada.slash('group plan', { ...values, when: 'tomorrow 18:00' });
  guild.answerEvent(ben, guild.events[0]?.id ?? '');
  const data = await ada.press(await ada.slash('settings'), 'My data');
  const form = await ada.press(data, 'Delete my data…');
  await ada.fill(form, { 'Type DELETE to delete it all': 'DELETE' });
  // The draft is gone, and nothing of the plan tells whose it was.
  const plans = await world.app.db.selectFrom('plan').selectAll().execute();
  expect(plans).toMatchObject([{ made_by: null, said: '', step: 'remind' }]);
  expect(JSON.stringify(plans)).not.toContain(ada.id);
  await until('2026-10-22T15:45:00Z', 60 * 24);
  expect(study.lastMessage()?.mentions.map(({ id }) => id)).toEqual([ben.id]);
  await until('2026-10-22T16:30:00Z');
  // It is re-timed for the clock change all the same.
  expect(Date.parse(guild.events[0]?.scheduled_start_time ?? '')).toBe(at('2026-10-29T17:00Z'));
});

test('an event on the first Monday of each month comes again, also after a clock change', async () => {
  const { world, guild, ada, voice, until } = await inBerlin();
  await using _ = world;
  const values = { topic: 'ACID', when: 'first monday of every month 18:00', channel: voice, minutes: 30 };
  const preview = await ada.slash('group plan', values);
  expect(preview.text).toContain('first Monday');
  await ada.press(preview, 'Make the event');
  expect(guild.events[0]?.recurrence_rule).toMatchObject({ frequency: 1, by_n_weekday: [{ n: 1, day: 0 }] });
  expect(Date.parse(guild.events[0]?.scheduled_start_time ?? '')).toBe(at('2026-11-02T17:00Z'));
  await until('2026-11-02T17:00:00Z', 60 * 24);
  await until('2026-11-02T17:30:00Z');
  expect(Date.parse(guild.events[0]?.scheduled_start_time ?? '')).toBe(at('2026-12-07T17:00Z'));
});
