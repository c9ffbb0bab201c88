import { once } from 'node:events';

import { Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, test } from 'vitest';

import { startLocalDiscord } from '../../playground/discord.ts';
import { PATIENCE } from '../patience.ts';
import { connected, makeClient } from './connected.ts';

async function comesBack(client: Client, event: Events.ShardResume | Events.ShardReady): Promise<unknown> {
  return once(client, event, { signal: AbortSignal.timeout(PATIENCE) });
}

describe('a session', () => {
  test('begins with the servers, their channels, roles and the bot itself', async () => {
    await using world = await connected();
    const guild = world.client.guilds.cache.get(world.guild.id);
    expect(guild?.name).toBe('Study group');
    expect(guild?.channels.cache.map((channel) => channel.name)).toEqual(['general']);
    expect(guild?.roles.cache.map((role) => role.name).toSorted()).toEqual(['@everyone', 'Roadmate']);
    expect(guild?.members.me?.id).toBe(world.discord.botId);
    expect(world.discord.gateway.connected).toBe(1);
  });

  test('hears of new servers, channels and roles, of outages and removals', async () => {
    await using world = await connected();
    const { client, discord } = world;
    const joined = once(client, Events.GuildCreate);
    const other = discord.addGuild({ name: 'Another', locale: 'tr', channels: ['genel'] });
    await joined;
    expect(client.guilds.cache.get(other.id)?.preferredLocale).toBe('tr');

    const channel = other.addChannel({ name: 'study' });
    other.addRole({ name: 'Learners', mentionable: true });
    channel.deny('bot', ['SendMessages']);
    await discord.quiet();
    const seen = client.guilds.cache.get(other.id);
    expect(seen?.roles.cache.some((role) => role.name === 'Learners' && role.mentionable)).toBe(true);
    const own = seen?.members.me;
    expect(own && seen?.channels.cache.get(channel.id)?.permissionsFor(own).has('SendMessages')).toBe(false);

    const gone = once(client, Events.GuildUnavailable);
    other.outage();
    await gone;
    expect(client.guilds.cache.get(other.id)?.available).toBe(false);
    other.restore();
    await discord.quiet();
    expect(client.guilds.cache.get(other.id)?.available).toBe(true);

    channel.delete();
    const removed = once(client, Events.GuildDelete);
    other.removeBot();
    await removed;
    expect(client.guilds.cache.has(other.id)).toBe(false);
  });

  test('is resumed after the connection broke, with the missed events', async () => {
    await using world = await connected();
    const back = comesBack(world.client, Events.ShardResume);
    world.discord.gateway.drop();
    const channel = world.guild.addChannel({ name: 'made meanwhile' });
    await back;
    await world.discord.quiet();
    expect(world.client.channels.cache.has(channel.id)).toBe(true);
    expect(world.discord.requests.filter((request) => request.path === '/gateway/bot')).toHaveLength(1);
  });

  test('is resumed when Discord asks for it', async () => {
    await using world = await connected();
    const back = comesBack(world.client, Events.ShardResume);
    world.discord.gateway.askToReconnect();
    await back;
    expect(world.discord.gateway.connected).toBe(1);
  });

  test('begins again when Discord calls it invalid', async () => {
    // The client waits five seconds between two sessions, unless it is given another pace.
    const pace = { waitForIdentify: async () => undefined };
    await using world = await connected({}, { ws: { buildIdentifyThrottler: async () => pace } });
    const again = comesBack(world.client, Events.ShardReady);
    world.discord.gateway.invalidate(false);
    await again;
    expect(world.client.guilds.cache.has(world.guild.id)).toBe(true);
  });

  test('sends heartbeats, and they are acknowledged', async () => {
    await using world = await connected({ gateway: { heartbeatInterval: 20 } });
    await world.discord.gateway.roundTrip();
    await new Promise<void>((resolve) => {
      world.client.on(Events.Debug, (line) => line.includes('Heartbeat acknowledged') && resolve());
    });
  });

  test('can be one of several shards, each with its servers', async () => {
    const discord = await startLocalDiscord();
    const guilds = Array.from({ length: 8 }, (_, n) => discord.addGuild({ name: `Group ${n}` }));
    const client = makeClient(discord, { shards: [0, 1], shardCount: 2 });
    const ready = once(client, Events.ClientReady);
    await client.login(discord.token);
    await ready;
    const shards = guilds.map((guild) => client.guilds.cache.get(guild.id)?.shardId);
    expect(new Set(shards)).toEqual(new Set([0, 1]));
    await client.destroy();
    await discord.stop();
  });
});

