import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, type Encoding } from '../../src/roadmap/encoding.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';

const TURKISH = '# Yol haritası\n- [ ] Değişkenler ve ışığın hızı\n- [x] Şifreleme “İşte” 5 €\n';
const FRENCH = '# Parcours\n- [ ] Bases de données relationnelles\n- [x] Sécurité : l’été où ça chauffe\n';
const ICELANDIC = '# Leið\n- [ ] Það er þýðing á íslensku um öryggi\n- [ ] Gögn í góðu lagi\n';

/** The characters of Windows-1254 and 1252 that Latin-1 does not have. */
const WINDOWS: Readonly<Record<string, number>> = { '€': 0x80, '“': 0x93, '”': 0x94, '’': 0x92 };
const LATIN_5 = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe };

function bytesOf(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le');
    return encoding === 'utf-16be' ? bytes.swap16() : bytes;
  }
  const own: Readonly<Record<string, number>> = {
    ...WINDOWS,
    ...(encoding === 'windows-1254' ? LATIN_5 : {}),
  };
  return Uint8Array.from(text, (letter) => own[letter] ?? letter.charCodeAt(0));
}

test.each<[string, string, Encoding]>([
  ['UTF-8', TURKISH, 'utf-8'],
  ['UTF-8 with a mark', `\uFEFF${TURKISH}`, 'utf-8'],
  ['UTF-16', `\uFEFF${TURKISH}`, 'utf-16le'],
  ['UTF-16 the other way round', `\uFEFF${TURKISH}`, 'utf-16be'],
  ['UTF-16 without a mark', TURKISH, 'utf-16le'],
  ['UTF-16 the other way round without a mark', FRENCH, 'utf-16be'],
  ['what Windows writes in Turkey', TURKISH, 'windows-1254'],
  ['one Turkish word', '- [ ] ışık\r\n', 'windows-1254'],
  ['Turkish capitals', '- [ ] İŞÇİ ÇALIŞMASI\n- [ ] git\n', 'windows-1254'],
  ['what Windows writes in France', FRENCH, 'windows-1252'],
  ['what Windows writes in Iceland', ICELANDIC, 'windows-1252'],
  ['what Windows writes in Spain', '- [ ] ¿Qué es “git”? 3 ½ años\n', 'windows-1252'],
  ['nothing', '', 'utf-8'],
])('%s is read as it was written', (_, text, encoding) => {
  expect(decodeText(bytesOf(text, encoding))).toEqual({ text, encoding });
});

/**
 * Polish, Czech, Russian, Greek, Chinese and Turkish in the encodings of Windows and DOS there, and UTF-8 that was
 * cut.
 */
describe('an unclear encoding is refused with advice, and never guessed', () => {
  test.each<[string, readonly number[]]>([
    ['Polish', [0x6d, 0x6f, 0xbf, 0x6e, 0x61, 0x20, 0x77, 0xb3, 0xb9, 0x63, 0x7a, 0x79, 0xe6]],
    ['Czech', [0x70, 0xf8, 0xed, 0x6b, 0x6c, 0x61, 0x64, 0x20, 0x76, 0xec, 0x63]],
    ['Russian', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0, 0xf3]],
    ['Greek', [0xd0, 0xf1, 0xfe, 0xf4, 0xe1, 0x20, 0xe2, 0xde, 0xec, 0xe1, 0xf4, 0xe1]],
    ['Chinese', [0xd1, 0xa7, 0xcf, 0xb0, 0xc2, 0xb7, 0xcf, 0xdf]],
    ['Turkish of DOS', [0x79, 0x61, 0x7a, 0x8d, 0x6c, 0x8d, 0x6d]],
    ['UTF-8 with a byte too few', [...new TextEncoder().encode('ışık ışı'), 0xc4, 0x0a, 0x61]],
  ])('%s', (_, bytes) => {
    const file = Uint8Array.of(...new TextEncoder().encode('# T\n- [ ] a\n- [ ] '), ...bytes);
    expect(() => decodeText(file)).toThrow(
      expect.objectContaining({ line: 3, problem: { code: 'unknown-encoding' } }),
    );
  });

  test.each<[string, readonly number[], number]>([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], 1],
    ['an archive', [0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0, 0xff, 0x93], 1],
    ['bytes without a nought', [0xff, 0xd8, 0x01, 0xe0, 0x10, 0x4a], 1],
    ['a nought in a text', [0x61, 0x0a, 0x62, 0x00, 0x63, 0x63, 0x63], 2],
    ['UTF-16 with half a letter', [0xff, 0xfe, 0x2d, 0x00, 0x3d, 0xd8], 1],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0], 1],
  ])('%s is no text', (_, bytes, line) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ line, problem: { code: 'not-text' } }),
    );
  });
});

test('no bytes become a replacement character', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const read = decodeOrRefuse(bytes);
      const isUtf8 = !(read instanceof RoadmapError) && read.encoding === 'utf-8';
      const isWindows = !(read instanceof RoadmapError) && read.encoding.startsWith('windows');
      expect(isWindows && read.text.includes('\uFFFD')).toBe(false);
      expect(isUtf8 ? Buffer.from(read.text) : Buffer.from(bytes)).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 300 },
  );
});

/** Errors other than a refusal pass through. */
function decodeOrRefuse(bytes: Uint8Array): ReturnType<typeof decodeText> | RoadmapError {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof RoadmapError) return error;
    throw error;
  }
}
