import { expect, test } from 'vitest';
import { NOTHING, receive } from '../../../playground/page/state.ts';
import type { MessageView, RequestView } from '../../../playground/web/protocol.ts';

const message = (id: string, content = ''): MessageView => ({
  json: {
    id,
    channel_id: 'c',
    type: 0,
    author: {
      id: '1',
      username: 'ana',
      global_name: 'Ana',
      discriminator: '0',
      avatar: null,
      public_flags: 0,
      flags: 0,
      primary_guild: null,
    },
    content,
    timestamp: '2026-11-20T09:00:00.000000+00:00',
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
  },
  ephemeral: false,
  used: null,
});
const request = (number: number): RequestView => ({
  number,
  at: 0,
  method: 'GET',
  path: '/',
  status: 200,
  ms: 1,
  body: null,
  files: [],
  refusal: null,
});

test('messages are added, changed in place, and removed', () => {
  let state = receive(NOTHING, { kind: 'messages', channelId: 'c', messages: [message('1')] });
  state = receive(state, { kind: 'message', message: message('2') });
  state = receive(state, { kind: 'message', message: message('1', 'edited') });
  expect(state.messages['c']?.map(({ json }) => `${json.id}${json.content}`)).toEqual(['1edited', '2']);
  state = receive(state, { kind: 'gone', channelId: 'c', id: '1' });
  expect(state.messages['c']?.map(({ json }) => json.id)).toEqual(['2']);
});

test('requests are listed newest first, each once, and not without end', () => {
  let state = receive(NOTHING, { kind: 'requests', requests: [request(1), request(2)] });
  state = receive(state, { kind: 'requests', requests: [request(2), request(3)] });
  expect(state.requests.map((each) => each.number)).toEqual([3, 2, 1]);
  state = receive(state, {
    kind: 'requests',
    requests: Array.from({ length: 300 }, (_, at) => request(at + 4)),
  });
  expect(state.requests).toHaveLength(200);
  expect(state.requests[0]?.number).toBe(303);
});
