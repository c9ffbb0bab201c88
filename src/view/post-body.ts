import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Message } from './components.ts';
import { text } from './components.ts';

/**
 * The people whom a message notifies: those whom its text mentions, and the role that an organiser chose, which is
 * written above it.
 */
export interface Called {
  readonly roleId?: string | null;
  readonly userIds?: readonly string[];
}

/** A post with the organisers' role above it. */
export function calling(message: Message, roleId: string | null): Message {
  if (roleId === null) return message;
  return { ...message, components: [text(`<@&${roleId}>`), ...message.components] };
}

/** A message of the bot in a channel. It notifies only those who are named here. */
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
