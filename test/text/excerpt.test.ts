import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../src/text/excerpt.ts';
import { words } from '../../src/text/fold.ts';

/** An excerpt with the found words in brackets. */
function shown(text: string, typed: string, max = 60): string {
  const { pieces, goesBefore, goesAfter } = excerptOf(text, words(typed), max);
  const middle = pieces.map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text)).join('');
  return `${goesBefore ? '… ' : ''}${middle}${goesAfter ? ' …' : ''}`;
}

describe('the marked words', () => {
  test.each([
    ['Caching is fast', 'cach', '[Caching] is fast'],
    ['Isı ve ışık', 'isi', '[Isı] ve ışık'],
    ['Resize the pictures when they come', 'the', 'Resize [the] pictures when they come'],
    ['They rest; the others work', 'the res', 'They [rest]; [the] others work'],
    ['They come, and then go', 'the', '[They] come, and [then] go'],
    ['ISI, ısı ve İSİ', 'ısı', '[ISI], [ısı] ve [İSİ]'],
    ['naïve café', 'cafe naive', '[naïve] [café]'],
    ['caf\u0065\u0301 noir', 'café', '[caf\u0065\u0301] noir'],
    ['C++ and C#, not C', 'c++', '[C++] and C#, not C'],
    ['C, and not CDN', 'c', '[C], and not CDN'],
    ['an API’s API', 'apis', 'an [API’s] API'],
    ['nothing here', 'else', 'nothing here'],
    ['', 'word', ''],
    ['word', '', 'word'],
  ])('%j, looked for %j', (text, typed, expected) => {
    expect(shown(text, typed)).toBe(expected);
  });
});

describe('the shown part', () => {
  const filler = 'lorem ipsum dolor sit amet '.repeat(20);

  test('is the one around the found word, cut between words', () => {
    expect(shown(`${filler}the needle is here. ${filler}`, 'needle')).toMatch(
      /^… (\w+ )+the \[needle\] is here\. (\w+ ?)+ …$/,
    );
  });

  test('is cut within a word if the last end of a word would leave less than half of it', () => {
    const [short, long] = ['x'.repeat(24), 'y'.repeat(100)];
    expect(shown(`${short} ${long}`, 'nothing', 50)).toBe(`${short} ${'y'.repeat(25)} …`);
    const more = 'x'.repeat(26);
    expect(shown(`${more} ${long}`, 'nothing', 50)).toBe(`${more} …`);
  });

  test('is the one with the most different words', () => {
    const text = `red red red ${filler}red and blue ${filler}blue`;
    expect(shown(text, 'red blue')).toContain('[red] and [blue]');
  });

  test.each([30, 100])('keeps emoji whole, wherever the text is cut: %i characters', (max) => {
    const families = '👩‍👩‍👧'.repeat(60);
    expect(shown(families, 'nothing', max)).toMatch(/^(?:👩‍👩‍👧)+ …$/);
  });

  test('is the beginning if nothing was found', () => {
    expect(shown(`first ${filler}`, 'needle')).toMatch(/^first lorem/);
  });
});

test('is a part of the text, and no longer than asked, for any text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('ısı', 'C++', ' ', '👩‍👩‍👧', 'e\u0301')),
      ),
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 1, max: 80 }),
      (parts, typed, max) => {
        const text = parts.join(' ');
        const { pieces, goesBefore, goesAfter } = excerptOf(text, words(typed), max);
        const whole = pieces.map((piece) => piece.text).join('');
        expect(text).toContain(whole);
        expect(whole.length).toBeLessThanOrEqual(max);
        expect(goesBefore || goesAfter || whole.trim() === text.trim()).toBe(true);
        for (const piece of pieces.filter(({ isFound }) => isFound)) {
          const own = words(piece.text);
          expect(words(typed).some((word) => own.some((one) => one.startsWith(word)))).toBe(true);
        }
      },
    ),
  );
});

test('a long text with a match in every word takes no longer than its length needs', () => {
  const text = 'ab '.repeat(200_000);
  expect(shown(text, 'a b ab', 60)).toContain('[ab]');
});
