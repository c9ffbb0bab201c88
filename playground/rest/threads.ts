import { ChannelType } from 'discord-api-types/v10';

import { refuseIfArchived } from '../state/archive.ts';
import { channelJson, demand, isText, permissionsOf, reachableChannel } from '../state/channels.ts';
import type { ThreadMemberJson } from '../state/json.ts';
import { publicMessage } from '../state/messages.ts';
import { has } from '../state/permissions.ts';
import { refusals } from '../state/refused.ts';
import { createThread, joinThread } from '../state/threads.ts';
import type { Channel, World } from '../state/world.ts';
import { bodyOf, nothing, ok, type Handler } from './call.ts';

interface ThreadBody {
  name: string;
  auto_archive_duration?: number;
  type?: ChannelType;
  invitable?: boolean;
}

/** Makes a thread under a message. It takes the message's id, so there is at most one. */
export const postThreadUnderMessage: Handler = (call, channelId = '', messageId = '') => {
  const { world } = call;
  const parent = reachableChannel(world, channelId);
  if (parent.guildId === null || parent.thread || !isText(parent)) throw refusals.notText();
  demand(world, parent, ['ReadMessageHistory', 'CreatePublicThreads']);
  refuseIfTooMany(world, parent);
  const message = publicMessage(parent, messageId);
  if (world.channels.has(messageId)) throw refusals.threadExists();
  const body = bodyOf<ThreadBody>(call);
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
  refuseIfTooMany(world, parent);
  const body = bodyOf<ThreadBody>(call);
  const type = body.type ?? ChannelType.PrivateThread;
  demand(world, parent, [
    type === ChannelType.PrivateThread ? 'CreatePrivateThreads' : 'CreatePublicThreads',
  ]);
  const thread = createThread(world, parent, {
    id: world.ids.next(),
    name: body.name,
    type,
    ...(type === ChannelType.PrivateThread && { invitable: body.invitable ?? true }),
    autoArchive: body.auto_archive_duration ?? 4320,
    ownerId: world.bot.json.id,
  });
  return ok(withMember(thread, world), 201);
};

/** Discord allows so many threads that are not archived in a server. */
const MOST_ACTIVE = 1000;

function refuseIfTooMany(world: World, parent: Channel): void {
  const channels = [...(world.guilds.get(parent.guildId ?? '')?.channels.values() ?? [])];
  const active = channels.filter(({ thread }) => thread?.metadata.archived === false);
  if (active.length >= MOST_ACTIVE) throw refusals.tooManyThreads();
}

function withMember(thread: Channel, world: World) {
  const member = thread.thread?.members.get(world.bot.json.id);
  return { ...channelJson(thread), ...(member ? { member } : {}) };
}

export const getThreadMembers: Handler = ({ world }, id = '') =>
  ok([...(reachableThread(world, id).thread?.members.values() ?? [])]);

export const putThreadMember: Handler = ({ world }, id = '', userId = '@me') => {
  const thread = reachableThread(world, id);
  refuseIfArchived(world, thread);
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

/** The active threads of a server that the bot can see. */
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
