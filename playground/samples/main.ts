import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { openEasel } from '../../src/view/pictures/easel.ts';
import { samplePictures } from './pictures.ts';

/** Draws samples of all pictures into docs/pictures, as the bot draws them, but smaller. Every run gives the same files. */

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
/** In pixels. The bot's own are 1000 wide. */
const WIDTH = 640;
const QUALITY = 88;

const draw = openEasel();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const { name, commission } of [...samplePictures('dark'), ...samplePictures('light')]) {
  writeFileSync(join(FOLDER, `${name}.webp`), await smaller(draw(commission).bytes));
}

async function smaller(picture: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(picture);
  const canvas = createCanvas(WIDTH, Math.round((image.height * WIDTH) / image.width));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.encode('webp', QUALITY);
}
