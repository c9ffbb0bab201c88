import { expect, test } from 'vitest';
import { checkRequest } from '../../../playground/rules/index.ts';
import { channel, verdict } from './ask.ts';

const messages = `/channels/${channel}/messages`;

test.each<[string, string, Record<string, string>, string[]]>([
  ['ids', messages, {}, []],
  ['a word for an id', '/channels/general/messages', {}, ['channel_id NUMBER_TYPE_COERCE']],
  ['nothing for an id', '/channels//messages', {}, ['0']],
  ['undefined for an id', '/channels/undefined', {}, ['channel_id NUMBER_TYPE_COERCE']],
  ['100 messages', messages, { limit: '100' }, []],
  ['101 messages', messages, { limit: '101' }, ['limit NUMBER_TYPE_MAX']],
  ['no messages', messages, { limit: '0' }, ['limit NUMBER_TYPE_MAX']],
  ['messages after an id', messages, { after: channel }, []],
  ['messages after a word', messages, { after: 'yesterday' }, ['after NUMBER_TYPE_COERCE']],
  ['the original reply', `/webhooks/${channel}/aW50.ZXI_-x/messages/@original`, {}, []],
  ['the own user', '/users/@me', {}, []],
  ['a path that Discord has not', '/channels', {}, ['0']],
  ['a trailing slash', '/gateway/', {}, ['0']],
])('a path with %s', (_what, path, query, faults) => {
  expect(verdict({ method: 'GET', path, query })).toEqual(faults);
});

test('an unknown path gets a 404 that says where routes are listed', () => {
  expect(checkRequest({ method: 'GET', path: '/nowhere' })).toMatchObject({
    status: 404,
    message: '404: Not Found',
    rule: expect.stringContaining('GET /nowhere'),
  });
});
