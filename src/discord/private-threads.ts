import { ChannelType, type Client, PermissionFlagsBits, Routes } from 'discord.js';
import { z } from 'zod';
import { clip, plain } from '../view/escape.ts';
import { isArchived, isGone, isNoMember, isTooManyThreads } from './discord-error.ts';
import { NAME_LENGTH, THREAD_REST } from './thread-limits.ts';

const opened = z.object({ id: z.string() });
const active = z.object({
  threads: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      owner_id: z.string().optional(),
      parent_id: z.string().nullable(),
    }),
  ),
});

/** Whether the bot may open private threads in a channel and write in them. False if the channel is no text channel. */
export function mayOpenPrivately(client: Client, channelId: string): boolean {
  const channel = client.channels.cache.get(channelId);
  if (channel?.type !== ChannelType.GuildText) return false;
  const { me } = channel.guild.members;
  const needed =
    PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.CreatePrivateThreads |
    PermissionFlagsBits.SendMessagesInThreads;
  return me !== null && channel.permissionsFor(me).has(needed);
}

/**
 * Opens a private thread, in which only people who are added can read, and those who manage threads.
 * @returns its id; null if the server has too many open threads, or the bot may not open one
 */
export async function openPrivateThread(
  client: Client,
  { guildId, channelId, name, others }: PrivateThread,
): Promise<string | null> {
  // Discord counts refused requests against the bot, so the permissions are checked before.
  if (!mayOpenPrivately(client, channelId)) return null;
  const named = clip(plain(name), NAME_LENGTH);
  if (others !== null) {
    const { threads } = active.parse(await client.rest.get(Routes.guildActiveThreads(guildId)));
    const own = threads.find(
      (each) =>
        !others.has(each.id) &&
        each.name === named &&
        each.owner_id === client.user?.id &&
        each.parent_id === channelId,
    );
    if (own !== undefined) return own.id;
  }
  const body = {
    name: named,
    auto_archive_duration: THREAD_REST.week,
    // Without a type Discord also makes it private, but no rule says that this stays so.
    type: ChannelType.PrivateThread,
    // Otherwise everybody in it could bring others along.
    invitable: false,
  };
  try {
    return opened.parse(await client.rest.post(Routes.threads(channelId), { body })).id;
  } catch (error) {
    if (isTooManyThreads(error)) return null;
    throw error;
  }
}

export interface PrivateThread {
  readonly guildId: string;
  readonly channelId: string;
  readonly name: string;
  /**
   * Null if it was never asked for. Otherwise an earlier run may have opened it: it is looked for by its name, because
   * Discord would open a second one. These threads are others': people may have the same names as those of another pair.
   */
  readonly others: ReadonlySet<string> | null;
}

/** Adds a person to a thread, unless they have left the server. An archived thread is opened again. */
export async function addToThread(client: Client, threadId: string, userId: string): Promise<void> {
  const add = (): Promise<unknown> => client.rest.put(Routes.threadMembers(threadId, userId));
  try {
    await add();
  } catch (error) {
    if (isNoMember(error)) return;
    if (!isArchived(error)) throw error;
    await client.rest.patch(Routes.channel(threadId), { body: { archived: false } });
    await add();
  }
}

const known = z.object({ thread_metadata: z.object({ archived: z.boolean() }) });

/**
 * Archives a thread of the bot, if it exists and Discord has not archived it after a week of silence. That week may
 * end at any moment, also after Discord was asked whether it is over.
 */
export async function archiveThread(client: Client, threadId: string): Promise<void> {
  const route = Routes.channel(threadId);
  try {
    const { thread_metadata: thread } = known.parse(await client.rest.get(route));
    if (!thread.archived) await client.rest.patch(route, { body: { archived: true } });
  } catch (error) {
    if (!isGone(error) && !isArchived(error)) throw error;
  }
}
