import {
  AttachmentBuilder,
  ChannelType,
  ContainerBuilder,
  FileBuilder,
  MessageFlags,
  type Client,
  type Message,
  type TextChannel,
} from 'discord.js';
import { describe, expect, test } from 'vitest';

import type { Person } from '../../playground/people/person.ts';
import { Refused } from '../../playground/state/refused.ts';
import { editMessage, type MessageBody } from '../../playground/state/messages.ts';
import { connected } from './connected.ts';

async function textChannel(client: Client, id: string): Promise<TextChannel> {
  const channel = await client.channels.fetch(id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('not a text channel');
  return channel;
}

/** The ids of the files that a message's components show. */
const filesIn = (message: Message): (string | undefined)[] =>
  [...JSON.stringify(message.components).matchAll(/"attachment_id":"(\d+)"/g)].map(([, id]) => id);

async function withChannel(options: Parameters<typeof connected>[0] = {}) {
  const world = await connected(options);
  const place = world.guild.channel();
  return { ...world, place, channel: await textChannel(world.client, place.id) };
}

describe('messages of the bot', () => {
  test('are posted, read, edited and deleted', async () => {
    await using world = await withChannel();
    const message = await world.channel.send('One');
    await message.edit('Two');
    const fetched = await world.channel.messages.fetch({ message: message.id, force: true });
    expect(fetched.content).toBe('Two');
    expect(fetched.editedTimestamp).toBe(world.clock.now());
    await message.delete();
    await expect(world.channel.messages.fetch({ message: message.id, force: true })).rejects.toMatchObject({
      code: 10008,
    });
    expect(world.discord.takeRefusals()).toMatchObject([{ code: 10008 }]);
    expect(world.place.messages).toEqual([]);
  });

  test.each<[string, MessageBody]>([
    ['leaves nothing', { content: '', components: [] }],
    ['mixes both kinds', { flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'Two' }] }],
    ['has the newer components without their flag', { content: 'Two', components: [{ type: 14 }] }],
  ])('stay as they were after an edit that is refused because it %s', async (_, body) => {
    await using world = await withChannel();
    const { id } = await world.channel.send('One');
    const stored = world.place.channel.messages.get(id);
    if (stored === undefined) throw new Error('it was sent');
    const before = structuredClone(stored.json);
    expect(() => editMessage(world.discord.world, stored, body, [])).toThrow(Refused);
    expect(stored.json).toEqual(before);
  });

  test('are listed from the youngest, in pages', async () => {
    await using world = await withChannel();
    const sent = ['a', 'b', 'c', 'd', 'e'].map((text) => world.place.send(world.alice, text));
    const contents = async (options: object) =>
      (await world.channel.messages.fetch({ cache: false, ...options })).map((message) => message.content);
    expect(await contents({ limit: 2 })).toEqual(['e', 'd']);
    expect(await contents({ limit: 2, before: sent[3]?.id })).toEqual(['c', 'b']);
    expect(await contents({ limit: 2, after: sent[1]?.id })).toEqual(['d', 'c']);
    expect(await contents({ limit: 3, around: sent[2]?.id })).toEqual(['d', 'c', 'b']);
  });

  test('with an enforced nonce come once, as long as Discord remembers it', async () => {
    await using world = await withChannel();
    const daily = { content: 'Daily', nonce: 'daily-2026-11-23', enforceNonce: true };
    const first = await world.channel.send(daily);
    const second = await world.channel.send(daily);
    expect(second.id).toBe(first.id);
    // The nonce belongs to its author, so it returns the first message in another channel too.
    const other = world.guild.addChannel({ name: 'other' });
    const elsewhere = await (await textChannel(world.client, other.id)).send(daily);
    expect(elsewhere.id).toBe(first.id);
    expect([world.place.messages.length, other.messages.length]).toEqual([1, 0]);
    world.clock.advance(5 * 60_000);
    await world.channel.send(daily);
    expect(world.place.messages).toHaveLength(2);
  });

  test('carry files, which are served without a token', async () => {
    await using world = await withChannel();
    const message = await world.channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [
        new ContainerBuilder().addFileComponents(new FileBuilder().setURL('attachment://list.md')),
      ],
      files: [new AttachmentBuilder(Buffer.from('- [ ] ACID'), { name: 'list.md', description: 'A list' })],
    });
    // Files that components show are in no other list.
    expect(message.attachments.size).toBe(0);
    const shown = world.place.lastMessage()?.components[0]?.components?.[0];
    expect(shown).toMatchObject({ name: 'list.md', size: 10 });
    const served = await fetch(shown?.file?.url ?? '');
    expect([served.status, await served.text()]).toEqual([200, '- [ ] ACID']);
    expect(filesIn(message)).toEqual([shown?.file?.attachment_id]);

    // An edit keeps the files that it names by the id in the component, and drops the others.
    const again = [
      new ContainerBuilder().addFileComponents(new FileBuilder().setURL('attachment://list.md')),
    ];
    const kept = await message.edit({
      components: again,
      attachments: [{ id: shown?.file?.attachment_id ?? '' }],
    });
    expect(filesIn(kept)).toEqual(filesIn(message));
    await expect(message.edit({ components: again, attachments: [] })).rejects.toMatchObject({ code: 50035 });
    expect(world.discord.takeRefusals()).toHaveLength(1);
  });

  test('of the older kind list their files themselves', async () => {
    await using world = await withChannel();
    const message = await world.channel.send({
      files: [new AttachmentBuilder(Buffer.from('x'), { name: 'a.md' })],
    });
    expect(message.attachments.map(({ name }) => name)).toEqual(['a.md']);
  });

  test('notify the people whom they may, and nobody else', async () => {
    await using world = await withChannel();
    const role = world.guild.addRole({ name: 'Learners', mentionable: true });
    const text = `<@${world.alice.id}> <@&${role.id}> @everyone`;
    await world.channel.send(text);
    expect(world.place.lastMessage()).toMatchObject({
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
    });
    await world.channel.send({ content: text, allowedMentions: { parse: [], roles: [role.id] } });
    expect(world.place.lastMessage()).toMatchObject({ mentions: [], mention_roles: [role.id] });

    // The request allows it, but the bot may not do it: everyone and closed roles need a permission.
    const closed = world.guild.addRole({ name: 'Organisers' });
    const all = {
      content: `@everyone <@&${closed.id}>`,
      allowedMentions: { parse: ['everyone', 'roles'] },
    } as const;
    await world.channel.send(all);
    expect(world.place.lastMessage()).toMatchObject({ mention_everyone: false, mention_roles: [] });
    world.place.allow('bot', ['MentionEveryone']);
    await world.channel.send(all);
    expect(world.place.lastMessage()).toMatchObject({ mention_everyone: true, mention_roles: [closed.id] });
  });

  test('cannot lose the flag of the newer components, nor use these without it', async () => {
    await using world = await withChannel();
    const plain = await world.channel.send('Plain');
    const container = new ContainerBuilder().addTextDisplayComponents((text) => text.setContent('New'));
    await expect(plain.edit({ components: [container] })).rejects.toMatchObject({ code: 50035 });
    const newer = await world.channel.send({ components: [container], flags: MessageFlags.IsComponentsV2 });
    await expect(newer.edit({ content: 'Old' })).rejects.toMatchObject({ code: 50035 });
    expect(world.discord.takeRefusals()).toHaveLength(2);
    expect(world.place.messages.map((message) => message.content)).toEqual(['Plain', '']);
  });
});

