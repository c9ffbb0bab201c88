import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PINGS } from '../src/study/pings.ts';
import { wordsFor } from '../src/words/index.ts';

const ROOT = join(import.meta.dirname, '..');
const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file: file.replaceAll('\\', '/'),
    source: readFileSync(join(ROOT, 'src', file), 'utf8'),
  }));

/** The kinds that are asked for in a source, by `pinged` or `mayPing`. */
const kindsIn = (source: string): readonly string[] =>
  [...source.matchAll(/\b(?:pinged|mayPing)\(\s*[\w.]+,\s*'(\w+)'/g)].map(([, kind = '']) => kind);

test('every kind of ping is asked about before something is sent, and no other kind', () => {
  const asked = new Set(files.flatMap(({ source }) => kindsIn(source)));
  expect([...asked].toSorted()).toEqual(PINGS.toSorted());
});

test('only messages that name their kind can notify people', () => {
  // These write a mention themselves. Their callers ask with `mayPing` before.
  const bodies = files
    .filter(({ source }) => /allowed_mentions[^;]*\busers\b/s.test(source))
    .map(({ file }) => file);
  expect(bodies.toSorted()).toEqual(['view/memos/due.ts', 'view/post-body.ts', 'view/reminders.ts']);
  // Whoever sends a direct message asks as well, because it notifies without a mention.
  const direct = files.filter(({ source }) => /outbox\.openDm\(/.test(source));
  expect(direct.filter(({ source }) => kindsIn(source).length === 0).map(({ file }) => file)).toEqual([]);
});

test('the table in docs/ says the same as the panel', () => {
  const page = readFileSync(join(ROOT, 'docs/pings.md'), 'utf8');
  const rows = [...page.matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|/gm)]
    .slice(2)
    .map(([, kind, when]) => [kind, when]);
  const { pings } = wordsFor('en-GB');
  expect(rows).toEqual(PINGS.map((ping) => [pings.kind[ping], pings.when[ping]]));
});
