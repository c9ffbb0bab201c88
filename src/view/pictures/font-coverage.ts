import { inflateSync } from 'node:zlib';

/**
 * The characters that a font can draw, read from its `cmap` table. The lists that come with web fonts are no use: they
 * say which ranges a file was cut to, and name many characters that the font never had.
 * @param woff the file, in the format WOFF 1.0 (W3C, 2012)
 * @returns ranges of code points, both ends included, in order
 * @throws Error if it is no such file, or has no Unicode table in format 4 or 12
 */
export function coverageOf(woff: Buffer): readonly (readonly [first: number, last: number])[] {
  const cmap = tableOf(woff, 'cmap');
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + 8 * index),
  );
  const tables = offsets.map((offset) => cmap.subarray(offset));
  const full = tables.find((table) => table.readUInt16BE(0) === 12);
  const basic = tables.find((table) => table.readUInt16BE(0) === 4);
  if (full !== undefined) return groups(full);
  if (basic !== undefined) return segments(basic);
  throw new Error('the font has no character table that can be read');
}

function tableOf(woff: Buffer, tag: string): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('the font is no WOFF file');
  for (let entry = 44; entry < 44 + 20 * woff.readUInt16BE(12); entry += 20) {
    if (woff.toString('latin1', entry, entry + 4) !== tag) continue;
    const [offset, packed] = [woff.readUInt32BE(entry + 4), woff.readUInt32BE(entry + 8)];
    const size = woff.readUInt32BE(entry + 12);
    const data = woff.subarray(offset, offset + packed);
    return packed === size ? data : inflateSync(data);
  }
  throw new Error(`the font has no table "${tag}"`);
}

/** Format 12: groups of characters, each with its first and its last. */
function groups(table: Buffer): readonly (readonly [number, number])[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, index) => {
    const at = 16 + 12 * index;
    return [table.readUInt32BE(at), table.readUInt32BE(at + 4)] as const;
  });
}

/** Format 4: segments in parallel lists. A glyph of 0 inside a segment means that the character is missing. */
function segments(table: Buffer): readonly (readonly [number, number])[] {
  const count = table.readUInt16BE(6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count] as const;
  const ranges: [number, number][] = [];
  for (let segment = 0; segment < count; segment += 1) {
    const at = 2 * segment;
    const offset = table.readUInt16BE(offsets + at);
    const start = table.readUInt16BE(starts + at);
    for (let code = start; code <= table.readUInt16BE(ends + at) && code < 0xffff; code += 1) {
      const place = offsets + at + offset + 2 * (code - start);
      const raw = offset === 0 ? code : table.readUInt16BE(place);
      const glyph = raw === 0 ? 0 : (raw + table.readUInt16BE(deltas + at)) & 0xffff;
      if (glyph === 0) continue;
      const last = ranges.at(-1);
      if (last?.[1] === code - 1) last[1] = code;
      else ranges.push([code, code]);
    }
  }
  return ranges;
}
