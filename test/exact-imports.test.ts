import type { ResolveHookContext } from 'node:module';
import { expect, test } from 'vitest';
import { exactImports } from '../src/exact-imports.ts';

const OURS = 'file:///app/src/store/open.ts';
const PACKAGE = 'file:///app/node_modules/kysely/dist/index.js';

/** Resolves with a Node that finds everything at `usual:`, and counts how often it is asked. */
function resolver() {
  const asked: string[] = [];
  const hook = exactImports();
  const resolve = (specifier: string, parentURL: string | undefined, how = 'import'): string => {
    const context: ResolveHookContext = { parentURL, conditions: ['node', how], importAttributes: {} };
    return hook(specifier, context, (name) => {
      asked.push(name);
      return { url: `usual:${name}` };
    }).url;
  };
  return { asked, resolve };
}

test.each([
  ['../time/day.ts', OURS, 'file:///app/src/time/day.ts'],
  ['./share.ts', OURS, 'file:///app/src/store/share.ts'],
  ['./util/log.js', PACKAGE, 'file:///app/node_modules/kysely/dist/util/log.js'],
])('%s from %s is found without Node', (specifier, from, url) => {
  const { asked, resolve } = resolver();
  expect(resolve(specifier, from)).toBe(url);
  expect(asked).toEqual([]);
});

test('a package is looked up once for all of our own files', () => {
  const { asked, resolve } = resolver();
  expect([resolve('zod', OURS), resolve('zod', 'file:///app/src/env.ts')]).toEqual([
    'usual:zod',
    'usual:zod',
  ]);
  expect(asked).toEqual(['zod']);
});

test.each([
  ['a package of a package, which may have its own version of it', 'undici', PACKAGE, 'import'],
  ['a file that is required, whose name may have no ending', './client', PACKAGE, 'require'],
  ['the program itself', 'file:///app/src/main.ts', undefined, 'import'],
  ['what text imports that is no file', './x.ts', 'data:text/javascript,', 'import'],
])('Node looks each time for %s', (_, specifier, from, how) => {
  const { asked, resolve } = resolver();
  resolve(specifier, from, how);
  expect(resolve(specifier, from, how)).toBe(`usual:${specifier}`);
  expect(asked).toEqual([specifier, specifier]);
});
