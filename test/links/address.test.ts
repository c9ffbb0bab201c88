import { describe, expect, test } from 'vitest';
import { linkOf } from '../../src/links/address.ts';

const RAW = 'https://raw.githubusercontent.com';

function read(typed: string, hosts: readonly string[] = []): readonly string[] | null {
  return linkOf(typed, hosts)?.addresses.map(({ url }) => url.href) ?? null;
}

describe('a link leads to the address of its file', () => {
  test.each([
    ['https://github.com/ada/app', `${RAW}/ada/app/HEAD/README.md`],
    ['github.com/ada/app/', `${RAW}/ada/app/HEAD/README.md`],
    ['<https://www.github.com/ada/app.git#readme>', `${RAW}/ada/app/HEAD/README.md`],
    ['http://github.com/ada/app?tab=readme-ov-file', `${RAW}/ada/app/HEAD/README.md`],
    ['https://github.com/ada/app/tree/main/docs', `${RAW}/ada/app/HEAD/docs/README.md`],
    ['https://github.com/ada/app/blob/main/docs/Road%20map.md#x', `${RAW}/ada/app/HEAD/docs/Road%20map.md`],
    ['https://github.com/ada/app/raw/v1/a.md', `${RAW}/ada/app/HEAD/a.md`],
    [`${RAW}/ada/app/v2/README.md`, `${RAW}/ada/app/v2/README.md`],
  ])('%s', (typed, first) => {
    expect(read(typed)?.[0]).toBe(first);
  });

  test('a README is found under any of its usual names', () => {
    expect(read('github.com/ada/app')).toHaveLength(5);
  });

  test('the operator’s list: a host over https, or an address with a scheme as it is', () => {
    const hosts = ['git.example', 'http://127.0.0.1:8080'];
    expect(read('https://git.example/a.md', hosts)).toEqual(['https://git.example/a.md']);
    expect(read('http://git.example/a.md', hosts)).toBeNull();
    expect(read('http://127.0.0.1:8080/a.md', hosts)).toEqual(['http://127.0.0.1:8080/a.md']);
    expect(read('http://127.0.0.1:8081/a.md', hosts)).toBeNull();
  });

  test('links in it lead to pages that people can read', () => {
    const [typed, at] = ['github.com/ada/app/blob/main/docs/a.md', `${RAW}/ada/app/HEAD/docs/a.md`];
    expect(linkOf(typed, [])?.base(new URL(at))).toBe('https://github.com/ada/app/blob/HEAD/docs/a.md');
  });
});

describe('a link to any other place is not read', () => {
  test.each([
    'https://example.org/README.md',
    'https://raw.githubusercontent.com.evil.test/a/b/HEAD/README.md',
    'https://raw.githubusercontent.com@evil.test/a/b/HEAD/README.md',
    'https://user@raw.githubusercontent.com/a/b/HEAD/README.md',
    'https://user:secret@github.com/ada/app',
    'https://raw.githubusercontent.com:8443/a/b/HEAD/README.md',
    'http://raw.githubusercontent.com/a/b/HEAD/README.md',
    'https://github.com:81/ada/app',
    'https://github.com.evil.test/ada/app',
    'https://gіthub.com/ada/app',
    'https://github.com/ada/app/issues/1',
    'https://github.com/ada',
    'https://github.com/',
    'file:///etc/passwd',
    'ftp://github.com/ada/app',
    'javascript:alert(1)',
    'data:text/plain,x',
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/README.md',
    'http://[::1]/README.md',
    '',
    'not a link at all',
  ])('%s', (typed) => {
    expect(read(typed)).toBeNull();
  });
});
