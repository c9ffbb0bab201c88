import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { character } from '../characters.ts';
import { ANKI_HEAD, type AnkiCard, ankiRecord } from '../../src/study/anki.ts';
import { toCsv } from '../../src/text/csv.ts';
import { readCsv } from '../text/rfc4180.ts';

const ANY = fc.oneof(fc.string({ unit: character }), fc.stringMatching(/^[=+\-@\t\r\n",' ;a]{0,12}$/));

describe('CSV', () => {
  test('comes back as it was, except for formulas of a spreadsheet', () => {
    fc.assert(
      fc.property(fc.array(fc.array(ANY, { minLength: 1, maxLength: 4 })), (rows) => {
        const safe = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
        expect(readCsv(toCsv(rows))).toEqual(safe);
      }),
    );
  });

  test.each([
    '=1+1',
    '=HYPERLINK("https://evil.example","x")',
    "=cmd|' /C calc'!A0",
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=1\r\n=2',
    '"=1"',
    '","=1',
  ])('no field is a formula: %j', (payload) => {
    const rows = readCsv(toCsv([[payload, 'b', payload]]));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveLength(3);
    for (const cell of rows[0] ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

const ankiFile = (cards: readonly AnkiCard[]): string => ANKI_HEAD + cards.map(ankiRecord).join('');

const card = (text: string): AnkiCard => ({
  topicId: '-q3Xb_8d0Lk2',
  question: text,
  place: ['Main Roadmap', 'More on Databases'],
  cues: [text],
  answers: [{ heading: 'Cheat sheet', text }],
  tags: ['main-roadmap', 'more-on-databases'],
});

describe('the file for Anki', () => {
  test('says how it is to be read, in records like the others', () => {
    expect(ankiFile([card('a')])).toBe(
      '#separator:Comma,,,\r\n#html:true,,,\r\n#guid column:1,,,\r\n#tags column:4,,,\r\n' +
        '"roadmate--q3Xb_8d0Lk2","a<br>Main Roadmap › More on Databases<br>• a","<b>Cheat sheet</b><br>a","main-roadmap more-on-databases"\r\n',
    );
  });

  test('has one record for each card, with four fields like all the others, whatever it contains', () => {
    fc.assert(
      fc.property(fc.array(ANY, { maxLength: 5 }), (texts) => {
        const [first, second, third, fourth, ...rows] = readCsv(ankiFile(texts.map(card)));
        expect([first, second, third, fourth]).toEqual([
          ['#separator:Comma', '', '', ''],
          ['#html:true', '', '', ''],
          ['#guid column:1', '', '', ''],
          ['#tags column:4', '', '', ''],
        ]);
        expect(rows).toHaveLength(texts.length);
        for (const row of rows) {
          expect(row).toHaveLength(4);
          // For Anki, a line that begins with # is a comment. Line ends within fields would confuse spreadsheets.
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]|[\r\n]/);
        }
      }),
    );
  });

  test('shows text as text: no tag, no picture, no field of another card', () => {
    const evil = '<script>x</script> <img src=x onerror=y> &lt; {{c1::x}} {{Front}}';
    const [, , , , row] = readCsv(ankiFile([card(evil)]));
    const tags = [...(row ?? []).join('').matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    expect(new Set(tags)).toEqual(new Set(['<br>', '<b>', '</b>']));
    expect(row?.[2]).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(row?.[2]).toContain('&amp;lt;');
  });

  test('keeps lines and indents', () => {
    const [, , , , row] = readCsv(ankiFile([card('if x:\n    y\r\nz')]));
    expect(row?.[2]).toContain('if x:<br>&nbsp;&nbsp;&nbsp;&nbsp;y<br>z');
  });
});
