import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { loadFonts } from '../../../src/view/pictures/fonts.ts';
import { drawable } from '../../../src/view/pictures/letters.ts';
import { FONTS } from '../../../src/view/pictures/look.ts';
import { fit, named, titled, wrap } from '../../../src/view/pictures/typeset.ts';

const type = loadFonts(createCanvas(10, 10).getContext('2d'));

describe('the drawn part of a text', () => {
  test.each([
    ['Deniz', 'Deniz'],
    ['Gülşah Işıldağ', 'Gülşah Işıldağ'],
    ['İbrahim', 'İbrahim'],
    ['Ana Žagar', 'Ana Žagar'],
    ['Привет Мир', 'Привет Мир'],
    ['Ελένη Ώρα', 'Ελένη Ώρα'],
    ['Nguyễn Thị Ước', 'Nguyễn Thị Ước'],
    ['Қазақ Өзбек', 'Қазақ Өзбек'],
    // Fancy letters become plain ones, and accents are combined.
    ['𝓕𝓪𝓷𝓬𝔂 Ｗｉｄｅ', 'Fancy Wide'],
    ['Zoe\u0308', 'Zoë'],
    ['Z\u0351\u0308\u0315a\u0321l\u0322g\u0347o', 'Zalgo'],
    // Emoji, alone and joined; flags; keycaps.
    ['Deniz 🦊', 'Deniz 🦊'],
    ['👩🏽‍💻', '👩🏽‍💻'],
    ['🏳️‍🌈 🇹🇷 1️⃣', '🏳️‍🌈 🇹🇷 1️⃣'],
    ['❤️ you', '❤️ you'],
    // Invisible characters, and those that change the direction, are removed.
    ['\u202Eevil\u202C \u200Bx\u0007', 'evil x'],
    ['a\u00ADb', 'ab'],
    ['x\n y\t z', 'x y z'],
    // Signs that no font has are left out, and so are whole words with such a letter.
    ['★ Star ★', 'Star'],
    ['꧁Kral꧂', 'Kral'],
    ['Rust 入門 guide', 'Rust guide'],
    ['C# & C++ → O(n²) ½ ™', 'C# & C++ O(n²) ½ ™'],
    ['100‰ ※ a‐b', '100 a-b'],
    ['田中 健', null],
    // A number or an emoji alone would no longer be the name.
    ['第三章 4', null],
    ['محمد 🦊', null],
    ['4 🚀', '4 🚀'],
    ['محمد', null],
    ['สมชาย', null],
    ['!!! ...', null],
    ['ㅤ', null],
    ['', null],
  ])('%j is %j', (text, drawn) => {
    expect(drawable(text, type)).toBe(drawn);
  });

  test('a name that cannot be drawn is replaced by the user name, which always can', () => {
    expect(named(type, { name: '田中 健', username: 'tanaka.k' }, 'ja')).toEqual({
      name: 'tanaka.k',
      initial: 'T',
    });
    expect(named(type, { name: '田中', username: '田中' }, 'en')).toEqual({ name: '?', initial: '?' });
    expect(titled(type, '入門', 'Topic 12')).toBe('Topic 12');
  });

  test.each([
    ['ipek', 'tr', 'İ'],
    ['ipek', 'en-GB', 'I'],
    ['ırmak', 'tr', 'I'],
    ['ßeta', 'de', 'S'],
    ['.dot', 'en', 'D'],
    ['🦊', 'en', '🦊'],
    ['🦊 Fox', 'en', 'F'],
  ])('the initial of %j in %s is %j', (name, locale, initial) => {
    expect(named(type, { name, username: 'x' }, locale).initial).toBe(initial);
  });
});

describe('a line', () => {
  test('that is too long ends in dots, and is never cut within a letter or an emoji', () => {
    const text = 'Aile 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦 ağacı';
    for (let max = 10; max < 200; max += 1) {
      const shown = fit(type, text, FONTS.body, max);
      expect(shown === '…' || type.measure(shown, FONTS.body) <= max).toBe(true);
      const kept = shown.endsWith('…') ? shown.slice(0, -1) : shown;
      expect(text.startsWith(kept)).toBe(true);
      expect(kept.endsWith('\u200D')).toBe(false);
    }
  });

  test('breaks between words, and fits', () => {
    const lines = wrap(type, 'Indexes and how they work in a database', {
      font: FONTS.body,
      max: 141.5,
      lines: 2,
    });
    expect(lines).toEqual(['Indexes and', 'how they work…']);
    for (const line of lines) expect(type.measure(line, FONTS.body)).toBeLessThanOrEqual(141.5);
  });
});
