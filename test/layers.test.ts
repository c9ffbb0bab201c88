import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsIn, factsOf, filesUnder, type Import } from './imports.ts';

/**
 * The layers, from the lowest: each may use those that come before it in this list. Layers of one line do not know each other.
 * `view` is below `schedule`, because a post is written by the same views as an answer.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['text'],
  ['time', 'files', 'links'],
  ['roadmap'],
  ['study'],
  ['words'],
  ['store'],
  ['view'],
  ['meter'],
  ['app'],
  ['discord'],
  ['schedule', 'operate'],
  ['handlers'],
  ['commands'],
];

/** The files that start the program, with what they may use. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  env: [],
  seed: ['roadmap', 'store'],
  bot: [
    'time',
    'env',
    'app',
    'seed',
    'words',
    'store',
    'view',
    'discord',
    'schedule',
    'operate',
    'handlers',
    'commands',
  ],
  ending: ['env', 'seed', 'store', 'discord', 'operate'],
  run: ['env', 'bot', 'ending', 'discord'],
  'exact-imports': [],
  main: ['exact-imports', 'run'],
  'deploy-commands': ['env', 'discord', 'commands'],
  backup: ['env', 'operate', 'store'],
  restore: ['env', 'operate', 'store'],
  doctor: ['env', 'operate', 'commands'],
  'move-store': ['env', 'store'],
};

/** The programs, each of which reads the environment and the clock. */
const PROGRAMS = ['src/backup.ts', 'src/doctor.ts', 'src/restore.ts', 'src/run.ts'];

const MAY_USE = new Map([
  ...LAYERS.flatMap((layers, index) =>
    layers.map((layer): [string, readonly string[]] => [layer, LAYERS.slice(0, index).flat()]),
  ),
  ...Object.entries(BEGINNINGS),
]);

/**
 * Types are gone when the bot runs, so these imports may point the other way. The words name what sentences are
 * about, `app` names what handlers are given, and a view takes findings in the types of the code that finds them.
 */
const MAY_NAME: Readonly<Record<string, readonly string[]>> = {
  words: ['roadmap', 'study'],
  view: ['schedule', 'discord'],
  app: ['store', 'discord', 'operate'],
  discord: ['env'],
  operate: ['env'],
};

/** Where a package may be used. A package that is not listed may be used anywhere. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['commands', 'handlers', 'discord', 'view', 'main', 'bot', 'deploy-commands', 'doctor'],
  kysely: ['store'],
  'better-sqlite3': ['store'],
  pg: ['store'],
  'markdown-it': ['text', 'roadmap', 'study'],
  '@napi-rs/canvas': ['view'],
  'node-cron': ['schedule'],
  pino: ['run'],
  'prom-client': ['operate'],
};

/** Where only the types of a package may be used. */
const PACKAGE_TYPES: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['app'],
  pino: ['app', 'bot', 'operate'],
};

/** `src/store/open.ts` belongs to `store`, `src/env.ts` to `env`, `commands/topic.ts` to `commands`. */
function layerOf(path: string): string {
  const [top = '', folder = ''] = path.split('/');
  return top === 'src' ? folder.replace(/\.ts$/, '') : top;
}

