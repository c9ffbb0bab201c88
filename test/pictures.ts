import { z } from 'zod';
import type { MessageJson } from '../playground/state/json.ts';
import type { Commission } from '../src/view/pictures/easel.ts';
import { layOut } from '../src/view/pictures/picture.ts';
import type { Studio } from '../src/view/pictures/studio.ts';
import { type } from './view/pictures/boxes.ts';

/** Draws nothing, for tests of words. */
export const NO_PICTURES: Studio = { draw: () => Promise.resolve(null), stop: () => undefined };

/** The smallest file that is a PNG. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/**
 * Lays pictures out but draws a dot, and remembers the commissions, for tests of where pictures stand and what they
 * say.
 */
export function sketchStudio(): Studio & { readonly asked: Commission[] } {
  const asked: Commission[] = [];
  return {
    asked,
    draw: (commission) => {
      asked.push(commission);
      const { page, pages, topics } = layOut(commission.picture, commission.page, type);
      const name = `${commission.picture.kind}-${asked.length}.png`;
      return Promise.resolve({ name, bytes: DOT, page, pages, topics });
    },
    stop: () => undefined,
  };
}

const gallery = z.object({
  items: z.array(z.object({ media: z.object({ url: z.string() }), description: z.string() })),
});
const container = z.object({ components: z.array(z.unknown()) });

interface SeenPicture {
  readonly url: string;
  /** The same in words. */
  readonly alt: string;
}

/** The pictures that a message shows. */
export function picturesOf(message: MessageJson | null | undefined): readonly SeenPicture[] {
  const within = (components: readonly unknown[]): readonly SeenPicture[] =>
    components.flatMap((component) => {
      const { data } = gallery.safeParse(component);
      if (data !== undefined)
        return data.items.map(({ media, description }) => ({ url: media.url, alt: description }));
      const inside = container.safeParse(component).data?.components;
      return inside === undefined ? [] : within(inside);
    });
  return within(message?.components ?? []);
}
