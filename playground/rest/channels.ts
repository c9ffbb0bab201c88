import { refuseIfArchived } from '../state/archive.ts';
import { announce, channelJson, deleteChannel, demand, reachableChannel } from '../state/channels.ts';
import type { PermissionName } from '../state/permissions.ts';
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

/**
 * The permission that a change needs. People who may write in a thread may wake it up, and its maker may change it. A
 * locked thread, and the lock itself, need the permission to manage threads.
 * @throws Refused if the thread is archived and the same request does not wake it up
 */
function neededFor(world: World, channel: Channel, body: ChannelChange): PermissionName {
  if (!channel.thread) return 'ManageChannels';
  if (body.archived !== false) refuseIfArchived(world, channel);
  const { metadata, ownerId } = channel.thread;
  const isMaker = ownerId === world.bot.json.id;
  if (metadata.locked || (body.locked ?? false) !== metadata.locked) return 'ManageThreads';
  const duration = body.auto_archive_duration ?? metadata.auto_archive_duration;
  const onlyWakes =
    body.archived === false &&
    (body.name ?? channel.name) === channel.name &&
    duration === metadata.auto_archive_duration;
  return isMaker || onlyWakes ? 'SendMessagesInThreads' : 'ManageThreads';
}

/** Changes a channel's name or topic, or a thread. */
export const patchChannel: Handler = (call, id = '') => {
  const { world } = call;
  const channel = reachableChannel(world, id);
  const body = bodyOf<ChannelChange>(call);
  demand(world, channel, [neededFor(world, channel, body)]);
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
