import { ChannelType, MessageFlags } from 'discord-api-types/v10';

import {
  announce,
  channelJson,
  createThread,
  deleteChannel,
  demand,
  isText,
  joinThread,
  permissionsOf,
  reachableChannel,
} from '../state/channels.ts';
import type { ThreadMemberJson } from '../state/json.ts';
import { publicMessage } from '../state/messages.ts';
import { has } from '../state/permissions.ts';
import { refusals } from '../state/refused.ts';
import { timestamp } from '../state/snowflake.ts';
import type { Channel, World } from '../state/world.ts';
import { bodyOf, nothing, ok, type Handler } from './call.ts';

export const getChannel: Handler = ({ world }, id = '') => ok(channelJson(reachableChannel(world, id)));

export const removeChannel: Handler = ({ world }, id = '') => {
  const channel = reachableChannel(world, id);
  if (channel.guildId !== null) {
    demand(world, channel, [channel.thread ? 'ManageThreads' : 'ManageChannels']);
    deleteChannel(world, channel);
  }
  return ok(channelJson(channel));
};

interface ChannelChange {
  name?: string;
  topic?: string | null;
  archived?: boolean;
  locked?: boolean;
  auto_archive_duration?: number;
}

/** Changes a channel's name or topic, or a thread's; the thread's own maker may do so without a permission. */
export const patchChannel: Handler = (call, id = '') => {
  const { world } = call;
  const channel = reachableChannel(world, id);
  const body = bodyOf<ChannelChange>(call);
  if (!channel.thread) demand(world, channel, ['ManageChannels']);
  else if (channel.thread.ownerId !== world.bot.json.id || body.locked !== undefined) {
    demand(world, channel, ['ManageThreads']);
  }
  if (body.name !== undefined) channel.name = body.name;
  if (body.topic !== undefined) channel.topic = body.topic;
  if (channel.thread) {
    const { metadata } = channel.thread;
    if (body.archived !== undefined && body.archived !== metadata.archived) {
      metadata.archived = body.archived;
      metadata.archive_timestamp = timestamp(world.clock.now());
    }
    if (body.locked !== undefined) metadata.locked = body.locked;
    if (body.auto_archive_duration !== undefined) metadata.auto_archive_duration = body.auto_archive_duration;
  }
  announce(world, channel, 'edited');
  return ok(channelJson(channel));
};

export const typing: Handler = ({ world }, id = '') => {
  demand(world, reachableChannel(world, id), ['SendMessages']);
  return nothing;
};

interface ThreadBody {
  name: string;
  auto_archive_duration?: number;
  type?: ChannelType;
}

/** A thread under a message: it takes the message's id, and there is one at most. */
export const postThreadUnderMessage: Handler = (call, channelId = '', messageId = '') => {
  const { world } = call;
  const parent = reachableChannel(world, channelId);
  if (parent.guildId === null || parent.thread || !isText(parent)) throw refusals.notText();
  demand(world, parent, ['ReadMessageHistory', 'CreatePublicThreads']);
  const message = publicMessage(parent, messageId);
  if (world.channels.has(messageId)) throw refusals.threadExists();
  const body = bodyOf<ThreadBody>(call);
  message.json.flags |= MessageFlags.HasThread;
  const thread = createThread(world, parent, {
    id: message.json.id,
    name: body.name,
    type:
      parent.type === ChannelType.GuildAnnouncement
        ? ChannelType.AnnouncementThread
        : ChannelType.PublicThread,
    autoArchive: body.auto_archive_duration ?? 4320,
    ownerId: world.bot.json.id,
  });
  return ok(withMember(thread, world), 201);
};

export const postThread: Handler = (call, channelId = '') => {
  const { world } = call;
  const parent = reachableChannel(world, channelId);
  if (parent.guildId === null || parent.thread || !isText(parent)) throw refusals.notText();
  const body = bodyOf<ThreadBody>(call);
  const type = body.type ?? ChannelType.PrivateThread;
  demand(world, parent, [
    type === ChannelType.PrivateThread ? 'CreatePrivateThreads' : 'CreatePublicThreads',
  ]);
  const thread = createThread(world, parent, {
    id: world.ids.next(),
    name: body.name,
    type,
    autoArchive: body.auto_archive_duration ?? 4320,
    ownerId: world.bot.json.id,
  });
  return ok(withMember(thread, world), 201);
};

function withMember(thread: Channel, world: World) {
  const member = thread.thread?.members.get(world.bot.json.id);
  return { ...channelJson(thread), ...(member ? { member } : {}) };
}

export const getThreadMembers: Handler = ({ world }, id = '') =>
  ok([...(reachableThread(world, id).thread?.members.values() ?? [])]);

export const putThreadMember: Handler = ({ world }, id = '', userId = '@me') => {
  const thread = reachableThread(world, id);
  const who = userId === '@me' ? world.bot.json.id : userId;
  if (!world.guilds.get(thread.guildId ?? '')?.members.has(who)) throw refusals.unknownMember();
  tellMembers(world, thread, [joinThread(world, thread, who)]);
  return nothing;
};

function tellMembers(world: World, thread: Channel, added: ThreadMemberJson[]): void {
  const data = {
    id: thread.id,
    guild_id: thread.guildId,
    member_count: thread.thread?.members.size ?? 0,
    added_members: added,
  };
  world.dispatch('THREAD_MEMBERS_UPDATE', data, { guildId: thread.guildId, intents: 1 });
}

function reachableThread(world: World, id: string): Channel {
  const channel = reachableChannel(world, id);
  if (!channel.thread) throw refusals.notText();
  return channel;
}

/** The threads of a server that are not archived and that the bot can see. */
export const getActiveThreads: Handler = ({ world }, guildId = '') => {
  const threads = [...(world.guilds.get(guildId)?.channels.values() ?? [])].filter(
    (channel) =>
      channel.thread !== null &&
      !channel.thread.metadata.archived &&
      has(permissionsOf(world, world.bot, channel), 'ViewChannel'),
  );
  const members = threads.flatMap((thread) => thread.thread?.members.get(world.bot.json.id) ?? []);
  return ok({ threads: threads.map(channelJson), members, has_more: false });
};
