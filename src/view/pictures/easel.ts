import { createCanvas } from '@napi-rs/canvas';
import { loadFonts } from './fonts.ts';
import type { Theme } from '../../store/members/tables.ts';
import { PALETTES, SCALE, WIDTH } from './look.ts';
import { paint } from './paint.ts';
import { layOut, type LaidOut, type Picture } from './picture.ts';

/** A picture to draw. `page` counts from 0; null means the page on which the reader is. */
export interface Commission {
  readonly picture: Picture;
  readonly theme: Theme;
  readonly page: number | null;
}

export interface Drawing extends Pick<LaidOut, 'page' | 'pages' | 'topics'> {
  /** A WebP without loss. */
  readonly bytes: Uint8Array;
}

/** The quality at which letters stay sharp. It takes half the time of a PNG of the same size. */
const LOSSLESS = 100;

/**
 * Loads the fonts, and draws with them. All pictures share a canvas, because a new one for each would take a quarter
 * more memory.
 * @throws Error if a font is missing
 */
export function openEasel(): (commission: Commission) => Drawing {
  const canvas = createCanvas(WIDTH * SCALE, SCALE);
  const context = canvas.getContext('2d');
  const type = loadFonts(context);
  return ({ picture, theme, page }) => {
    context.lang = picture.locale;
    const { scene, ...where } = layOut(picture, page, type);
    canvas.height = Math.round(scene.height * SCALE);
    // Setting the height resets the whole context, so the language is set again.
    context.lang = picture.locale;
    context.direction = 'ltr';
    context.setTransform(SCALE, 0, 0, SCALE, 0, 0);
    paint(context, scene, PALETTES[theme], type.paint);
    return { ...where, bytes: canvas.toBuffer('image/webp', LOSSLESS) };
  };
}
