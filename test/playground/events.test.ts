import { ChannelType, Client, GatewayIntentBits, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeClock } from '../../playground/clock.ts';
import { startLocalDiscord } from '../../playground/discord.ts';

let discord: Awaited<ReturnType<typeof startLocalDiscord>>;
let client: Client<true>;
const clock = makeClock('2026-11-23T09:00:00Z');

beforeEach(async () => {
  discord = await startLocalDiscord({ clock });
  client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.api } });
  client.rest.setToken(discord.token);
});
afterEach(async () => {
  await client.destroy();
  discord.takeRefusals();
  await discord.stop();
});

const place = {
  name: 'ACID',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'Café' },
  scheduled_start_time: '2026-11-24T18:00:00.000Z',
  scheduled_end_time: '2026-11-24T19:00:00.000Z',
};
const rule = (fields: object) => ({ start: place.scheduled_start_time, interval: 1, ...fields });
const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : error);

describe('scheduled events', () => {
  test.each<[string, object | null, boolean]>([
    ['once', null, true],
    ['a day a week', rule({ frequency: 2, by_weekday: [1] }), true],
    ['a day every second week', rule({ frequency: 2, interval: 2, by_weekday: [1] }), true],
    ['a day every third week', rule({ frequency: 2, interval: 3, by_weekday: [1] }), false],
    ['two days a week', rule({ frequency: 2, by_weekday: [1, 3] }), false],
    ['every day', rule({ frequency: 3 }), true],
    ['workdays', rule({ frequency: 3, by_weekday: [0, 1, 2, 3, 4] }), true],
    ['Monday and Wednesday', rule({ frequency: 3, by_weekday: [0, 2] }), false],
  ])('%s', async (_, recurrence_rule, isTaken) => {
    const guild = discord.addGuild({ name: 'Study' });
    const body = { ...place, recurrence_rule };
    const made = client.rest.post(Routes.guildScheduledEvents(guild.id), { body }).then(() => true, codeOf);
    expect(await made).toBe(isTaken ? true : 50035);
  });

  test('in a place start and end by themselves, and a repeating one is scheduled again in UTC', async () => {
    const guild = discord.addGuild({ name: 'Study' });
    const body = { ...place, recurrence_rule: rule({ frequency: 2, by_weekday: [1] }) };
    await client.rest.post(Routes.guildScheduledEvents(guild.id), { body });
    clock.set('2026-11-24T18:30:00Z');
    expect(guild.events.map(({ status }) => status)).toEqual([2]);
    clock.set('2026-11-24T19:30:00Z');
    expect(guild.events).toMatchObject([
      { status: 1, scheduled_start_time: '2026-12-01T18:00:00.000000+00:00' },
    ]);
    clock.set('2026-11-23T09:00:00Z');
  });

  test('need their permissions, and have the bot among those who are interested', async () => {
    const guild = discord.addGuild({ name: 'Study' });
    const ada = guild.addMember({ name: 'Ada' });
    const voice = guild.addChannel({ name: 'Library', type: ChannelType.GuildVoice });
    voice.deny('bot', ['Connect']);
    const inVoice = { ...place, entity_type: 2, entity_metadata: null, channel_id: voice.id };
    const route = Routes.guildScheduledEvents(guild.id);
    expect(await client.rest.post(route, { body: inVoice }).catch(codeOf)).toBe(50013);
    await client.rest.post(route, { body: place });
    const id = guild.events[0]?.id ?? '';
    guild.answerEvent(ada, id);
    expect(await client.rest.get(Routes.guildScheduledEventUsers(guild.id, id))).toHaveLength(2);
    expect(await client.rest.get(Routes.guildScheduledEvent(guild.id, '1')).catch(codeOf)).toBe(10070);
  });
});
