import { LIMITS, RoadmapError } from './roadmap-error.ts';

/**
 * Decodes a roadmap file. A byte order mark stays, so that the file can be written back as it was.
 * @throws RoadmapError if it is too large or is not UTF-8
 */
export function decodeSource(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.bytes) {
    throw new RoadmapError(lineOf(bytes, LIMITS.bytes), { code: 'too-large', limit: LIMITS.bytes });
  }
  try {
    return decode(bytes);
  } catch {
    throw new RoadmapError(firstBadLine(bytes), { code: 'not-text' });
  }
}

/**
 * Holds a file's text against the limits before anything is made of it.
 * @throws RoadmapError if it is too large, has too many lines or is not text
 */
export function checkSource(markdown: string): void {
  if (markdown.length > LIMITS.bytes || Buffer.byteLength(markdown) > LIMITS.bytes) {
    const start = Buffer.from(markdown.slice(0, LIMITS.bytes));
    throw new RoadmapError(lineOf(start, LIMITS.bytes), { code: 'too-large', limit: LIMITS.bytes });
  }
  const lines = splitLines(markdown);
  const bad = lines.findIndex((line) => line.includes('\0') || !line.isWellFormed());
  if (bad !== -1) throw new RoadmapError(bad + 1, { code: 'not-text' });
  if (lines.length > LIMITS.lines) {
    throw new RoadmapError(LIMITS.lines + 1, { code: 'too-many-lines', limit: LIMITS.lines });
  }
}

/** Splits where CommonMark ends lines, each with its line end, so that joining them gives the text again. */
export function splitLines(markdown: string): string[] {
  return markdown.split(/(?<=\n|\r(?!\n))/u);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The line of the byte at an offset; lines end with a line feed here, which is right for all but ancient files. */
function lineOf(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).reduce((line, byte) => (byte === LINE_FEED ? line + 1 : line), 1);
}

/** No byte of a longer UTF-8 character is a line feed, so each line stands for itself. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end === -1 ? bytes.length : end + 1;
    try {
      decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to;
  }
  return line;
}

const LINE_FEED = 0x0a;
