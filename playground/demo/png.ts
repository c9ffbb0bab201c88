import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/**
 * A small picture for the gallery: a window with a bar and some lines in it.
 * @param ground the colour of the bar; each of its parts 0 to 255
 */
export function screenshotLike(width: number, height: number, ground: Colour): Uint8Array {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + 3 * width) + 1 + 3 * x;
      rows.set(colourAt(x / width, y / height, ground), at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each of three colours, without interlacing.
  header.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** The colour at a place. `x` and `y` go from 0 at the top left to 1. */
function colourAt(x: number, y: number, ground: Colour): Colour {
  if (y < 0.16) return ground;
  const line = Math.floor((y - 0.16) / 0.14);
  const within = ((y - 0.16) / 0.14) % 1;
  if (x > 0.08 && x < 0.14 && within > 0.25 && within < 0.8) return ground;
  if (x > 0.18 && x < 0.9 - 0.11 * (line % 3) && within > 0.3 && within < 0.5) return [190, 196, 208];
  if (x > 0.18 && x < 0.6 + 0.07 * (line % 2) && within > 0.6 && within < 0.74) return [222, 226, 233];
  return [248, 249, 251];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
