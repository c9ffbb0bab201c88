import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** An entry of a catalogue of words: a text, or a function that makes one. */
export interface Entry {
  /** `settings.timeZone.guild` */
  readonly path: string;
  readonly value: unknown;
}

/** Every entry of a catalogue, in the order of the file. */
export function entriesOf(node: unknown, path = ''): readonly Entry[] {
  if (typeof node !== 'object' || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([key, value]) =>
    entriesOf(value, path === '' ? key : `${path}.${key}`),
  );
}

/**
 * The types of the parameters of each function in a language, by the path of its entry. They show with what a
 * function can be called. They are read from the source, because types are gone when a file runs.
 * @param folder from the root of the project, such as `src/words/en`
 */
export function parametersIn(folder: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...functionsIn(folder)].map(([path, parameters]) => [path, parameters.map(({ type }) => type)]),
  );
}

/** The positions of the parameters called `when` of each function that has one, by the path of its entry. */
export function timesIn(folder: string): ReadonlyMap<string, readonly number[]> {
  const places = [...functionsIn(folder)].map(
    ([path, parameters]) =>
      [path, parameters.flatMap(({ name }, index) => (name === 'when' ? [index] : []))] as const,
  );
  return new Map(places.filter(([, found]) => found.length > 0));
}

interface Parameter {
  readonly name: string;
  readonly type: string;
}

function functionsIn(folder: string): ReadonlyMap<string, readonly Parameter[]> {
  const path = join(import.meta.dirname, '..', folder);
  return new Map(readdirSync(path).flatMap((file) => [...parametersOf(join(path, file))]));
}

function parametersOf(file: string): ReadonlyMap<string, readonly Parameter[]> {
  const source = readFileSync(file, 'utf8');
  const found = new Map<string, readonly Parameter[]>();
  const at: string[] = [];
  const note = (value: ESTree.Node | null): void => {
    if (value?.type !== 'ArrowFunctionExpression') return;
    const types = value.params.map((parameter) => {
      const annotation = 'typeAnnotation' in parameter ? parameter.typeAnnotation : null;
      return {
        name: 'name' in parameter ? parameter.name : '?',
        type: annotation ? source.slice(annotation.typeAnnotation.start, annotation.typeAnnotation.end) : '?',
      };
    });
    // The innermost object may be inside a function. Its keys are no entries, and do no harm here.
    found.set(at.join('.'), types);
  };
  new Visitor({
    // `export const topic = { ... }` is the part `topic` of the language. `export const list = ...` is an entry.
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier') return;
      at.push(id.name);
      note(init);
    },
    'VariableDeclarator:exit'({ id }) {
      if (id.type === 'Identifier') at.pop();
    },
    Property({ key, value }) {
      at.push(key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '?');
      note(value);
    },
    'Property:exit'() {
      at.pop();
    },
  }).visit(parseSync(file, source).program);
  return found;
}
