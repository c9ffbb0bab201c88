import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Message } from './components.ts';
import { text } from './components.ts';

/** A message of the bot's own in a channel. It calls nobody but the role that an organiser chose. */
export function postBody(message: Message, roleId: string | null): RESTPostAPIChannelMessageJSONBody {
  const call = roleId === null ? [] : [text(`<@&${roleId}>`)];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...call, ...message.components],
    allowed_mentions: { parse: [], ...(roleId !== null && { roles: [roleId] }) },
  };
}
