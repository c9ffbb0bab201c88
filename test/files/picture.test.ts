import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSane, readPicture } from '../../src/files/picture.ts';
import { png } from '../commands/pictures.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([...part]))),
    ),
  );

const rest = Array.from({ length: 32 }, () => 0);
/** A segment of a JPEG that is skipped. */
const passed = [0xff, 0xe0, 0, 6, 1, 2, 3, 4];
const frame = (kind: number) => [0xff, kind, 0, 17, 8, 0x02, 0xd0, 0x05, 0, 3];

const PICTURES = [
  ['PNG', png(1280, 720), 'png'],
  ['GIF', bytes('GIF89a', [0x00, 0x05, 0xd0, 0x02], rest), 'gif'],
  ['GIF of the first kind', bytes('GIF87a', [0x00, 0x05, 0xd0, 0x02], rest), 'gif'],
  ['JPEG', bytes([0xff, 0xd8], passed, frame(0xc0), rest), 'jpeg'],
  ['progressive JPEG', bytes([0xff, 0xd8], passed, [0xff], frame(0xc2), rest), 'jpeg'],
  [
    'WebP, lossy',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0, 5, 0xd0, 2], rest),
    'webp',
  ],
  [
    'WebP, lossless',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0xff, 0xc4, 0xb3, 0], rest),
    'webp',
  ],
  [
    'WebP, extended',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0xff, 4, 0, 0xcf, 2, 0], rest),
    'webp',
  ],
] as const;

describe('the kind and size of a picture', () => {
  test.each(PICTURES)('%s', (_name, picture, type) => {
    expect(readPicture(picture)).toEqual({ type, width: 1280, height: 720 });
  });

  test.each(PICTURES)('%s that is cut off before its size is no picture', (_name, picture) => {
    expect(readPicture(picture.slice(0, 12))).toBeNull();
  });

  test('only the picture’s own bytes in a larger buffer are read', () => {
    const around = new Uint8Array(200);
    around.set(png(64, 65), 100);
    expect(readPicture(around.subarray(100, 133))).toEqual({ type: 'png', width: 64, height: 65 });
    expect(readPicture(around.subarray(100, 120))).toBeNull();
  });
});

describe('a file that is no picture', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['text', bytes('hello, this is a long enough text to be anything')],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['HTML that begins like a GIF', bytes('GIF89', '<script>alert(1)</script>')],
    ['PDF', bytes('%PDF-1.7 and so on and on and on and on and on')],
    ['ZIP', bytes('PK\x03\x04', rest)],
    ['PNG without its first chunk', bytes('\x89PNG\r\n\x1A\n', rest)],
    ['WAVE', bytes('RIFF', [0, 0, 0, 0], 'WAVEfmt ', rest)],
    ['JPEG without a frame', bytes([0xff, 0xd8], passed, [0xff, 0xda, 0, 4, 0, 0], rest)],
    ['JPEG whose segments lead nowhere', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0], rest)],
  ])('%s', (_name, file) => {
    expect(readPicture(file)).toBeNull();
  });

  test('reading ends, whatever the bytes are', () => {
    const start = fc.constantFrom(...PICTURES.map(([, picture]) => picture.slice(0, 16)), new Uint8Array());
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (begins, tail) => {
        const header = readPicture(bytes([...begins], [...tail]));
        expect(header === null || header.width * header.height >= 0).toBe(true);
      }),
    );
  });

  test('a megabyte of segments is read in one go', () => {
    const segments = bytes([0xff, 0xd8], Array.from({ length: 250_000 }, () => [0xff, 0xe0, 0, 2]).flat());
    expect(readPicture(segments)).toBeNull();
  });
});

test.each([
  [32, 32, true],
  [8000, 8000, true],
  [31, 500, false],
  [500, 0, false],
  [8001, 500, false],
])('%d × %d pixels: %s', (width, height, expected) => {
  expect(isSane({ type: 'png', width, height })).toBe(expected);
});
