import { expect, test } from 'vitest';
import { answer, button, edit, nobody, post, row, text, V2, verdict, type Row } from './ask.ts';

const webhook = (body: object): ReturnType<typeof post> =>
  post(body, { path: '/webhooks/100000000000000001/aW50ZXJhY3Rpb24' });
const legacy = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
const poll = { question: { text: 'Which?' }, answers: [{ poll_media: { text: 'ACID' } }] };

const rows: Row[] = [
  ['some content', post({ content: 'Well done' }), []],
  [
    'what discord.js adds',
    post({ content: 'a', tts: false, enforce_nonce: false, nonce: '1', embeds: null }),
    [],
  ],
  ['2,000 characters', post({ content: 'x'.repeat(2000) }), []],
  ['2,001 characters', post({ content: 'x'.repeat(2001) }), ['content BASE_TYPE_MAX_LENGTH']],
  ['2,001 code units in 1,001 emoji', post({ content: '😀'.repeat(1001) }), ['content BASE_TYPE_MAX_LENGTH']],
  [
    '2,001 characters in a follow-up',
    webhook({ content: 'x'.repeat(2001) }),
    ['content BASE_TYPE_MAX_LENGTH'],
  ],
  ['a number for content', post({ content: 5 }), ['content STRING_TYPE_CONVERT']],
  ['a nonce of 25', post({ content: 'a', nonce: 'n'.repeat(25), enforce_nonce: true }), []],
  ['a nonce of 26', post({ content: 'a', nonce: 'n'.repeat(26) }), ['nonce BASE_TYPE_MAX_LENGTH']],

  ['nothing at all', post({}), ['50006']],
  ['blank content', post({ content: ' \n\t ' }), ['50006']],
  ['empty lists', post({ embeds: [], components: [] }), ['50006']],
  ['an empty V2 message', post({ ...V2, components: [] }), ['50006']],
  ['an empty reply', answer(4, nobody), ['50006']],
  ['an empty follow-up', webhook({}), ['50006']],
  ['only a component', post({ components: [row(button('a'))] }), []],
  ['only a poll', post({ poll }), []],
  ['only a sticker', post({ sticker_ids: ['500000000000000001'] }), []],
  ['only a file', post({}, { files: [{ field: 'files[0]', name: 'a.png', size: 1 }] }), []],
  ['a reply without content', post({ message_reference: { message_id: '1' } }), ['50006']],
  ['an edit that leaves nothing', edit({ content: '' }, { content: 'old' }), ['50006']],
  ['an edit that clears with null', edit({ content: null }, { content: 'old' }), ['50006']],
  ['an edit that leaves the embed', edit({ content: '' }, { content: 'old', embeds: [{}] }), []],
  ['an edit of an unknown message', edit({ content: '' }), []],
  ['an edit that changes nothing', edit({}, { content: 'old' }), []],
  ['an edit of what was only promised', edit({}, { flags: 128 }), ['50006']],

  ['V2 with text', post({ ...V2, components: [text('a')] }), []],
  ['V2 with content', post({ ...V2, content: 'a', components: [text('a')] }), [`content ${legacy}`]],
  [
    'V2 with an embed',
    post({ ...V2, embeds: [{ title: 'a' }], components: [text('a')] }),
    [`embeds ${legacy}`],
  ],
  ['V2 with a poll', post({ ...V2, poll, components: [text('a')] }), [`poll ${legacy}`]],
  [
    'V2 with a sticker',
    post({ ...V2, sticker_ids: ['1'], components: [text('a')] }),
    [`sticker_ids ${legacy}`],
  ],
  ['V2 with nothing of these', post({ ...V2, content: '', embeds: [], components: [text('a')] }), []],
  [
    'a V2 reply with content',
    answer(4, { ...nobody, ...V2, content: 'a', components: [text('a')] }),
    [`data.content ${legacy}`],
  ],
  [
    'an edit to V2 that clears',
    edit({ ...V2, content: null, components: [text('a')] }, { content: 'old' }),
    [],
  ],
  [
    'an edit to V2 that leaves the content',
    edit({ ...V2, components: [text('a')] }, { content: 'old' }),
    [`content ${legacy}`],
  ],
  ['content into a V2 message', edit({ content: 'a' }, V2), [`content ${legacy}`]],
  ['V2 again without repeating the flag', edit({ components: [text('a')] }, V2), []],
  [
    'taking the V2 flag away',
    edit({ flags: 4, components: [text('a')] }, V2),
    ['flags MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG'],
  ],

  ['silent and without previews', post({ content: 'a', flags: 4 | 4096 }), []],
  ['an ephemeral post', post({ content: 'a', flags: 64 }), ['flags MESSAGE_FLAGS_INVALID']],
  ['an ephemeral reply', answer(4, { ...nobody, content: 'a', flags: 64 }), []],
  ['an ephemeral follow-up', webhook({ content: 'a', flags: 64 }), []],
  ['an edit that turns ephemeral', edit({ flags: 64 }, { content: 'a' }), ['flags MESSAGE_FLAGS_INVALID']],
  ['an edit that repeats ephemeral', edit({ flags: 64 }, { content: 'a', flags: 64 }), []],
];

test.each(rows)('%s', (_what, request, faults) => {
  expect(verdict(request)).toEqual(faults);
});
