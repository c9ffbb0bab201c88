import type { App } from '../app.ts';
import { namesOf } from '../store/members/memberships.ts';
import type { Message } from '../view/components.ts';
import { mentionedIn, naming } from '../view/naming.ts';

/**
 * Replaces the mentions in a message for a server by the names under which its members were last seen there.
 * @param called the people whom the message has to notify: they stay mentioned
 */
export async function withNames(
  { db }: Pick<App, 'db'>,
  guildId: string,
  message: Message,
  called: readonly string[] = [],
): Promise<Message> {
  const ids = mentionedIn(message).filter((id) => !called.includes(id));
  return ids.length === 0 ? message : naming(message, await namesOf(db, guildId, ids));
}
