import type { MessageJson } from '../state/json.ts';
import type { User, World } from '../state/world.ts';
import { textOf } from './reading.ts';

/**
 * A message's text with mentions as a client shows them. The client knows the people in the message's payload (author,
 * user of the command, people who are mentioned), the reader and the bot. It knows all roles and channels that exist.
 */
export function namedText(world: World, message: MessageJson, reader: User): string {
  const { author, mentions, interaction_metadata: by } = message;
  const carried = [author, ...mentions, ...(by ? [by.user] : []), reader.json, world.bot.json];
  const guild = world.guilds.get(world.channels.get(message.channel_id)?.guildId ?? '');
  const person = (id: string): string => {
    const known = carried.find((user) => user.id === id);
    return known ? (guild?.members.get(id)?.nick ?? known.global_name ?? known.username) : 'unknown-user';
  };
  return textOf(message)
    .replaceAll(/<@!?(\d+)>/g, (_, id: string) => `@${person(id)}`)
    .replaceAll(/<@&(\d+)>/g, (_, id: string) => `@${guild?.roles.get(id)?.name ?? 'unknown-role'}`)
    .replaceAll(/<#(\d+)>/g, (_, id: string) => `#${world.channels.get(id)?.name ?? 'unknown'}`);
}
