import { announce, channelJson, deleteChannel, demand, reachableChannel } from '../state/channels.ts';
import { timestamp } from '../state/snowflake.ts';
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
