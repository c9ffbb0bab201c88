import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, inline, maskedLink, plain } from '../../src/view/escape.ts';
import { partOf } from '../size.ts';
import { NAMES, PAYLOADS } from './payloads.ts';
import { marksBut, read } from './reading.ts';

/** Every place in which views put a text of other people. */
const PLACES: Readonly<Record<string, { put: (text: string) => string; own: readonly string[] }>> = {
  alone: { put: (text) => text, own: [] },
  'in a heading': { put: (text) => `## ● ${text}`, own: ['heading'] },
  'a heading': { put: (text) => `### ${text}`, own: ['heading'] },
  'in bold': { put: (text) => `**${text}**`, own: ['strong'] },
  'in small print': { put: (text) => `-# ${text}`, own: ['subtext'] },
  'after a line': { put: (text) => `First line\n${text}\nlast line`, own: [] },
  'between others': { put: (text) => `${text} › ${text} · ${text}`, own: [] },
  'in quotation marks': { put: (text) => `“${text}” is not there.`, own: [] },
  'behind a mention': { put: (text) => `<@234567890123456789>: ${text}, ${text}`, own: ['user'] },
};

/** The letters that marks are made of, and some others. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'\\`*_~|[]()<>#-+:@!&/.0123456789 "\'=%'.split(''),
      'a',
      'http',
      'https://',
      'everyone',
      '\n',
    ),
    fc.constantFrom(...PAYLOADS),
    fc.constantFrom('\u200B', '\u202E', '\u2067', '\u2069', '\uFEFF', '\u0000', 'א', '👩‍👩‍👧‍👦', '\uD800', 'İ'),
  ),
  maxLength: 30,
});

/** Each place gets a part of the texts in turn, or all of them in the full size. */
const places = Object.entries(PLACES).map(([name, place], at) => ({
  ...place,
  name,
  payloads: partOf(PAYLOADS, at, 3),
}));

describe.each(places)('a hostile text, $name', ({ put, own, payloads }) => {
  test.each(payloads)('has no effect: %s', (payload) => {
    const put1 = put(inline(payload));
    expect(marksBut(put1, ...own)).toEqual([]);
    expect(read(put1).seen).toContain(plain(payload));
  });

  test('has no effect, whatever it is, and shows what was typed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = put(inline(text));
        // An empty name shows nothing except the marks around it.
        fc.pre(plain(text) !== '');
        expect(marksBut(shown, ...own)).toEqual([]);
        expect(read(shown).seen).toContain(plain(text));
      }),
    );
  });

  test('has no effect where it is cut', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, length) => {
        fc.pre(plain(text) !== '');
        expect(marksBut(put(clip(inline(text), length)), ...own)).toEqual([]);
      }),
    );
  });
});

/** Whether every isolate that is opened is closed, and none is closed that was not opened. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) open += 1;
    if (character === '\u2069') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

describe('a name', () => {
  const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

  test.each(NAMES)('%j is one line without invisible characters', (name) => {
    for (const text of [plain(name), inline(name)]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200B\u2060\u202A-\u202E\uFEFF\u{E0000}-\u{E007F}]/u);
      expect(text.isWellFormed()).toBe(true);
      expect(text.normalize('NFC')).toBe(text);
    }
  });

  test.each(NAMES)('%j does not change the direction of the text beside it', (name) => {
    for (let length = 1; length <= 90; length += 1) expect(isBalanced(clip(inline(name), length))).toBe(true);
    expect(/^\u2068.*\u2069$/su.test(inline(name))).toBe(RIGHT_TO_LEFT.test(name));
  });

  test.each(NAMES)('%j is cut between letters, and is never too long', (name) => {
    const letters = new Set([...new Intl.Segmenter('en').segment(plain(name))].map(({ segment }) => segment));
    for (let length = 1; length <= 120; length += 1) {
      const cut = clip(plain(name), length);
      expect(cut.length).toBeLessThanOrEqual(length);
      const kept = [...new Intl.Segmenter('en').segment(cut.replace(/…$/, ''))];
      for (const { segment } of kept) expect(letters).toContain(segment);
    }
  });

  test('stays in its place, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostile, fc.constantFrom(...NAMES))),
        fc.integer({ min: 1, max: 200 }),
        (names, length) => {
          const cut = clip(names.map(inline).join(' › '), length);
          expect(cut.length).toBeLessThanOrEqual(length);
          expect(isBalanced(cut)).toBe(true);
        },
      ),
    );
  });
});

describe('a link of a roadmap', () => {
  const URLS = [
    'https://good.example/a)(b',
    'https://good.example/)[x](https://evil.example)',
    'https://good.example/>) [x](<https://evil.example>',
    'https://good.example/ (x)',
    'https://good.example/\\',
    'https://good.example/`**||`',
    'https://good.example/"onmouseover="x',
    'https://good.example/\n# heading',
    'https://good.example/@everyone<@&123456789012345678>',
    'https://good.example/İ/ü?q=<t:0:R>#-',
  ];

  test.each(
    URLS.flatMap((url, at) => partOf(PAYLOADS, at, URLS.length).map((label) => [label, url] as const)),
  )('with the label %s leads to %s and nowhere else', (label, url) => {
    const { marks } = read(`Read: ${maskedLink(label, url)} · the end`);
    expect(marks.map(({ kind }) => kind)).toEqual(['link']);
    expect(new URL(marks[0]?.target ?? '').host).toBe('good.example');
  });

  test.each([
    ['https://bank.example/login', 'https://evil.example/x'],
    ['bank.example', 'https://evil.example/x'],
    ['Log in at www.bank.example now', 'https://evil.example/x'],
    ['bank.example/login', 'https://bank.example.evil.example/login'],
    ['BANK.example', 'http://evil.example'],
    ['b\u200Bank.example', 'http://evil.example'],
  ])('with the label %s does not hide that it leads to %s', (label, url) => {
    expect(read(maskedLink(label, url)).seen).toContain('evil.example');
  });

  test.each([
    ['The practical test pyramid', 'https://martinfowler.com/articles/practical-test-pyramid.html'],
    ['en.wikipedia.org/wiki/ACID', 'https://en.wikipedia.org/wiki/ACID'],
    ['Wikipedia.org', 'https://en.wikipedia.org/wiki/ACID'],
    ['v1.2 to v2.0, e.g. this', 'https://example.org/'],
  ])('with the label %s leads to %s and is left alone', (label, url) => {
    expect(read(maskedLink(label, url)).seen).toBe(label);
  });
});
