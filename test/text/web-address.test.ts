import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWebAddress, isTooLongAddress, webAddress } from '../../src/text/web-address.ts';

test.each([
  ['https://github.com/ada/acid', 'https://github.com/ada/acid'],
  ['  http://example.org  ', 'http://example.org/'],
  ['HTTPS://Example.org/A', 'https://example.org/A'],
  ['github.com/ada/acid', 'https://github.com/ada/acid'],
  ['example.org', 'https://example.org/'],
  ['https://örnek.com.tr/ş', 'https://xn--rnek-4qa.com.tr/%C5%9F'],
  ['https://example.org/<b> ', 'https://example.org/%3Cb%3E'],
])('%j is %s', (typed, address) => {
  expect(webAddress(typed)).toBe(address);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//github.com',
  'data:text/html,hello',
  'file:///etc/passwd',
  'ftp://example.org/a',
  'discord://-/channels/1/2',
  'mailto:ada@example.org',
  'https://ada:secret@example.org/',
  'https://example.org@evil.test/',
  'https://',
  'http:// example.org',
  'my project',
  'localhost:3000',
  'http://localhost:3000',
  'http://localhost./',
  'http://[::1]:3000/',
  'https://intranet/wiki',
  '',
  `https://example.org/${'a'.repeat(500)}`,
])('%j is no web address', (typed) => {
  expect(webAddress(typed)).toBeNull();
});

/** Addresses with any path. (`fc.webUrl` takes more than a second to begin.) */
const addresses = fc
  .tuple(
    fc.constantFrom('http://', 'https://', 'HTTPS://', ''),
    fc.domain(),
    fc.constantFrom('', ':8080', '/', '?', '#', '/%20/'),
    fc.string({ unit: 'grapheme' }),
  )
  .map((parts) => parts.join(''));

test('whatever is typed, the result is a web address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), addresses, fc.string({ unit: 'grapheme' })), (typed) => {
      expect(webAddress(typed) ?? 'https://none').toMatch(/^https?:\/\/[^\s<>]{1,504}$/);
    }),
  );
});

test.each([
  ['see https://github.com/ada/acid.', 'https://github.com/ada/acid'],
  ['[here](https://example.org/a) and https://example.org/b', 'https://example.org/a'],
  ['<https://example.org/a>', 'https://example.org/a'],
  ['**https://example.org/a**', 'https://example.org/a'],
  ['https://u:p@example.org then https://example.org/', 'https://example.org/'],
  ['nothing here', null],
])('in %j, the first is %s', (text, address) => {
  expect(firstWebAddress(text)).toBe(address);
});

test.each([
  ['a short one', 'https://example.org/ş', false],
  ['one that is too long as it is opened', `https://example.org/${'ş'.repeat(100)}`, true],
  ['a long text that is no address', 'ş'.repeat(600), false],
])('%s', (_, typed, isTooLong) => {
  expect(isTooLongAddress(typed)).toBe(isTooLong);
});
