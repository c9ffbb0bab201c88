import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Message } from './components.ts';
import { text } from './components.ts';

/** Whom a message calls: the role that an organiser chose, above it; and people whom its text mentions. */
export interface Called {
  readonly roleId?: string | null;
  readonly userIds?: readonly string[];
}

/** A post with the role above it that an organiser chose to be called. */
export function calling(message: Message, roleId: string | null): Message {
  if (roleId === null) return message;
  return { ...message, components: [text(`<@&${roleId}>`), ...message.components] };
}

/** A message of the bot's own in a channel. It calls nobody but those who are named here. */
export function postBody(
  message: Message,
  { roleId = null, userIds = [] }: Called = {},
): RESTPostAPIChannelMessageJSONBody {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...calling(message, roleId).components],
    allowed_mentions: {
      parse: [],
      ...(roleId !== null && { roles: [roleId] }),
      ...(userIds.length > 0 && { users: [...userIds] }),
    },
  };
}
