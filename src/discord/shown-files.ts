import type { Message } from 'discord.js';

/** A file that belongs to a message. */
export interface HeldFile {
  readonly id: string;
  readonly name: string;
}

/**
 * The files of a message. If components show them, Discord leaves `attachments` empty; then only the components have
 * their ids, and only their addresses have the names.
 */
export function shownFiles(message: Pick<Message, 'attachments' | 'components'>): readonly HeldFile[] {
  const held = new Map<string, HeldFile>();
  for (const { id, name } of message.attachments.values()) held.set(id, { id, name });
  for (const file of message.components.flatMap((component) => mediaIn(component.toJSON())))
    held.set(file.id, file);
  return [...held.values()];
}

/** All media in a component's JSON, at any depth. A medium is recognised by the id of its attachment. */
function mediaIn(part: unknown): HeldFile[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(mediaIn);
  if (!('attachment_id' in part) || !('url' in part)) return inner;
  const name = URL.parse(String(part.url))?.pathname.split('/').at(-1) ?? '';
  return [...inner, { id: String(part.attachment_id), name: decodeURIComponent(name) }];
}
