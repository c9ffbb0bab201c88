import * as spec from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import { wordsFor } from './issue-words.ts';
import { written, type Fault, type Path } from './refusal.ts';

export type Schema = z.ZodMiniType;
type Issue = z.core.$ZodIssue;

const schemas: Readonly<Record<string, Schema | undefined>> = spec;

/** The schema of Discord's description with this name. `A | B` is a union, and `A[]` and `(A | B)[]` are lists. */
export function schemaNamed(name: string): Schema {
  const list = /^\((.*)\)\[\]$/.exec(name) ?? /^(\w+)\[\]$/.exec(name);
  if (list?.[1] !== undefined) return z.array(schemaNamed(list[1]));
  const [first, second, ...rest] = name.split(' | ');
  if (second !== undefined) return z.union([first ?? '', second, ...rest].map(schemaNamed));
  const schema = schemas[`${name}Schema`];
  if (schema === undefined) throw new Error(`Discord's description has no ${name}.`);
  return schema;
}

/**
 * The places where a value breaks its schema. Some schemas are stricter than Discord, so these are allowed: integers as
 * strings of digits, instants with an offset in place of `Z`, and the codes in a form's errors, which are words.
 */
export function describedFaults(schema: Schema, value: unknown): Fault[] {
  const text = JSON.stringify(value) ?? '';
  const known = found.get(schema) ?? new Map<string, Fault[]>();
  found.set(schema, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const result = schema.safeParse(value);
  const faults = result.success ? [] : faultsOf(result.error.issues, value, []);
  if (known.size >= KEPT) known.clear();
  known.set(text, faults);
  return faults;
}

/**
 * What was found in the last values of each schema, by their text. Every bot tells the same long list of commands when it
 * starts, and many screens come again and again.
 */
const found = new WeakMap<Schema, Map<string, Fault[]>>();
const KEPT = 200;

function faultsOf(issues: readonly Issue[], value: unknown, base: Path): Fault[] {
  return issues.flatMap((issue) => {
    const at = [...base, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
    const given = lookUp(value, issue.path);
    if (issue.code === 'invalid_union') return unionFaults(issue.errors, given, at);
    return isForgiven(issue, given) ? [] : [{ path: at, ...wordsFor(issue, given, fieldOf(at)) }];
  });
}

/**
 * The faults of a union come from the branch that is nearest to the value: a branch of its `type`, then one of its
 * shape, then the one that it breaks least. These faults help most.
 */
function unionFaults(branches: readonly Issue[][], value: unknown, at: Path): Fault[] {
  const sameKind = branches.filter((issues) => !issues.some(isOtherKind));
  if (sameKind.length === 0) {
    const kinds = branches.flatMap((issues) => issues.filter(isOtherKind)).flatMap(kindsOf);
    return [
      {
        path: [...at, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: `Value of field "type" must be one of (${kinds.join(', ')}).`,
        rule: `Here only the types ${kinds.join(', ')} may stand, not ${JSON.stringify(lookUp(value, ['type']))}`,
      },
    ];
  }
  const sameShape = sameKind.filter((issues) => !issues.some(isOtherShape));
  const [nearest] = (sameShape.length > 0 ? sameShape : sameKind)
    .map((issues) => faultsOf(issues, value, at))
    .toSorted((a, b) => a.length - b.length);
  return nearest ?? [];
}

const isOtherKind = (issue: Issue): boolean =>
  issue.code === 'invalid_value' && issue.path.length === 1 && issue.path[0] === 'type';

const isOtherShape = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

const fieldOf = (path: Path): string => path.findLast((key) => typeof key === 'string') ?? 'The body';

function kindsOf(issue: Issue): string[] {
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

function isForgiven(issue: Issue, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (issue.code === 'invalid_type' && isWordOfFault(issue.path)) return true;
  if (issue.code === 'invalid_type') return isNumeric(issue.expected) && /^-?\d+$/.test(value);
  return issue.code === 'invalid_format' && issue.format === 'datetime' && isInstant(value);
}

const isWordOfFault = (path: readonly PropertyKey[]): boolean =>
  path.includes('_errors') && path.at(-1) === 'code';

const isNumeric = (expected: string): boolean => ['number', 'int', 'bigint'].includes(expected);

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

function lookUp(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    value,
  );
}

/** The first fault as a sentence, for answers of the local Discord itself. */
export function sentence(faults: readonly Fault[]): string | null {
  const [first] = faults;
  return first === undefined ? null : `${written(first.path) || 'The answer'}: ${first.rule}`;
}
