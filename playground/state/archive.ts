import { announce, permissionsOf } from './channels.ts';
import { has } from './permissions.ts';
import { refusals } from './refused.ts';
import { instantOf, timestamp } from './snowflake.ts';
import type { Channel, World } from './world.ts';

/** Archives a thread or wakes it up, and tells of it. Nothing happens if that is how it stands already. */
export function setArchived(world: World, channel: Channel, archived: boolean): void {
  const metadata = channel.thread?.metadata;
  if (metadata === undefined || metadata.archived === archived) return;
  metadata.archived = archived;
  metadata.archive_timestamp = timestamp(world.clock.now());
  announce(world, channel, 'edited');
}

/** Archives a thread in which nothing was said for as long as it is set to stay open. */
export function archiveIfIdle(world: World, channel: Channel): void {
  const metadata = channel.thread?.metadata;
  if (metadata === undefined || metadata.archived) return;
  const changed = Date.parse(metadata.archive_timestamp);
  const active = Math.max(changed, instantOf(channel.lastMessageId ?? channel.id));
  if (world.clock.now() - active >= metadata.auto_archive_duration * 60_000)
    setArchived(world, channel, true);
}

/** Throws as Discord does where something in an archived thread is to be changed: it has to be woken up before. */
export function refuseIfArchived(world: World, channel: Channel): void {
  archiveIfIdle(world, channel);
  if (channel.thread?.metadata.archived) throw refusals.archived();
}

/** Throws as Discord does where the bot would write in a locked thread. One that is only archived wakes up by what is written. */
export function refuseIfLocked(world: World, channel: Channel): void {
  archiveIfIdle(world, channel);
  const metadata = channel.thread?.metadata;
  if (!metadata?.locked || has(permissionsOf(world, world.bot, channel), 'ManageThreads')) return;
  throw metadata.archived ? refusals.archived() : refusals.locked();
}
