import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** One entry of a catalogue of words: a text, or what makes one. */
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
 * The types of the parameters of each function in a catalogue, as its file writes them, by the path of its entry. They
 * are gone when the file runs, and tell with what a function can be called.
 */
export function parametersIn(file: string): ReadonlyMap<string, readonly string[]> {
  const source = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
  const found = new Map<string, readonly string[]>();
  const at: string[] = [];
  new Visitor({
    Property({ key, value }) {
      at.push(key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '?');
      if (value.type !== 'ArrowFunctionExpression') return;
      const types = value.params.map((parameter) => {
        const annotation = 'typeAnnotation' in parameter ? parameter.typeAnnotation : null;
        return annotation
          ? source.slice(annotation.typeAnnotation.start, annotation.typeAnnotation.end)
          : '?';
      });
      // The innermost object may be inside of a function; its keys are no entries, and do no harm here.
      found.set(at.join('.'), types);
    },
    'Property:exit'() {
      at.pop();
    },
  }).visit(parseSync(file, source).program);
  return found;
}
