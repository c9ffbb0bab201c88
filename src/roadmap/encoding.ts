import { LIMITS, type Refusal, RoadmapError } from './roadmap-error.ts';

/** The encodings that a file may be written in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1254' | 'windows-1252';

/**
 * Makes text of a file's bytes. UTF-8 and UTF-16 have forms that can be checked. Everything else is read as the
 * encodings of Windows in Turkey and western Europe, and accepted if words come out. A byte order mark stays, so that
 * the file can be written back as it was.
 * @throws RoadmapError if the file is too large, is no text, or has an encoding that cannot be told
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes.length > LIMITS.bytes) {
    throw new RoadmapError(lineOf(bytes, LIMITS.bytes), { code: 'too-large', limit: LIMITS.bytes });
  }
  const encoding = unicode(bytes) ?? legacy(bytes);
  const text = decode(bytes, encoding);
  if (text === null) throw refused(bytes, 'not-text');
  return { text, encoding };
}

function unicode(bytes: Uint8Array): Encoding | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.includes(0)) return unmarkedUtf16(bytes);
  return decode(bytes, 'utf-8') === null ? null : 'utf-8';
}

/**
 * Recognises UTF-16 without a byte order mark: for Latin letters every other byte is zero, and the bytes between hardly
 * ever are.
 */
function unmarkedUtf16(bytes: Uint8Array): Encoding {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = bytes.length * 0.3;
  if (odd > many && even < many / 20) return 'utf-16le';
  if (even > many && odd < many / 20) return 'utf-16be';
  throw refused(bytes, 'not-text');
}

/** Letters of Turkish. Their codes are letters of Icelandic in western Europe. */
const TURKISH = /[ğışĞİŞ]/gu;
const ICELANDIC = /[áíóúæÁÍÓÚÆ]/gu;

function legacy(bytes: Uint8Array): Encoding {
  // Text has no control characters but tabs, line ends, form feeds and escapes.
  if (bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(byte))) {
    throw refused(bytes, 'not-text');
  }
  const turkish = decode(bytes, 'windows-1254') ?? '';
  // The same bytes are frequent in Icelandic as one set of letters, and in Turkish as the other.
  const isTurkish = count(turkish, TURKISH) > 3 * count(turkish, ICELANDIC);
  const encoding = isTurkish ? 'windows-1254' : 'windows-1252';
  const text = isTurkish ? turkish : (decode(bytes, encoding) ?? '');
  if (isDamagedUtf8(bytes) || !readsAsWords(text)) throw refused(bytes, 'unknown-encoding');
  return encoding;
}

/**
 * Whether a file is UTF-8 with some bytes cut off or put in: most of its bytes that are not ASCII form valid
 * characters.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const units = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const characters =
    units.match(/[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/gu) ?? [];
  const inside = characters.reduce((sum, { length }) => sum + length, 0);
  return inside > count(units, /[\x80-\xFF]/gu) - inside;
}

/**
 * Whether words come out of a text that was decoded by a guess. A wrong guess shows: there are signs inside words
 * (Polish, Chinese), words of marked letters only (Russian, Greek), or letters that no language has together (Czech).
 */
function readsAsWords(text: string): boolean {
  if (/[\u0080-\u009F]/u.test(text) || /ì\p{Ll}/u.test(text) || (/ø/u.test(text) && /[íý]/u.test(text))) {
    return false;
  }
  const marked = (text.match(/[\p{L}\u00A1-\u00BF×÷]+/gu) ?? []).filter((word) => /[^\p{ASCII}]/u.test(word));
  const broken = marked.filter((word) => /\p{L}[¡-©¬-´¶¸¹¼-¿×÷]+\p{L}/u.test(word));
  const strange = marked.filter((word) => /^[^\p{ASCII}]{3,}$/u.test(word));
  return (
    broken.length <= marked.length * 0.1 && (strange.length < 2 || strange.length <= marked.length * 0.4)
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refused(bytes: Uint8Array, code: (Refusal & { limit?: never })['code']): RoadmapError {
  return new RoadmapError(firstBadLine(bytes), { code });
}

const LINE_FEED = 0x0a;

/** The line of the byte at an offset. Lines are taken to end with a line feed, as they do in all but ancient files. */
function lineOf(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).reduce((line, byte) => (byte === LINE_FEED ? line + 1 : line), 1);
}

/**
 * The first line that is not UTF-8. Each line can be checked alone, because no byte of a longer character is a line
 * feed.
 */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end === -1 ? bytes.length : end + 1;
    const text = decode(bytes.subarray(from, to), 'utf-8');
    if (text === null || text.includes('\0')) return line;
    from = to;
  }
  return 1;
}
