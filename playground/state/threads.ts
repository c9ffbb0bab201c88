import { MessageFlags, type ChannelType } from 'discord-api-types/v10';

import { announce } from './channels.ts';
import type { ThreadMemberJson } from './json.ts';
import { tellOfMessage } from './messages.ts';
import { timestamp } from './snowflake.ts';
import type { Channel, World } from './world.ts';

/** The threads of a channel, also archived ones. */
export function threadsOf(world: World, parent: Channel): Channel[] {
  const siblings = world.guilds.get(parent.guildId ?? '')?.channels.values() ?? [];
  return [...siblings].filter((channel) => channel.thread !== null && channel.parentId === parent.id);
}

/** Makes a thread and tells the bot. It stands under a message, whose id it takes, or in the channel alone. */
export function createThread(
  world: World,
  parent: Channel,
  fields: {
    id: string;
    name: string;
    type: ChannelType;
    autoArchive: number;
    ownerId: string;
    /** Only private threads have it. */
    invitable?: boolean;
  },
): Channel {
  const now = timestamp(world.clock.now());
  const thread: Channel = {
    id: fields.id,
    type: fields.type,
    guildId: parent.guildId,
    name: fields.name,
    topic: null,
    position: 0,
    parentId: parent.id,
    overwrites: [],
    recipients: [],
    messages: new Map(),
    lastMessageId: null,
    thread: {
      ownerId: fields.ownerId,
      sent: 0,
      members: new Map(),
      metadata: {
        archived: false,
        archive_timestamp: now,
        auto_archive_duration: fields.autoArchive,
        locked: false,
        ...(fields.invitable !== undefined && { invitable: fields.invitable }),
        create_timestamp: now,
      },
    },
  };
  world.channels.set(thread.id, thread);
  world.guilds.get(parent.guildId ?? '')?.channels.set(thread.id, thread);
  joinThread(world, thread, fields.ownerId);
  announce(world, thread, 'created');
  const above = parent.messages.get(thread.id);
  if (above) {
    above.json.flags |= MessageFlags.HasThread;
    tellOfMessage(world, above, 'edited');
  }
  return thread;
}

/** Adds a user to a thread. */
export function joinThread(world: World, thread: Channel, userId: string): ThreadMemberJson {
  const present = thread.thread?.members.get(userId);
  if (present) return present;
  const member: ThreadMemberJson = {
    id: thread.id,
    user_id: userId,
    join_timestamp: timestamp(world.clock.now()),
    flags: 0,
  };
  thread.thread?.members.set(userId, member);
  return member;
}
