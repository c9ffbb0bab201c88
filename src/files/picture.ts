/** The kinds of pictures that Discord shows. */
export type PictureType = 'png' | 'jpeg' | 'webp' | 'gif';

/** The endings of their names, as forms offer them. */
export const PICTURE_ENDINGS = ['.png', '.jpg', '.jpeg', '.webp', '.gif'] as const;

/** What the bytes of a picture say about it. Its name and its sender may claim something else. */
export interface PictureHeader {
  readonly type: PictureType;
  /** In pixels, as is the height. */
  readonly width: number;
  readonly height: number;
}

/** The sides that a picture may have, in pixels. Smaller ones show nothing, and larger ones are too much for phones. */
const PICTURE_SIDE = { least: 32, most: 8000 } as const;

/** Whether both sides are within the limits, so that the picture can be shown sensibly. */
export function isSane({ width, height }: PictureHeader): boolean {
  return [width, height].every((side) => side >= PICTURE_SIDE.least && side <= PICTURE_SIDE.most);
}

/** @returns what a file's first bytes say, or null if it is cut off or is no picture of a kind that Discord shows */
export function readPicture(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const read of [readPng, readGif, readWebp, readJpeg]) {
    const header = read(view);
    if (header !== null) return header;
  }
  return null;
}

/** Reads the signature and the header chunk after it: https://www.w3.org/TR/png-3/#5PNG-file-signature */
function readPng(view: DataView): PictureHeader | null {
  if (view.byteLength < 33 || !starts(view, 0, '\x89PNG\r\n\x1A\n') || !starts(view, 12, 'IHDR')) return null;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Reads the logical screen: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function readGif(view: DataView): PictureHeader | null {
  if (view.byteLength < 13 || !(starts(view, 0, 'GIF87a') || starts(view, 0, 'GIF89a'))) return null;
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Reads all three kinds, lossy, lossless and extended: https://developers.google.com/speed/webp/docs/riff_container */
function readWebp(view: DataView): PictureHeader | null {
  if (view.byteLength < 30 || !starts(view, 0, 'RIFF') || !starts(view, 8, 'WEBP')) return null;
  if (starts(view, 12, 'VP8X')) {
    return { type: 'webp', width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  }
  if (starts(view, 12, 'VP8L') && view.getUint8(20) === 0x2f) {
    const sides = view.getUint32(21, true);
    return { type: 'webp', width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
  }
  if (starts(view, 12, 'VP8 ') && starts(view, 23, '\x9D\x01\x2A')) {
    return {
      type: 'webp',
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  }
  return null;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
/** The markers that begin a frame, whatever its coding. C4, C8 and CC lie in the same range, but begin tables. */
const FRAMES: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);

/** Skips segments by their lengths until it reaches the frame: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1 */
function readJpeg(view: DataView): PictureHeader | null {
  if (!starts(view, 0, '\xFF\xD8\xFF')) return null;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== MARKER) return null;
    const kind = view.getUint8(at + 1);
    if (kind === MARKER) {
      at += 1;
      continue;
    }
    if (FRAMES.has(kind)) {
      return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    const length = view.getUint16(at + 2);
    if (kind === START_OF_SCAN || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function starts(view: DataView, at: number, signature: string): boolean {
  if (view.byteLength < at + signature.length) return false;
  return Array.from(signature, (_, index) => index).every(
    (index) => view.getUint8(at + index) === signature.charCodeAt(index),
  );
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
}
