import { ComponentType } from 'discord.js';
import { z } from 'zod';

const GALLERY: number = ComponentType.MediaGallery;
const components = z.array(z.looseObject({ type: z.number(), components: z.array(z.unknown()).optional() }));

/**
 * A message's components without its galleries of pictures; what stands around them stays as it is.
 * @param given as Discord gives them
 * @returns null if there is no gallery
 */
export function withoutPictures(given: unknown): unknown[] | null {
  let isChanged = false;
  const kept = components.parse(given).flatMap((component): unknown[] => {
    if (component.type === GALLERY) {
      isChanged = true;
      return [];
    }
    const inside = component.components === undefined ? null : withoutPictures(component.components);
    if (inside === null) return [component];
    isChanged = true;
    return [{ ...component, components: inside }];
  });
  return isChanged ? kept : null;
}
