import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Finding } from '../../../src/roadmap/remark.ts';
import type { Refusal } from '../../../src/roadmap/roadmap-error.ts';
import { plain } from '../../../src/view/escape.ts';
import { refusalText, remarkText } from '../../../src/view/roadmaps/reading.ts';
import { LANGUAGES } from '../../../src/words/index.ts';

const { en, tr } = LANGUAGES;

describe('a remark is a sentence', () => {
  test.each<[Finding, string, string]>([
    [{ code: 'empty-box' }, 'This box has no text, so it’s left out.', 'Kutunun yanı boş, atlandı.'],
    [
      { code: 'bullets-left-out', boxes: 0, bullets: 186 },
      'There are no boxes, but 186 bullets. Should they be the topics?',
      'Kutu yok ama 186 madde var. Konular onlar mı olsun?',
    ],
    [
      { code: 'bullets-left-out', boxes: 1, bullets: 2 },
      'Only 1 box became a topic. Add 2 bullets?',
      'Yalnızca 1 kutu konu oldu. 2 madde de alınsın mı?',
    ],
    [
      { code: 'paragraph-cut', limit: 10_000 },
      'This paragraph has more than 10,000 characters. Only its beginning is read.',
      'Bu paragraf 10.000 karakterden uzun. Yalnızca başı okundu.',
    ],
    [
      { code: 'unknown-directive', directive: 'minuts', meant: 'minutes' },
      'I don’t know “minuts:”. Did you mean “minutes:”?',
      '“minuts:” nedir bilmiyorum. “minutes:” mi demek istedin?',
    ],
    [{ code: 'bad-value', directive: 'id', value: '' }, '“id:” says nothing.', '“id:” boş kalmış.'],
    [
      { code: 'needs-cycle', keys: ['a', 'b', 'c'] },
      'These topics wait for one another: a, b and c. What they need from later ones doesn’t count.',
      'Bu konular birbirini bekliyor: a, b ve c. Sonrakilere bağlı olanlar sayılmadı.',
    ],
  ])('%j', (finding, english, turkish) => {
    expect(remarkText(en, finding, plain)).toBe(english);
    expect(remarkText(tr, finding, plain)).toBe(turkish);
  });

  test('its quotes of the file have no effect, and are short', () => {
    const address = `./@everyone**${'a'.repeat(200)}.md`;
    const { remarks } = readRoadmap(`- [ ] [x](${address})`);
    expect(remarks).toMatchObject([{ code: 'relative-link' }]);
    const text = remarks.map((remark) => remarkText(en, remark)).join('');
    expect(text).toContain('\\@everyone');
    expect(text).not.toContain('**');
    expect(text.length).toBeLessThan(180);
  });
});

test.each<[Refusal, string, string]>([
  [
    { code: 'too-many-topics', limit: 5000 },
    'That would be more than 5,000 topics. Try a part of the file.',
    'Konu sayısı 5.000 sınırını aşıyor. Dosyanın bir bölümüyle dene.',
  ],
  [
    { code: 'unknown-encoding' },
    'I can’t read the letters here. Save the file as UTF-8 and try again.',
    'Buradaki harfleri okuyamıyorum. Dosyayı UTF-8 olarak kaydedip yeniden dene.',
  ],
])('a refusal says what to do: %j', (refusal, english, turkish) => {
  expect([refusalText(en, refusal), refusalText(tr, refusal)]).toEqual([english, turkish]);
});
