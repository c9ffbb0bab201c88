import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { z } from 'zod';
import type { Message } from '../components.ts';

const GALLERY: number = ComponentType.MediaGallery;
const parts = z.array(z.looseObject({ type: z.number(), components: z.array(z.unknown()).optional() }));
const components = z.array(z.custom<APIMessageTopLevelComponent>());

/** One of our messages without its pictures. It says the same in words. */
export function withoutPictures(message: Message): Message {
  if (message.inWords !== undefined) return message.inWords;
  const kept = withoutGalleries(message.components);
  return kept === null ? message : { components: components.parse(kept) };
}

/**
 * A message's components without its galleries. Everything else stays as it is.
 * @param given components as Discord gives or takes them
 * @returns null if there is no gallery
 */
export function withoutGalleries(given: unknown): unknown[] | null {
  let isChanged = false;
  const kept = parts.parse(given).flatMap((component): unknown[] => {
    if (component.type === GALLERY) {
      isChanged = true;
      return [];
    }
    const inside = component.components === undefined ? null : withoutGalleries(component.components);
    if (inside === null) return [component];
    isChanged = true;
    return [{ ...component, components: inside }];
  });
  return isChanged ? kept : null;
}
