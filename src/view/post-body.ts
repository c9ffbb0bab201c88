import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Pinged } from '../study/pings.ts';
import type { Message } from './components.ts';
import { text } from './components.ts';

/**
 * Whom a message notifies: people whom its text mentions and who allow it, and the role that an organiser chose, which is
 * written above it.
 */
export interface Called {
  readonly roleId?: string | null;
  readonly people?: Pinged;
}

/** A post with the organisers' role above it. */
export function calling(message: Message, roleId: string | null): Message {
  if (roleId === null) return message;
  return { ...message, components: [text(`<@&${roleId}>`), ...message.components] };
}

/** A message of the bot in a channel. It notifies only those who are named here. */
export function postBody(
  message: Message,
  { roleId = null, people }: Called = {},
): RESTPostAPIChannelMessageJSONBody {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...calling(message, roleId).components],
    allowed_mentions: {
      parse: [],
      ...(roleId !== null && { roles: [roleId] }),
      ...(people !== undefined && people.userIds.length > 0 && { users: [...people.userIds] }),
    },
  };
}
