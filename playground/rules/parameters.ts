import type { Fault } from './refusal.ts';

/** Parts of a path that are no snowflakes. */
const WORDS: ReadonlySet<string> = new Set(['interaction_token', 'webhook_token', 'emoji_name']);
const IDS: ReadonlySet<string> = new Set(['before', 'after', 'around']);
const MOST: readonly (readonly [end: string, limit: number])[] = [
  ['/messages', 100],
  ['/members', 1000],
  ['/guilds', 200],
  ['/thread-members', 100],
  ['/users', 100],
];

/**
 * Checks the ids of a path and the parameters of its query: snowflakes are digits, and `limit` is within the list's
 * range.
 */
export function* parameterFaults(
  template: string,
  parameters: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): Iterable<Fault> {
  const ids = Object.entries(parameters).filter(([name]) => !WORDS.has(name));
  const asked = Object.entries(query).filter(([name]) => IDS.has(name));
  for (const [name, id] of [...ids, ...asked]) {
    if (/^(?:0|[1-9]\d{0,19})$/.test(id)) continue;
    yield {
      path: [name],
      code: 'NUMBER_TYPE_COERCE',
      message: `Value "${id}" is not snowflake.`,
      rule: `${name} is an id, digits only`,
    };
  }
  const most = MOST.find(([end]) => template.endsWith(end))?.[1];
  const { limit } = query;
  if (most === undefined || limit === undefined) return;
  if (/^\d+$/.test(limit) && Number(limit) >= 1 && Number(limit) <= most) return;
  yield {
    path: ['limit'],
    code: 'NUMBER_TYPE_MAX',
    message: `int value should be less than or equal to ${most}.`,
    rule: `limit is between 1 and ${most}; not ${limit}`,
  };
}
