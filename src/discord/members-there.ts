import { type Client, Routes } from 'discord.js';
import type { Person } from '../view/pictures/typeset.ts';
import { isNoMember } from './discord-error.ts';
import { OutboxError } from './outbox-error.ts';

/** Discord looks up at most so many people at once. */
const PEOPLE_ASKED = 100;

/** Whether a person is in a guild now. Discord is asked, see `Outbox`. */
export async function isMember(client: Client, guildId: string, userId: string): Promise<boolean> {
  try {
    await client.rest.get(Routes.guildMember(guildId, userId));
    return true;
  } catch (error) {
    if (isNoMember(error)) return false;
    throw error;
  }
}

/**
 * Which of some people are in a guild now, by id, with their names there.
 * @throws OutboxError `unavailable` if the guild cannot be reached
 */
export async function membersAmong(
  client: Client,
  guildId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const guild = client.guilds.cache.get(guildId);
  if (guild === undefined) throw new OutboxError('unavailable');
  const here = new Map<string, Person>();
  for (let from = 0; from < userIds.length; from += PEOPLE_ASKED) {
    const user = userIds.slice(from, from + PEOPLE_ASKED);
    for (const [id, member] of await guild.members.fetch({ user }))
      here.set(id, { name: member.displayName, username: member.user.username });
  }
  return here;
}
