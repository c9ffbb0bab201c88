import { announce, permissionsOf } from './channels.ts';
import { has } from './permissions.ts';
import { refusals } from './refused.ts';
import { instantOf, timestamp } from './snowflake.ts';
import type { Channel, World } from './world.ts';

/** Archives a thread or wakes it up, and announces it. Does nothing if the thread is already so. */
export function setArchived(world: World, channel: Channel, archived: boolean): void {
  const metadata = channel.thread?.metadata;
  if (metadata === undefined || metadata.archived === archived) return;
  metadata.archived = archived;
  metadata.archive_timestamp = timestamp(world.clock.now());
  announce(world, channel, 'edited');
}

/** Archives a thread that was silent for as long as it may stay open. */
export function archiveIfIdle(world: World, channel: Channel): void {
  const metadata = channel.thread?.metadata;
  if (metadata === undefined || metadata.archived) return;
  const changed = Date.parse(metadata.archive_timestamp);
  const active = Math.max(changed, instantOf(channel.lastMessageId ?? channel.id));
  if (world.clock.now() - active >= metadata.auto_archive_duration * 60_000)
    setArchived(world, channel, true);
}

/** @throws Refused if the thread is archived, because it cannot be changed before it is woken up */
export function refuseIfArchived(world: World, channel: Channel): void {
  archiveIfIdle(world, channel);
  if (channel.thread?.metadata.archived) throw refusals.archived();
}

/**
 * @throws Refused if the thread is locked, because the bot cannot write in it. Writing wakes up a thread that is only
 * archived.
 */
export function refuseIfLocked(world: World, channel: Channel): void {
  archiveIfIdle(world, channel);
  const metadata = channel.thread?.metadata;
  if (!metadata?.locked || has(permissionsOf(world, world.bot, channel), 'ManageThreads')) return;
  throw metadata.archived ? refusals.archived() : refusals.locked();
}
