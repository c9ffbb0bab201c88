import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { many, post, verdict, type Row } from './ask.ts';

const embeds = (...list: readonly object[]): ReturnType<typeof post> => post({ embeds: list });
const long = (length: number): string => 'x'.repeat(length);
const tooMuch = 'embeds MAX_EMBED_SIZE_EXCEEDED';

const rows: Row[] = [
  ['6,000 in two', embeds({ description: long(4000) }, { description: long(2000) }), []],
  ['6,001 in two', embeds({ description: long(4000) }, { description: long(2001) }), [tooMuch]],
  [
    '6,001 over every counted part',
    embeds({
      title: long(256),
      description: long(4096),
      fields: [{ name: long(256), value: long(1024) }],
      footer: { text: long(256) },
      author: { name: long(113) },
    }),
    [tooMuch],
  ],
  [
    '6,000 over every counted part, with URLs that do not count',
    embeds({
      title: long(256),
      url: 'https://example.org/acid',
      description: long(4096),
      fields: [{ name: long(256), value: long(1024) }],
      footer: { text: long(256) },
      author: { name: long(112), url: 'https://example.org' },
    }),
    [],
  ],
  ['10 embeds', embeds(...many(10, () => ({ title: 'a' }))), []],
  ['11 embeds', embeds(...many(11, () => ({ title: 'a' }))), ['embeds BASE_TYPE_MAX_LENGTH']],
  ['a title of 257', embeds({ title: long(257) }), ['embeds.0.title BASE_TYPE_MAX_LENGTH']],
  [
    'a description of 4,097',
    embeds({ description: long(4097) }),
    ['embeds.0.description BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a footer of 2,049',
    embeds({ footer: { text: long(2049) } }),
    ['embeds.0.footer.text BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an author of 257',
    embeds({ author: { name: long(257) } }),
    ['embeds.0.author.name BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a field value of 1,025',
    embeds({ fields: [{ name: 'a', value: long(1025) }] }),
    ['embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH'],
  ],
  [
    '26 fields',
    embeds({ fields: many(26, () => ({ name: 'a', value: 'b' })) }),
    ['embeds.0.fields BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a field without a value',
    embeds({ fields: [{ name: 'a', value: ' ' }] }),
    ['embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
  ],
  ['an empty embed', embeds({ color: 1 }), ['embeds.0.description BASE_TYPE_REQUIRED']],
  ['only a picture', embeds({ image: { url: 'https://example.org/a.png' } }), []],
  ['a colour beyond white', embeds({ title: 'a', color: 0x1_00_00_00 }), ['embeds.0.color NUMBER_TYPE_MAX']],
  ['a time with an offset', embeds({ title: 'a', timestamp: '2026-01-05T09:00:00.000+03:00' }), []],
  [
    'a picture from a file of this machine',
    embeds({ image: { url: 'file:///etc/hosts' } }),
    ['embeds.0.image.url URL_TYPE_INVALID_SCHEME'],
  ],
  [
    'a picture from a host without a dot',
    embeds({ image: { url: 'https://localhost/a.png' } }),
    ['embeds.0.image.url URL_TYPE_INVALID_URL'],
  ],
  [
    'a link to a host without a dot',
    embeds({ title: 'a', url: 'https://localhost/a' }),
    ['embeds.0.url URL_TYPE_INVALID_URL'],
  ],
  [
    'a picture that was not uploaded',
    embeds({ image: { url: 'attachment://week.png' } }),
    ['embeds.0.image.url ATTACHMENT_NOT_FOUND'],
  ],
];

test.each(rows)('%s', (_what, request, faults) => {
  expect(verdict(request)).toEqual(faults);
});

test('embeds pass exactly if their texts have at most 6,000 characters together', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 1600 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(lengths, (parts) => {
      const isShort = parts.reduce((sum, length) => sum + length, 0) <= 6000;
      expect(verdict(embeds(...parts.map((length) => ({ description: long(length) }))))).toEqual(
        isShort ? [] : [tooMuch],
      );
    }),
  );
});
