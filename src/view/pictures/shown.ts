import type { APIMediaGalleryComponent } from 'discord.js';
import { type Message, picture } from '../components.ts';
import type { DrawnPicture } from './studio.ts';

/** A picture in a message. `alt` says the same in words. */
export interface ShownPicture extends Pick<DrawnPicture, 'name' | 'bytes'> {
  readonly alt: string;
}

/** The picture as components of a card, or none if there is no picture. */
export function pictureParts(shown: ShownPicture | null): readonly APIMediaGalleryComponent[] {
  return shown === null ? [] : [picture(shown.name, shown.alt)];
}

/** Adds the file of its picture to a message. */
export function withPicture(message: Message, shown: ShownPicture | null): Message {
  if (shown === null) return message;
  return { ...message, files: [...(message.files ?? []), { name: shown.name, content: shown.bytes }] };
}
