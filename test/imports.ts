import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** An import of a file, from another file or a package. */
export interface Import {
  /** The importing file, from the root of the project: `src/store/open.ts`. */
  readonly from: string;
  /** The imported file from the root of the project, or the name of a package. */
  readonly to: string;
  /** Whether only types are imported, so that nothing is left when types are stripped. */
  readonly isType: boolean;
}

/** What a file uses from other files and from its surroundings. */
export interface FileFacts {
  readonly imports: readonly Import[];
  /** The watched globals, as the file writes them: `process.env`, `Date.now`. */
  readonly globals: readonly string[];
}

const ROOT = join(import.meta.dirname, '..');

/** Every TypeScript file under a folder, by its path from the root of the project. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path))
    .toSorted();
}

/** The facts about a file. */
export function factsOf(path: string): FileFacts {
  return factsIn(path, readFileSync(join(ROOT, path), 'utf8'));
}

/** Reads the imports of a file (static, dynamic, of types, by re-export) and its uses of watched globals. */
export function factsIn(from: string, source: string): FileFacts {
  const { program, module, errors } = parseSync(from, source);
  if (errors.length > 0) throw new Error(`${from} cannot be parsed: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (name: string, isType: boolean): void => {
    const to = name.startsWith('.') ? relative(ROOT, join(ROOT, from, '..', name)) : packageOf(name);
    found.push({ from, to, isType });
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    // `import './x.ts'` has no entries. It runs the file for its effect.
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { entries } of module.staticExports) {
    const [first] = entries;
    if (first?.moduleRequest)
      add(
        first.moduleRequest.value,
        entries.every((entry) => entry.isType),
      );
  }
  for (const { moduleRequest } of module.dynamicImports) {
    add(source.slice(moduleRequest.start + 1, moduleRequest.end - 1), false);
  }
  const globals: string[] = [];
  new Visitor({
    TSImportType: (node) => add(node.source.value, true),
    MemberExpression({ object, property }) {
      if (property.type === 'Identifier' && LOCAL.test(property.name)) globals.push('local time');
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const written = `${object.name}.${property.name}`;
      if (WATCHED.has(written)) globals.push(written);
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        globals.push('new Date()');
    },
    CallExpression({ callee }) {
      if (callee.type === 'Identifier' && callee.name === 'Date') globals.push('Date()');
    },
  }).visit(program);
  return { imports: found, globals };
}

const WATCHED = new Set(['process.env', 'Date.now', 'Temporal.Now', 'performance.now']);

/** Functions that use the machine's time zone. No member is in that zone. */
const LOCAL =
  /^(get(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)|set(FullYear|Month|Date|Hours|Minutes)|toLocale(Date|Time)String|to(Date|Time)String)$/;

/** `kysely/migration` belongs to `kysely`, `@a/b/c` to `@a/b`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
