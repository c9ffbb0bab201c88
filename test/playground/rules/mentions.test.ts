import { expect, test } from 'vitest';
import { answer, edit, many, post, text, V2, verdict, type Row } from './ask.ts';

const id = (index: number): string => String(10_000 + index);
const mentions = (allowed_mentions: unknown): ReturnType<typeof post> =>
  post({ content: 'a', allowed_mentions });
const missing = 'allowed_mentions BASE_TYPE_REQUIRED';

const rows: Row[] = [
  ['nobody', mentions({ parse: [] }), []],
  ['not said', mentions(undefined), [missing]],
  ['not said in words', mentions(null), [missing]],
  ['said without parse', mentions({ users: ['1'] }), [missing]],
  ['not said in a reply', answer(4, { content: 'a' }), [`data.${missing}`]],
  [
    'not said in a follow-up',
    post({ content: 'a', allowed_mentions: undefined }, { path: '/webhooks/1/token' }),
    [missing],
  ],
  ['not said in an edit with content', edit({ content: 'a', allowed_mentions: undefined }), [missing]],
  [
    'not said in an edit with text',
    edit({ ...V2, components: [text('a')], allowed_mentions: undefined }),
    [missing],
  ],
  [
    'not said in an edit that takes the buttons away',
    edit({ components: [], allowed_mentions: undefined }, { content: 'a' }),
    [],
  ],
  ['some roles', mentions({ parse: [], roles: ['1', '2'] }), []],
  [
    'roles parsed and listed',
    mentions({ parse: ['roles'], roles: ['1'] }),
    ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
  ['roles parsed, users listed', mentions({ parse: ['roles'], users: ['1'] }), []],
  ['users parsed and an empty list', mentions({ parse: ['users'], users: [] }), []],
  ['an unknown kind', mentions({ parse: ['members'] }), ['allowed_mentions.parse.0 BASE_TYPE_CHOICES']],
  ['100 users', mentions({ parse: [], users: many(100, id) }), []],
  [
    '101 users',
    mentions({ parse: [], users: many(101, id) }),
    ['allowed_mentions.users BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a user twice',
    mentions({ parse: [], users: ['1', '1'] }),
    ['allowed_mentions.users SET_TYPE_ALREADY_CONTAINS_VALUE'],
  ],
];

test.each(rows)('the people whom a message may notify: %s', (_what, request, faults) => {
  expect(verdict(request)).toEqual(faults);
});