describe('members', () => {
  test('can be requested by their ids without a privileged intent; others are in not_found', async () => {
    await using world = await connected();
    const bob = world.guild.addMember({ name: 'Bob' });
    const stranger = world.discord.addPerson({ name: 'Zoe' });
    world.guild.removeMember(bob);
    const guild = await world.client.guilds.fetch(world.guild.id);
    const ask = async () => {
      const chunk = new Promise<{ not_found?: string[] }>((resolve) => {
        world.client.on(Events.Raw, ({ t, d }: { t: string; d: { not_found?: string[] } }) => {
          if (t === 'GUILD_MEMBERS_CHUNK') resolve(d);
        });
      });
      const found = await guild.members.fetch({ user: [world.alice.id, bob.id, stranger.id] });
      return [[...found.keys()], (await chunk).not_found];
    };
    expect(await ask()).toEqual([[world.alice.id], [bob.id, stranger.id]]);
    world.guild.addMember(bob);
    expect(await ask()).toEqual([[world.alice.id, bob.id], [stranger.id]]);
  });

  test('can be requested by up to a hundred ids', async () => {
    await using world = await connected();
    const ids = Array.from({ length: 100 }, (_, nth) => world.guild.addMember({ name: `Member ${nth}` }).id);
    const guild = await world.client.guilds.fetch(world.guild.id);
    expect((await guild.members.fetch({ user: ids })).size).toBe(100);
  });
});

describe('a test can order', () => {
  test.each([4004, 4010, 4011, 4012, 4013, 4014])(
    'a session ends with %d, and the client does not come back',
    async (code) => {
      await using world = await connected();
      const closed = once(world.client, Events.ShardDisconnect);
      world.client.on(Events.ShardError, () => undefined);
      world.discord.gateway.close(code);
      expect((await closed)[0]).toMatchObject({ code });
      await world.discord.quiet();
      expect(world.discord.gateway.connected).toBe(0);
    },
  );

  test('another token: the old one is refused everywhere', async () => {
    await using world = await connected();
    const former = world.discord.token;
    const closed = once(world.client, Events.ShardDisconnect);
    world.client.on(Events.ShardError, () => undefined);
    world.discord.resetToken();
    expect((await closed)[0]).toMatchObject({ code: 4004 });
    await expect(world.client.users.fetch(world.alice.id)).rejects.toMatchObject({ status: 401 });
    const again = makeClient(world.discord);
    await expect(again.login(former)).rejects.toThrow('invalid token');
    expect(world.discord.takeRefusals().map(({ status }) => status)).toEqual([401, 401]);
    await again.login(world.discord.token);
    await again.destroy();
  });

  test('that only one shard is dropped', async () => {
    const discord = await startLocalDiscord();
    const client = makeClient(discord, { shards: [0, 1], shardCount: 2 });
    const ready = once(client, Events.ClientReady);
    await client.login(discord.token);
    await ready;
    const resumed: number[] = [];
    client.on(Events.ShardResume, (shard) => resumed.push(shard));
    const back = comesBack(client, Events.ShardResume);
    discord.gateway.drop(1);
    await back;
    expect(resumed).toEqual([1]);
    await client.destroy();
    await discord.stop();
  });

  test('that a client gets a text that is no payload, and malformed events', async () => {
    const discord = await startLocalDiscord();
    const client = makeClient(discord);
    const ready = once(client, Events.ClientReady);
    await client.login(discord.token);
    await ready;
    const raw: unknown[] = [];
    client.on(Events.Raw, (payload: unknown) => raw.push(payload));
    discord.gateway.dispatch('TYPING_START', { channel_id: 7, user: null }, { guildId: null });
    await discord.quiet();
    expect(raw).toMatchObject([{ t: 'TYPING_START', d: { channel_id: 7, user: null } }]);
    // The client ignores a text that is no JSON.
    discord.gateway.say('{');
    discord.gateway.say('{"op":0,"t":"TYPING_STOP","s":9,"d":7}');
    await discord.quiet();
    expect(raw).toMatchObject([{ t: 'TYPING_START' }, { t: 'TYPING_STOP', d: 7 }]);
    await client.destroy();
    await discord.stop();
  });
});

describe('a client is refused with', () => {
  test('a wrong token', async () => {
    const discord = await startLocalDiscord();
    const client = makeClient(discord);
    await expect(client.login('wrong')).rejects.toThrow('invalid token');
    await client.destroy();
    expect(discord.takeRefusals()).toMatchObject([{ status: 401 }]);
    await discord.stop();
  });

  test('an intent that it was not granted', async () => {
    const discord = await startLocalDiscord();
    const client = makeClient(discord, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
    });
    const closed = once(client, Events.ShardDisconnect);
    const login = client.login(discord.token).catch((error: unknown) => String(error));
    client.on(Events.ShardError, () => undefined);
    expect((await closed)[0]).toMatchObject({ code: 4014 });
    expect(await login).toContain('disallowed intents');
    await client.destroy();
    await discord.stop();
  });
});

describe('a bot reads of messages', () => {
  test('nothing without the intent; with it, everything except the content of others’ messages', async () => {
    await using world = await connected(
      {},
      { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] },
    );
    const heard: string[] = [];
    world.client.on(Events.MessageCreate, (message) =>
      heard.push(`${message.author.username}: ${message.content}`),
    );
    const channel = world.guild.channel();
    channel.send(world.alice, 'a secret');
    channel.send(world.alice, `hello <@${world.discord.botId}>`);
    await world.discord.quiet();
    expect(heard).toEqual(['alice: ', `alice: hello <@${world.discord.botId}>`]);
  });
});
