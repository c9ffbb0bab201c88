/** How many items of a list are written in a step. */
const STEP = 200;

/**
 * Writes an object as `JSON.stringify(value, null, 2)` does, and yields every few milliseconds.
 * @param value its lists may be iterators, so that their items are made when they are written
 */
export function* jsonInSteps(value: Readonly<Record<string, unknown>>): Generator<void, string> {
  const parts: string[] = [];
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) parts.push(`${JSON.stringify(key)}: ${yield* written(part)}`);
  }
  return parts.length === 0 ? '{}' : `{\n  ${parts.join(',\n  ')}\n}`;
}

function* written(part: unknown): Generator<void, string> {
  if (!isList(part)) return indented(part, '  ');
  const items: string[] = [];
  for (const item of part) {
    if (items.length % STEP === 0) yield;
    items.push(indented(item, '    '));
  }
  return items.length === 0 ? '[]' : `[\n    ${items.join(',\n    ')}\n  ]`;
}

function isList(part: unknown): part is Iterable<unknown> {
  return typeof part === 'object' && part !== null && Symbol.iterator in part;
}

/** A line break in JSON is never a part of a text, because there it is written as `\\n`. */
function indented(value: unknown, by: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${by}`);
}
