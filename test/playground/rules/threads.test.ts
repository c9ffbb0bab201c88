import { expect, test } from 'vitest';
import { channel, message, verdict } from './ask.ts';

test.each<[string, object, string[]]>([
  ['a name', { name: 'ACID' }, []],
  ['a name of 100', { name: 'x'.repeat(100), auto_archive_duration: 1440 }, []],
  ['a name of 101', { name: 'x'.repeat(101) }, ['name BASE_TYPE_MAX_LENGTH']],
  ['no name', {}, ['name BASE_TYPE_REQUIRED']],
  ['an empty name', { name: '' }, ['name BASE_TYPE_MIN_LENGTH']],
  ['a blank name', { name: ' ' }, ['name BASE_TYPE_REQUIRED']],
  [
    'two days until it is archived',
    { name: 'a', auto_archive_duration: 2880 },
    ['auto_archive_duration BASE_TYPE_CHOICES'],
  ],
  ['a slow mode of 6 hours', { name: 'a', rate_limit_per_user: 21_600 }, []],
  ['a slow mode beyond', { name: 'a', rate_limit_per_user: 21_601 }, ['rate_limit_per_user NUMBER_TYPE_MAX']],
])('a thread with %s', (_what, body, faults) => {
  const path = `/channels/${channel}/messages/${message}/threads`;
  expect(verdict({ method: 'POST', path, body })).toEqual(faults);
});
