import type { App } from '../app.ts';
import { namesOf } from '../store/members/memberships.ts';
import type { Message } from '../view/components.ts';
import { mentionedIn, naming } from '../view/naming.ts';

/**
 * A message for a server, with the names that its members were last seen by there in place of mentions.
 * @param called whom the message calls: they stay mentioned
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
