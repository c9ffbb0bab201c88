import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const compose = read('deploy/compose.yaml');
const pods = read('deploy/kubernetes/roadmate.yaml');

/** The variables that the bot knows. */
const known = new Set(
  read('.env.example')
    .match(/^(?:# )?[A-Z_]+(?==)/gm)
    ?.map((name) => name.replace('# ', '')),
);

test.each([
  ['compose.yaml', [...compose.matchAll(/^\s+([A-Z_]+): /gm)], ['HOST', 'DATABASE_PASSWORD']],
  ['kubernetes/roadmate.yaml', [...pods.matchAll(/- (?:\{ )?name: ([A-Z_]+)/g)], []],
])('%s sets only variables that there are', (_, found, others: readonly string[]) => {
  const names = found.flatMap(([, name = '']) =>
    name.startsWith('POSTGRES_') || others.includes(name) ? [] : [name],
  );
  expect(names).toContain('SHARD_COUNT');
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});

test('there are as many processes as shards, each with another one', () => {
  const count = Number(/SHARD_COUNT: '(\d+)'/.exec(compose)?.[1]);
  const shards = [...compose.matchAll(/SHARDS: '(\d+)'/g)].map(([, shard]) => Number(shard));
  expect(shards).toEqual(Array.from({ length: count }, (_, shard) => shard));
  expect(/replicas: (\d+)/.exec(pods)?.[1]).toBe(/SHARD_COUNT, value: '(\d+)'/.exec(pods)?.[1]);
  expect(pods).toContain('fieldPath: "metadata.labels[\'apps.kubernetes.io/pod-index\']"');
});

test('nobody outside reaches the proxy or the database', () => {
  expect(compose).not.toMatch(/^\s+ports:/m);
  expect(read('deploy/kubernetes/proxy.yaml')).toContain('kind: NetworkPolicy');
});
