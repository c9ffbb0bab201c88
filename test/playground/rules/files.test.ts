import { expect, test } from 'vitest';
import { edit, many, post, text, V2, verdict, type Row } from './ask.ts';

const MiB = 1024 * 1024;
const file = (index: number, name: string, size = 1000): { field: string; name: string; size: number } => ({
  field: `files[${index}]`,
  name,
  size,
});
const week = { files: [file(0, 'week.png')] };
const shown = (url: string): object => ({ type: 12, items: [{ media: { url } }] });
const shows = { ...V2, components: [shown('attachment://week.png')] };
const said = { content: 'a' };
const standing = { content: 'a', attachments: [{ id: '800000000000000001', filename: 'week.png' }] };
const scheme = 'URL_TYPE_INVALID_SCHEME';

const rows: Row[] = [
  ['a file of 10 MiB', post(said, { files: [file(0, 'a.png', 10 * MiB)] }), []],
  ['a file over 10 MiB', post(said, { files: [file(0, 'a.png', 10 * MiB + 1)] }), ['40005']],
  ['25 MiB together', post(said, { files: many(5, (index) => file(index, `${index}.png`, 5 * MiB)) }), []],
  [
    'over 25 MiB together',
    post(said, { files: many(3, (index) => file(index, `${index}.png`, 9 * MiB)) }),
    ['40005'],
  ],
  ['10 files', post(said, { files: many(10, (index) => file(index, `${index}.png`)) }), []],
  [
    '11 files',
    post(said, { files: many(11, (index) => file(index, `${index}.png`)) }),
    ['attachments BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a part of another name',
    post(said, { files: [{ field: 'picture', name: 'a.png', size: 1 }] }),
    ['attachments ATTACHMENT_PART_INVALID'],
  ],
  [
    'two parts of one name',
    post(said, { files: [file(0, 'a.png'), file(0, 'b.png')] }),
    ['attachments ATTACHMENT_PART_INVALID'],
  ],
  ['alt text for the file', post({ ...said, attachments: [{ id: '0', description: 'The week' }] }, week), []],
  [
    'alt text for no file',
    post({ ...said, attachments: [{ id: '1' }] }, week),
    ['attachments.0.id ATTACHMENT_NOT_FOUND'],
  ],

  ['a gallery shows the file', post(shows, week), []],
  [
    'a gallery shows a file that is not there',
    post(shows),
    ['components.0.items.0.media.url ATTACHMENT_NOT_FOUND'],
  ],
  [
    'a gallery shows the file by its new name',
    post(
      { ...V2, components: [shown('attachment://b.png')], attachments: [{ id: '0', filename: 'b.png' }] },
      week,
    ),
    [],
  ],
  [
    'a V2 message shows its file nowhere',
    post({ ...V2, components: [text('a')] }, week),
    ['attachments ATTACHMENT_NOT_SHOWN'],
  ],
  [
    'a File component',
    post({ ...V2, components: [{ type: 13, file: { url: 'attachment://week.png' } }] }, week),
    [],
  ],
  [
    'a File component from the web',
    post({ ...V2, components: [{ type: 13, file: { url: 'https://example.org/a.png' } }] }),
    [`components.0.file.url ${scheme}`],
  ],
  [
    'a thumbnail from the web',
    post({
      ...V2,
      components: [
        {
          type: 9,
          components: [text('a')],
          accessory: { type: 11, media: { url: 'https://example.org/a.png' } },
        },
      ],
    }),
    [],
  ],
  [
    'a gallery from this machine',
    post({ ...V2, components: [shown('file:///etc/hosts')] }),
    [`components.0.items.0.media.url ${scheme}`],
  ],
  [
    'a gallery of data',
    post({ ...V2, components: [shown('data:image/png;base64,AA==')] }),
    [`components.0.items.0.media.url ${scheme}`],
  ],
  [
    'a gallery of no URL',
    post({ ...V2, components: [shown('week.png')] }),
    ['components.0.items.0.media.url URL_TYPE_INVALID_URL'],
  ],
  [
    'a gallery shows the file by its old name',
    post({ ...shows, attachments: [{ id: '0', filename: 'b.png' }] }, week),
    ['components.0.items.0.media.url ATTACHMENT_NOT_FOUND', 'attachments ATTACHMENT_NOT_SHOWN'],
  ],
  [
    'a gallery shows a file whose name Discord changes',
    post({ ...V2, components: [shown('attachment://week+.png')] }, { files: [file(0, 'week+.png')] }),
    ['components.0.items.0.media.url ATTACHMENT_NOT_FOUND'],
  ],
  ['an embed shows the file', post({ embeds: [{ image: { url: 'attachment://week.png' } }] }, week), []],

  [
    'an edit shows the file that stands',
    edit({ embeds: [{ image: { url: 'attachment://week.png' } }] }, standing),
    [],
  ],
  [
    'an edit shows the file that it takes away',
    edit({ attachments: [], embeds: [{ image: { url: 'attachment://week.png' } }] }, standing),
    ['embeds.0.image.url ATTACHMENT_NOT_FOUND'],
  ],
  ['an edit keeps the file', edit({ attachments: [{ id: '800000000000000001' }] }, standing), []],
  [
    'an edit keeps a file that is not there',
    edit({ attachments: [{ id: '9' }] }, standing),
    ['attachments.0.id ATTACHMENT_NOT_FOUND'],
  ],
  ['an edit of an unknown message', edit({ attachments: [{ id: '9' }] }), []],
];

test.each(rows)('%s', (_what, request, faults) => {
  expect(verdict(request)).toEqual(faults);
});