/** One circle for each way back that a walk along the imports meets; empty if there is no circle. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

const files = [...filesUnder('src'), ...filesUnder('commands')];
const facts = new Map(files.map((path) => [path, factsOf(path)]));
const imports = [...facts.values()].flatMap((file) => file.imports);
const told = ({ from, to, isType }: Import): string => `${from} ${isType ? 'names' : 'uses'} ${to}`;

describe('the reading of imports', () => {
  const source = `
    import type { A } from './a.ts';
    import { type B, b } from '../b/b.ts';
    import { type C } from '@scope/name/c';
    import './side-effect.ts';
    import * as all from 'kysely/migration';
    export { d } from './d.ts';
    export type { E } from './e.ts';
    export * from './f.ts';
    export const own = 1;
    const late = await import('./late.ts');
    const type = (value: import('./named.ts').Named) => value;
    // import { no } from './comment.ts';
    const text = "import { no } from './text.ts'";
  `;
  test('finds each kind, and whether only types are imported', () => {
    const found = factsIn('src/here/file.ts', source).imports.map(({ to, isType }) => [to, isType]);
    expect(found).toEqual([
      ['src/here/a.ts', true],
      ['src/b/b.ts', false],
      ['@scope/name', true],
      ['src/here/side-effect.ts', false],
      ['kysely', false],
      ['src/here/d.ts', false],
      ['src/here/e.ts', true],
      ['src/here/f.ts', false],
      ['src/here/late.ts', false],
      ['src/here/named.ts', true],
    ]);
  });

  test.each([
    ['const a = Date.now();', ['Date.now']],
    ['const a = { now: () => new Date() };', ['new Date()']],
    ['const a = Date();', ['Date()']],
    ['const a = new Date(0).getTime(); const b = Date.UTC(2026);', []],
    ['const a = Temporal.Now.instant(); const b = Temporal.Instant.from(x);', ['Temporal.Now']],
    ['const a = performance.now();', ['performance.now']],
    ['const a = process.env.TOKEN; const b = process.exitCode;', ['process.env']],
    ['new Date(0).getHours(); zoned.toPlainDate(); date.toISOString();', ['local time']],
    ['// Date.now()\nconst a = "new Date()";', []],
  ])('finds in %j the globals %j', (code, globals) => {
    expect(factsIn('src/file.ts', code).globals).toEqual(globals);
  });
});

test('there are files to check', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.some((each) => each.to === 'src/store/open.ts')).toBe(true);
});

test('every file is in a layer of the list', () => {
  expect(files.filter((path) => !MAY_USE.has(layerOf(path)))).toEqual([]);
});

test('no layer uses one that comes after it', () => {
  const wrong = imports.filter(({ from, to, isType }) => {
    if (!to.includes('/') || to.startsWith('@')) return false;
    const [here, there] = [layerOf(from), layerOf(to)];
    if (here === there) return false;
    const allowed = [...(MAY_USE.get(here) ?? []), ...(isType ? (MAY_NAME[here] ?? []) : [])];
    return !allowed.includes(there);
  });
  expect(wrong.map(told)).toEqual([]);
});

test('commands only declare and route: handlers answer, read and decide', () => {
  const allowed =
    /^(commands|src\/(discord|handlers|words))\/|^src\/(view\/custom-id|schedule\/posts\/index|time\/time-zone)\.ts$/;
  const wrong = imports.filter(
    ({ from, to, isType }) =>
      layerOf(from) === 'commands' &&
      /^(src|commands)\//.test(to) &&
      !allowed.test(to) &&
      !(isType && layerOf(to) === 'roadmap'),
  );
  expect(wrong.map(told)).toEqual([]);
});

test('no files import each other in a circle, not even by their types', () => {
  const ours = ['bench', 'playground'].flatMap(filesUnder).map((path) => [path, factsOf(path)] as const);
  const graph = new Map(
    [...facts, ...ours].map(([path, { imports: own }]) => [path, own.map(({ to }) => to)]),
  );
  expect(circles(graph)).toEqual([]);
});

test.each([
  [{ a: ['b'], b: ['c'], c: [] }, []],
  [{ a: ['b', 'c'], b: ['c'], c: [] }, []],
  [{ a: ['b'], b: ['c'], c: ['b'] }, ['b -> c -> b']],
  [{ a: ['a'] }, ['a -> a']],
])('in %j the circles are %j', (graph, expected) => {
  expect(circles(new Map(Object.entries(graph)))).toEqual(expected);
});

test('each package is used only where it belongs', () => {
  const wrong = imports.filter(({ from, to, isType }) => {
    const places = PACKAGES[to];
    if (places === undefined) return false;
    const types = isType ? (PACKAGE_TYPES[to] ?? []) : [];
    return !places.includes(layerOf(from)) && !types.includes(layerOf(from));
  });
  expect(wrong.map(told)).toEqual([]);
});

test('transactions are begun in one place, which repeats work that met another write', () => {
  const beginning = files.filter((path) =>
    /\.(transaction|startTransaction)\(/.test(readFileSync(path, 'utf8')),
  );
  expect(beginning).toEqual(['src/store/write.ts']);
});

test('the bot knows nothing of the playground, the bench and the tests', () => {
  expect(imports.filter(({ to }) => /^(playground|bench|test)\//.test(to)).map(told)).toEqual([]);
});

test.each([
  ['the environment', ['process.env'], [...PROGRAMS, 'src/deploy-commands.ts', 'src/move-store.ts']],
  ['the time of where it runs', ['local time'], []],
  ['the clock', ['Date.now', 'new Date()', 'Date()', 'Temporal.Now', 'performance.now'], PROGRAMS],
])('only the start of the program reads %s', (_, names, where) => {
  const readers = files.filter((path) => facts.get(path)?.globals.some((name) => names.includes(name)));
  expect(readers).toEqual(where.toSorted());
});
