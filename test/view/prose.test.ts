import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calm, pagesOf, prose } from '../../src/view/prose.ts';

describe('a long text of a member', () => {
  test.each([
    ['keeps its Markdown', '# Title\n\n- **bold** `code`', '# Title\n\n- **bold** `code`'],
    ['hides no address behind a label', '[bank](https://evil.test)', '[bank]\u200B(https://evil.test)'],
    ['nor one behind a mark', '[a]( <HTTPS\\://evil.test>)', '[a]\u200B( <HTTPS\\://evil.test>)'],
    ['leaves code as it can be copied', '`on[0](event: E)` d["a"](b)', '`on[0](event: E)` d["a"](b)'],
    ['keeps addresses that can be seen', 'see https://a.test', 'see https://a.test'],
    ['is not turned around', 'a\u202Eb\u2066c', 'abc'],
    ['keeps lines and tabs', 'a\r\n\tb\rc', 'a\n\tb\nc'],
    ['keeps families together', '👨\u200D👩\u200D👧', '👨\u200D👩\u200D👧'],
  ])('%s', (_case, written, shown) => {
    expect(prose(written)).toBe(shown);
  });

  test('never contains a masked link, whatever was written', () => {
    const pieces = fc.array(
      fc.constantFrom('[', ']', '(', ')', '<', ' ', 'a', '\u200B', '\u202E', '\n', 'http', '://', 'x', '`'),
    );
    fc.assert(
      fc.property(pieces, (written) => {
        expect(prose(written.join(''))).not.toMatch(/\]\(\s*<?\s*http:/);
      }),
    );
  });
});

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Letters and emoji as a reader sees them, without the space between. */
function letters(text: string): readonly string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment).filter((letter) => letter.trim() !== '');
}

describe('long text in pages', () => {
  test.each<[string, string, string[]]>([
    ['short text is one page', 'short', ['short']],
    ['cut between paragraphs', `${'a'.repeat(20)}\n\n${'b'.repeat(20)}`, ['a'.repeat(20), 'b'.repeat(20)]],
    ['cut between words', `${'a'.repeat(20)} ${'b'.repeat(20)}`, ['a'.repeat(20), 'b'.repeat(20)]],
    [
      'code is closed and opened again',
      `\`\`\`\n${'a'.repeat(15)}\n${'b'.repeat(15)}\n\`\`\``,
      [`\`\`\`\n${'a'.repeat(15)}\n\`\`\``, `\`\`\`\n${'b'.repeat(15)}\n\`\`\``],
    ],
  ])('%s', (_case, text, pages) => {
    expect(pagesOf(text, 32)).toEqual(pages);
  });

  test.each([0, 1, 2, 3, 4])('without any space and with %i letters before it, no emoji is cut', (before) => {
    const text = `${'a'.repeat(before)}${'👩\u200D🚀'.repeat(20)}`;
    const pages = pagesOf(text, 32);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap(letters)).toEqual(letters(text));
  });

  test('loses only space between pages, and no page is too long', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'ş', '\n', ' ', '👩\u200D🚀', 'word '),
      maxLength: 400,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 80 }), (text, max) => {
        const pages = pagesOf(text, max);
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(max);
        expect(pages.flatMap(letters)).toEqual(letters(text));
      }),
    );
  });
});

test.each([
  ['## Atomic\nAll or nothing', '**Atomic**\nAll or nothing'],
  ['# **Bold** title #', '**Bold title**'],
  ['```\n# a comment\n```\n# After', '```\n# a comment\n```\n**After**'],
  ['#tag and # not a heading', '#tag and # not a heading'],
  ['# ', '# '],
])('headings become bold lines, except in code: %j', (written, shown) => {
  expect(calm(written)).toBe(shown);
});