test('show names in mentions only if the payload or the reader knows them', async () => {
  await using world = await withChannel();
  const bob = world.guild.addMember({ name: 'Bob' });
  const role = world.guild.addRole({ name: 'Early birds' });
  const text = `<@${bob.id}> <@${world.alice.id}> <@&${role.id}> ${world.place.mention}`;
  await world.channel.send(text);
  const reads = (person: Person): string => {
    const [latest] = world.place.messages.slice(-1);
    return latest === undefined ? '' : person.reads(latest);
  };
  expect(reads(world.alice)).toBe('@unknown-user @Alice @Early birds #general');
  expect(reads(bob)).toBe('@Bob @unknown-user @Early birds #general');
  await world.channel.send({ content: text, allowedMentions: { parse: [], users: [bob.id] } });
  world.guild.removeRole(role);
  expect(reads(world.alice)).toBe('@Bob @Alice @unknown-role #general');
});

test('of a history that the bot may not read are an empty list', async () => {
  await using world = await withChannel();
  await world.channel.send('Here');
  world.place.deny('bot', ['ReadMessageHistory']);
  expect((await world.channel.messages.fetch({ limit: 10, cache: false })).size).toBe(0);
  world.place.allow('bot', ['ReadMessageHistory']);
  expect((await world.channel.messages.fetch({ limit: 10, cache: false })).size).toBe(1);
});

