import { expect, test } from 'vitest';
import { checkAnswer } from '../../../playground/rules/index.ts';
import { channel } from './ask.ts';

const user = {
  id: '1',
  username: 'alice',
  global_name: 'Alice',
  discriminator: '0',
  avatar: null,
  public_flags: 0,
  flags: 0,
  primary_guild: null,
};
const message = {
  id: '2',
  channel_id: channel,
  type: 0,
  author: user,
  content: 'a',
  timestamp: '2026-01-05T09:00:00.000000+00:00',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  flags: 0,
};
const list = `/channels/${channel}/messages`;
const form = {
  code: 50035,
  message: 'Invalid Form Body',
  errors: { content: { _errors: [{ code: 'A', message: 'b' }] } },
};

test.each<[string, string, string, number, unknown, string | null]>([
  ['a gateway', 'GET', '/gateway', 200, { url: 'wss://127.0.0.1' }, null],
  ['a gateway without its address', 'GET', '/gateway', 200, {}, 'url: url is required'],
  ['a message', 'POST', list, 200, message, null],
  ['messages', 'GET', list, 200, [message], null],
  [
    'a message without an author',
    'POST',
    list,
    200,
    { ...message, author: undefined },
    'author: author is required',
  ],
  [
    'a message of a number',
    'POST',
    list,
    200,
    { ...message, content: 5 },
    'content: content is of type string, not 5',
  ],
  [
    'an instant that is none',
    'POST',
    list,
    200,
    { ...message, timestamp: 'today' },
    'timestamp: timestamp is well formed (datetime); "today" is not',
  ],
  ['nothing where a message is due', 'POST', list, 200, undefined, 'The answer: The body is required'],
  [
    'a status of its own',
    'POST',
    list,
    201,
    message,
    'POST /channels/{channel_id}/messages does not answer 201',
  ],
  ['nothing', 'DELETE', `${list}/2`, 204, undefined, null],
  ['an empty text for nothing', 'DELETE', `${list}/2`, 204, '', null],
  ['something for nothing', 'DELETE', `${list}/2`, 204, {}, `DELETE ${list}/2: 204 has no body`],
  ['a refusal', 'POST', list, 400, form, null],
  [
    'a refusal without its number',
    'POST',
    list,
    403,
    { message: 'Missing Access' },
    'code: code is required',
  ],
  ['a refusal of a route', 'GET', '/nowhere', 404, { code: 0, message: '404: Not Found' }, null],
  ['a limit', 'POST', list, 429, { message: 'Slow down', retry_after: 0.5, global: false }, null],
  [
    'a limit without its end',
    'POST',
    list,
    429,
    { message: 'Slow down', global: false },
    'retry_after: retry_after is required',
  ],
  ['a failure', 'POST', list, 502, 'Bad Gateway', null],
  ['a route of its own', 'GET', '/nowhere', 200, {}, 'The description has no GET /nowhere'],
])('%s', (_what, method, path, status, body, wrong) => {
  expect(checkAnswer({ method, path, status, body })).toBe(wrong);
});
