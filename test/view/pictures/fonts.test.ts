import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { samplePictures } from '../../../playground/samples/pictures.ts';
import { loadFonts } from '../../../src/view/pictures/fonts.ts';
import { graphemesOf, isEmoji } from '../../../src/view/pictures/letters.ts';
import { FONTS } from '../../../src/view/pictures/look.ts';
import { layOut } from '../../../src/view/pictures/picture.ts';
import { isFull } from '../../size.ts';

const run = promisify(execFile);
const PROGRAM = join(import.meta.dirname, 'draw-samples.ts');
/** Where Linux keeps its fonts. */
const FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'].filter((folder) => existsSync(folder));
const HIDDEN = FOLDERS.map((folder) => `mount -t tmpfs none ${folder} && `).join('');

/** Runs a command without the machine's fonts: in a namespace of its own, where empty folders cover theirs. */
const withoutFonts = (command: string) => run('unshare', ['-rm', 'sh', '-c', `${HIDDEN}${command}`]);
/** Two processes draw all pictures, which is left to the full size. */
const canHide =
  isFull &&
  FOLDERS.length > 0 &&
  (await withoutFonts('true').then(
    () => true,
    () => false,
  ));

// This has to be the first test, because the list of fonts belongs to the process.
test('emoji are measured with their font, even before any was drawn', () => {
  const type = loadFonts(createCanvas(1, 1).getContext('2d'));
  const measured = type.measure('🦊', FONTS.body);
  expect(measured).toBeGreaterThan(FONTS.body.size);
});

test.runIf(canHide)('pictures are the same, byte for byte, on a machine without fonts', async () => {
  const prints = z.record(z.string(), z.string());
  const [here, hidden] = await Promise.all([
    run(process.execPath, [PROGRAM]),
    withoutFonts(`exec "${process.execPath}" "${PROGRAM}"`),
  ]);
  const { machine, ...ours } = prints.parse(JSON.parse(here.stdout));
  const { machine: bare, ...same } = prints.parse(JSON.parse(hidden.stdout));
  expect(Object.keys(ours)).toHaveLength(samplePictures('dark').length);
  expect(same).toEqual(ours);
  // Otherwise nothing was hidden, and the files would be the same in any case.
  expect(bare).not.toBe(machine);
});

test('every letter in the pictures, including our own words, is in one of our fonts', () => {
  const type = loadFonts(createCanvas(1, 1).getContext('2d'));
  const missing = samplePictures('dark').flatMap(({ name, commission }) => {
    const { shapes } = layOut(commission.picture, commission.page, type).scene;
    const letters = shapes.flatMap((shape) => (shape.kind === 'text' ? graphemesOf(shape.text) : []));
    const unknown = letters.filter((letter) => !isEmoji(letter) && !Array.from(letter).every(isCovered));
    return unknown.map((letter) => `${name}: ${JSON.stringify(letter)}`);
  });
  expect(missing).toEqual([]);

  function isCovered(character: string): boolean {
    return type.letters(character.codePointAt(0) ?? 0);
  }
});
