import { Client, Events, Routes } from 'discord.js';
import pino from 'pino';
import { expect, test } from 'vitest';
import { watchConnection } from '../../src/discord/connection.ts';
import { endingOf, EXIT_CONFIG, EXIT_UNAVAILABLE } from '../../src/ending.ts';
import { startWorld } from '../bot.ts';

test('a single request that is refused as unauthorised does not cost the bot its token', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study' });
  const alice = guild.addMember({ name: 'Alice' });
  const { rest } = world.app.client;
  world.discord.faults.add({ path: /applications/, kind: 'refused' });
  await expect(rest.get(Routes.currentApplication())).rejects.toMatchObject({ status: 401 });
  await world.discord.quiet();
  await expect.poll(() => world.logged.splice(0).join('')).toContain('takes the token all the same');

  await expect(rest.get(Routes.currentApplication())).resolves.toMatchObject({
    id: world.discord.applicationId,
  });
  expect((await alice.slash('help')).failed).toBeNull();
});

test('packets that nobody can read are logged, and the bot continues', async () => {
  // They stay in the client's caches, so no other test may use this world.
  await using world = await startWorld(undefined, { isFresh: true });
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice' });
  await world.discord.quiet();
  const events = [
    'INTERACTION_CREATE',
    'GUILD_CREATE',
    'CHANNEL_UPDATE',
    'MESSAGE_CREATE',
    'GUILD_ROLE_UPDATE',
    'THREAD_LIST_SYNC',
  ];
  const datas = [
    null,
    7,
    'text',
    [],
    {},
    { id: null },
    { components: [null], data: { components: 3 } },
    { guild_id: {}, channels: null },
  ];
  let s = 1000;
  for (const t of events) {
    for (const d of datas) {
      s += 1;
      world.discord.gateway.say(JSON.stringify({ op: 0, s, t, d }));
    }
  }
  expect((await alice.slash('help')).failed).toBeNull();
  expect(world.logged.splice(0).join('')).toContain('could not be read');
});

test('the bot reads no messages, its own neither', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice' });
  let read = 0;
  world.app.client.on(Events.MessageCreate, () => (read += 1));
  expect((await alice.slash('help')).failed).toBeNull();
  await world.discord.quiet();
  expect(read).toBe(0);
});

test.each([
  ['a token that was reset', 4004, EXIT_CONFIG, /DISCORD_TOKEN is refused by Discord/],
  ['a shard that does not exist', 4010, EXIT_CONFIG, /Check SHARDS and SHARD_COUNT/],
  ['more shards are wanted', 4011, EXIT_CONFIG, /Discord wants this bot to use more shards/],
  ['an older version of the Gateway', 4012, EXIT_CONFIG, /Update Roadmate/],
  ['an intent that it may not have', 4014, EXIT_CONFIG, /does not allow this bot one of the intents/],
  ['another code', 4999, EXIT_UNAVAILABLE, /closed the connection for good \(4999\)/],
])(
  'Discord ends the connection because of %s (%i): exit code %i, and a sentence',
  (_, code, exit, sentence) => {
    const client = new Client({ intents: [] });
    const ended: Error[] = [];
    watchConnection(client, 'token', pino({ enabled: false }), (error) => void ended.push(error));
    const closed = () => client.emit(Events.ShardDisconnect, { code, reason: '', wasClean: true }, 0);
    closed();
    closed();
    expect(ended.map(endingOf)).toEqual([{ code: exit, told: [expect.stringMatching(sentence)] }]);
  },
);