test('do not mention a deleted role, and no channel has rules for it', async () => {
  await using world = await withChannel();
  const role = world.guild.addRole({ name: 'Early birds', mentionable: true });
  world.place.allow('bot', ['MentionEveryone']);
  world.place.deny(role, ['SendMessages']);
  world.guild.removeRole(role);
  await world.channel.send({
    content: `<@&${role.id}>`,
    allowedMentions: { parse: [], roles: [role.id] },
  });
  expect(world.place.lastMessage()?.mention_roles).toEqual([]);
  expect(world.place.json.permission_overwrites?.some(({ id }) => id === role.id)).toBe(false);
  await world.discord.quiet();
  expect(world.client.guilds.cache.get(world.guild.id)?.roles.cache.has(role.id)).toBe(false);
});

describe('the bot may not', () => {
  const cases: {
    what: string;
    deny: ('ViewChannel' | 'SendMessages' | 'AttachFiles')[];
    files: boolean;
    code: number;
  }[] = [
    { what: 'see', deny: ['ViewChannel'], files: false, code: 50001 },
    { what: 'write', deny: ['SendMessages'], files: false, code: 50013 },
    { what: 'attach', deny: ['AttachFiles'], files: true, code: 50013 },
  ];
  test.each(cases)('$what: $code', async ({ deny, files, code }) => {
    await using world = await withChannel();
    world.place.deny('bot', deny);
    const message = { content: 'Hello', ...(files ? { files: [Buffer.from('x')] } : {}) };
    await expect(world.channel.send(message)).rejects.toMatchObject({ code });
    expect(world.discord.takeRefusals()).toMatchObject([{ code }]);
    world.place.allow('bot', deny);
    await world.channel.send(message);
    expect(world.place.messages).toHaveLength(1);
  });

  test('use a channel that is gone, or a server that it was removed from', async () => {
    await using world = await withChannel();
    world.place.delete();
    await expect(world.channel.send('Hello')).rejects.toMatchObject({ code: 10003 });
    const other = world.guild.addChannel({ name: 'other' });
    const channel = await textChannel(world.client, other.id);
    world.guild.removeBot();
    await expect(channel.send('Hello')).rejects.toMatchObject({ code: 50001 });
    await expect(world.client.guilds.fetch({ guild: world.guild.id, force: true })).rejects.toMatchObject({
      code: 10004,
    });
    expect(world.discord.takeRefusals().map((refusal) => refusal.code)).toEqual([10003, 50001, 10004]);
  });

  test('edit a message of somebody else', async () => {
    await using world = await withChannel();
    const theirs = await world.channel.messages.fetch(world.place.send(world.alice, 'Mine').id);
    // The client itself would not send this request, so it is sent directly.
    await expect(
      world.client.rest.patch(`/channels/${world.place.id}/messages/${theirs.id}`, {
        body: { content: 'Yours', allowed_mentions: { parse: [] } },
      }),
    ).rejects.toMatchObject({ code: 50005 });
    await expect(theirs.delete()).rejects.toMatchObject({ code: 50013 });
    expect(world.discord.takeRefusals()).toHaveLength(2);
  });
});

