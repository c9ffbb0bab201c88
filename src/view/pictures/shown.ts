import type { APIMediaGalleryComponent } from 'discord.js';
import { type Message, picture } from '../components.ts';
import type { DrawnPicture } from './studio.ts';

/** A picture as a message shows it. `alt`: what it says, in words. */
export interface ShownPicture extends Pick<DrawnPicture, 'name' | 'png'> {
  readonly alt: string;
}

/** The picture among the parts of a card; none if there is none. */
export function pictureParts(shown: ShownPicture | null): readonly APIMediaGalleryComponent[] {
  return shown === null ? [] : [picture(shown.name, shown.alt)];
}

/** A message together with the file of the picture that it shows. */
export function withPicture(message: Message, shown: ShownPicture | null): Message {
  if (shown === null) return message;
  return { ...message, files: [...(message.files ?? []), { name: shown.name, content: shown.png }] };
}
