import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { contained } from '../../src/text/contained.ts';
import { isFull } from '../size.ts';

const reader = new MarkdownIt('commonmark', { html: true });

/** The headings in a file around a text: one before it, one behind it, and its own highest one. */
function around(text: string, under: number) {
  const file = `# before\n\n${contained(text, under)}\n\n# after\n`;
  const tokens = reader.parse(file, {});
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  const own = headings.slice(1, -1);
  return {
    isFirst: tokens[0]?.tag === 'h1' && tokens[0].level === 0,
    isLast: headings.at(-1)?.tag === 'h1' && headings.at(-1)?.level === 0,
    highest: Math.min(7, ...own.map(({ tag }) => Number(tag.slice(1)))),
    html: tokens.some(
      ({ type, children }) =>
        type === 'html_block' || children?.some((child) => child.type === 'html_inline') === true,
    ),
  };
}

describe('a text in a larger file', () => {
  test.each([
    [
      'stays as it is',
      '**bold** and `code`\n\n- a list\n- of two',
      '**bold** and `code`\n\n- a list\n- of two',
    ],
    ['has its headings below', '# One\n### Three', '##### One\n###### Three'],
    ['underlined ones too', 'One\n===\ntext\n\nTwo\nlines\n---', '##### One\n\ntext\n\n###### Two lines'],
    ['in quotes and lists', '> # One\n\n- # Two', '> ##### One\n\n- ##### Two'],
    ['code keeps its marks', '```sh\n# a comment\n<b>\n```', '```sh\n# a comment\n<b>\n```'],
    ['code in lines, too', 'A `List<String>` of <String>', 'A `List<String>` of \\<String>'],
    ['between backticks as many as before it', '`` ` <b> `` <b>', '`` ` <b> `` \\<b>'],
    ['what is escaped stays so', '\\<b> and \\\\<b>', '\\<b> and \\\\\\<b>'],
    ['an address stays one', 'See <https://example.org/a>', 'See <https://example.org/a>'],
    ['less than is no tag', '1 < 2 and a<3', '1 < 2 and a<3'],
    ['open code is closed', '```\ncode', '```\ncode\n```'],
    ['open code of the other kind, too', '~~~\n```\ncode', '~~~\n```\ncode\n~~~'],
    ['a comment is text', '<!-- so\n# what', '\\<!-- so\n##### what'],
    ['what gets out all the same is code', '- One\n  ===', '```\n- One\n  ===\n```'],
    [
      'whatever its backticks',
      '- `````\n  a\n  # b\n\n- One\n  ===',
      '``````\n- `````\n  a\n  # b\n\n- One\n  ===\n``````',
    ],
    ['ends of lines are those of Unix', '# a\r\nb\rc', '##### a\nb\nc'],
  ])('%s', (_, text, expected) => {
    expect(contained(text, 4)).toBe(expected);
  });

  test('stays in its place, whatever it is', () => {
    const mark = fc.constantFrom(
      '# ',
      '## ',
      '===',
      '---',
      '```',
      '~~~',
      '`',
      '``',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<pre>',
      '<?',
      '<![CDATA[',
      '<!X',
      '<div',
      '>',
      '> ',
      '- ',
      '1. ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '\r',
      '\\',
      '[a]: b',
      '<https://a>',
      'a',
      ' ',
      '*',
      '&lt;',
      '\u0000',
      '\u2028',
    );
    const text = fc.oneof(
      fc.array(mark, { maxLength: 25 }).map((marks) => marks.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (written, under) => {
        const found = around(written, under);
        expect(found).toMatchObject({ isFirst: true, isLast: true, html: false });
        expect(found.highest).toBeGreaterThan(under);
      }),
      { numRuns: isFull ? 3000 : 100 },
    );
  });

  test('is read in time in proportion to its length, even if it is malicious', () => {
    // In quadratic time, the full size would take longer than the time limit of all tests.
    const length = isFull ? 1_000_000 : 40_000;
    for (const evil of [
      '`'.repeat(length),
      '`a``b```c'.repeat(length / 10),
      '<'.repeat(length),
      '\\'.repeat(length),
    ]) {
      expect(contained(evil, 4).length).toBeGreaterThan(0);
    }
  });
});