describe('threads', () => {
  test('under a message: one, with its id', async () => {
    await using world = await withChannel();
    const message = await world.channel.send('Topic of the day');
    const thread = await message.startThread({ name: 'ACID' });
    expect(thread.id).toBe(message.id);
    await thread.send('Shall we?');
    expect(world.place.threads.map((each) => [each.name, each.messages.length])).toEqual([['ACID', 1]]);
    expect(world.place.lastMessage()).toMatchObject({
      flags: MessageFlags.HasThread,
      thread: { name: 'ACID' },
    });
    const path = `/channels/${world.place.id}/messages/${message.id}/threads` as const;
    await expect(world.client.rest.post(path, { body: { name: 'Again' } })).rejects.toMatchObject({
      code: 160004,
    });
    expect(world.discord.takeRefusals()).toHaveLength(1);
  });

  test('that are locked take messages only from people who manage threads', async () => {
    await using world = await withChannel();
    const thread = await world.channel.threads.create({ name: 'Done', type: ChannelType.PublicThread });
    const handle = world.discord.channel(thread.id);
    handle.lock();
    await expect(thread.send('Open')).rejects.toMatchObject({ code: 160005, status: 403 });
    handle.archive();
    await expect(thread.send('Shut')).rejects.toMatchObject({ code: 50083, status: 400 });
    await expect(thread.setArchived(false)).rejects.toMatchObject({ code: 50013 });
    expect(world.discord.takeRefusals()).toHaveLength(3);
    expect(handle.messages).toEqual([]);
    world.place.allow('bot', ['ManageThreads']);
    await thread.send('As one who manages threads');
    expect(handle.messages).toHaveLength(1);
  });

  test('that are archived cannot be changed before they are opened again', async () => {
    await using world = await withChannel();
    const handle = world.place.startThread(world.alice, 'Theirs');
    const thread = await world.client.channels.fetch(handle.id);
    if (thread?.isThread() !== true) throw new Error('no thread');
    const message = await thread.send('Mine');
    handle.archive();
    const own = await message.fetch();
    for (const change of [
      () => own.edit('Changed'),
      () => thread.setName('Another name'),
      () => thread.members.add(world.alice.id),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 50083 });
    }
    expect(world.discord.takeRefusals()).toHaveLength(3);
    // A person who may write in a thread may open it again, and only that.
    await thread.setArchived(false);
    await own.edit('Changed');
    expect(handle.messages.map(({ content }) => content)).toEqual(['Changed']);
    await expect(thread.setName('Another name')).rejects.toMatchObject({ code: 50013 });
    expect(world.discord.takeRefusals()).toHaveLength(1);
  });

  test('archive themselves after the silence for which they are set', async () => {
    await using world = await withChannel();
    const thread = await world.channel.threads.create({
      name: 'Short',
      type: ChannelType.PublicThread,
      autoArchiveDuration: 60,
    });
    const handle = world.discord.channel(thread.id);
    world.clock.advance(59 * 60_000);
    await thread.send('Still here');
    world.clock.advance(59 * 60_000);
    expect(handle.json.thread_metadata?.archived).toBe(false);
    world.clock.advance(60_000);
    expect(handle.json.thread_metadata?.archived).toBe(true);
    await world.discord.quiet();
    // As with Discord, the client forgets an archived thread only at a restart, but hears of the change.
    expect(world.client.channels.cache.get(thread.id)).toMatchObject({ archived: true });
    handle.wake();
    expect(handle.json.thread_metadata?.archived).toBe(false);
  });

  test('are archived, listed while active, and need a permission', async () => {
    await using world = await withChannel();
    const thread = await world.channel.threads.create({ name: 'Alone', type: ChannelType.PublicThread });
    expect((await world.channel.threads.fetchActive(false)).threads.size).toBe(1);
    await thread.setArchived(true);
    expect((await world.channel.threads.fetchActive(false)).threads.size).toBe(0);
    await thread.send('It wakes up');
    expect((await world.channel.threads.fetchActive(false)).threads.size).toBe(1);
    world.place.deny('bot', ['CreatePublicThreads']);
    const message = await world.channel.send('Another');
    await expect(message.startThread({ name: 'No' })).rejects.toMatchObject({ code: 50013 });
    expect(world.discord.takeRefusals()).toHaveLength(1);
  });
});

describe('private messages', () => {
  test('reach a person, unless they do not accept them', async () => {
    await using world = await withChannel();
    const user = await world.client.users.fetch(world.alice.id);
    await user.send('Hello Alice');
    expect(world.alice.dm.sees().map((message) => message.content)).toEqual(['Hello Alice']);
    world.alice.takesDms(false);
    await expect(user.send('Again')).rejects.toMatchObject({ code: 50278, status: 403 });
    world.alice.blocksBot();
    await expect(user.send('Again')).rejects.toMatchObject({ code: 50007, status: 403 });
    expect(world.discord.takeRefusals()).toHaveLength(2);
  });

  test('reach nobody who shares no server with the bot, until they come back', async () => {
    await using world = await withChannel();
    const user = await world.client.users.fetch(world.alice.id);
    world.guild.removeMember(world.alice);
    await expect(user.send('Hello')).rejects.toMatchObject({ code: 50278 });
    expect(world.discord.takeRefusals()).toHaveLength(1);
    world.guild.addMember(world.alice);
    await user.send('Welcome back');
    world.guild.removeMember(world.alice);
    world.alice.install();
    await user.send('As the app of your own');
    expect(world.alice.dm.sees()).toHaveLength(2);
  });
});
