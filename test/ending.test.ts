import { expect, test } from 'vitest';
import { ConnectionEnded } from '../src/discord/connection.ts';
import { TokenRefused } from '../src/discord/discord-error.ts';
import { endingOf, EXIT_CONFIG, EXIT_UNAVAILABLE } from '../src/ending.ts';
import { EnvError } from '../src/env.ts';
import { PortError } from '../src/operate/watch/http-server.ts';
import { SeedError } from '../src/seed.ts';
import { StoreError } from '../src/store/store-error.ts';

const CAUSE = new Error('the cause');

test.each([
  [
    'a wrong environment',
    new EnvError(['A is missing', 'B is wrong']),
    EXIT_CONFIG,
    /^A is missing\nB is wrong$/,
  ],
  ['a refused token', new TokenRefused(), EXIT_CONFIG, /^DISCORD_TOKEN is refused by Discord/],
  ['a roadmap that cannot be read', new SeedError('a.md', 7, 'no text'), EXIT_CONFIG, /^a\.md:7: no text$/],
  [
    'a port in use',
    new PortError('::', 80, { cause: CAUSE }),
    EXIT_CONFIG,
    /^HTTP_PORT 80 .* at ::.*one, .*out\.$/,
  ],
  ['a file in use', new StoreError('in-use', 'It is in use.'), EXIT_CONFIG, /^It is in use\.$/],
  [
    'a failed step',
    new StoreError('migration-failed', 'No.', { cause: CAUSE }),
    EXIT_CONFIG,
    /^No\.\nError: the cause$/,
  ],
  ['a file that was taken away', new StoreError('gone', 'It is gone.'), EXIT_UNAVAILABLE, /^It is gone\.$/],
  ['a server that does not answer', new StoreError('unreachable', 'Nobody.'), EXIT_UNAVAILABLE, /^Nobody\.$/],
  ['a lasting end', new ConnectionEnded('Update it.', true), EXIT_CONFIG, /^Update it\.$/],
  ['an end that may pass', new ConnectionEnded('Closed.', false), EXIT_UNAVAILABLE, /^Closed\.$/],
  [
    'anything else',
    CAUSE,
    EXIT_UNAVAILABLE,
    /^Roadmate could not start\. Is Discord reachable from here\?\n/,
  ],
])(
  '%s: the exit code says whether starting again may help, and the operator reads why',
  (_, error, code, text) => {
    const ending = endingOf(error);
    expect(ending.code).toBe(code);
    expect(ending.told.map(String).join('\n')).toMatch(text);
  },
);
