import type { Message } from 'discord.js';

/** A file that a message has. */
export interface HeldFile {
  readonly id: string;
  readonly name: string;
}

/**
 * The files of a message. Discord leaves `attachments` empty where components show them: then only the components tell their ids, and
 * their addresses the names.
 */
export function shownFiles(message: Pick<Message, 'attachments' | 'components'>): readonly HeldFile[] {
  const held = new Map<string, HeldFile>();
  for (const { id, name } of message.attachments.values()) held.set(id, { id, name });
  for (const file of message.components.flatMap((component) => mediaIn(component.toJSON())))
    held.set(file.id, file);
  return [...held.values()];
}

/** Every medium in a component's JSON, however deep: it is known by the id of its attachment. */
function mediaIn(part: unknown): HeldFile[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(mediaIn);
  if (!('attachment_id' in part) || !('url' in part)) return inner;
  const name = URL.parse(String(part.url))?.pathname.split('/').at(-1) ?? '';
  return [...inner, { id: String(part.attachment_id), name: decodeURIComponent(name) }];
}
