import { expect, test } from 'vitest';
import { NOTHING, receive } from '../../../playground/page/state.ts';
import type { MessageView, RequestView } from '../../../playground/web/protocol.ts';

/** Only what the state looks at. */
const message = (id: string, content = ''): MessageView => {
  const partial: Partial<MessageView['json']> = { id, channel_id: 'c', content };
  return { json: partial as MessageView['json'], ephemeral: false, used: null };
};
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

test('messages come, change in their place, and go', () => {
  let state = receive(NOTHING, { kind: 'messages', channelId: 'c', messages: [message('1')] });
  state = receive(state, { kind: 'message', message: message('2') });
  state = receive(state, { kind: 'message', message: message('1', 'edited') });
  expect(state.messages['c']?.map(({ json }) => `${json.id}${json.content}`)).toEqual(['1edited', '2']);
  state = receive(state, { kind: 'gone', channelId: 'c', id: '1' });
  expect(state.messages['c']?.map(({ json }) => json.id)).toEqual(['2']);
});

test('requests stand newest first, each once, and not for ever', () => {
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
