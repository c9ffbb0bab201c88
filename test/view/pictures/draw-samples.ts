import { createHash } from 'node:crypto';
import { createCanvas } from '@napi-rs/canvas';
import { samplePictures } from '../../../playground/samples/pictures.ts';
import { openEasel } from '../../../src/view/pictures/easel.ts';

/**
 * Draws the dark samples, and prints a fingerprint of each file as JSON. The fingerprint "machine" is of a text that no font of
 * ours can draw, so it depends on the machine's fonts.
 */

const fingerprint = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');

const draw = openEasel();
const prints = samplePictures('dark').map(({ name, commission }) => [
  name,
  fingerprint(draw(commission).bytes),
]);
const canvas = createCanvas(100, 40);
canvas.getContext('2d').fillText('◐ → ★', 10, 20);
prints.push(['machine', fingerprint(canvas.toBuffer('image/webp', 100))]);
console.log(JSON.stringify(Object.fromEntries(prints)));
