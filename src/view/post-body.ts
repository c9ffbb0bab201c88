import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Message } from './components.ts';
import { text } from './components.ts';

/** A post with the role above it that an organiser chose to be called. */
export function calling(message: Message, roleId: string | null): Message {
  if (roleId === null) return message;
  return { ...message, components: [text(`<@&${roleId}>`), ...message.components] };
}

/** A message of the bot's own in a channel. It calls nobody but the role that an organiser chose. */
export function postBody(message: Message, roleId: string | null): RESTPostAPIChannelMessageJSONBody {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...calling(message, roleId).components],
    allowed_mentions: { parse: [], ...(roleId !== null && { roles: [roleId] }) },
  };
}
