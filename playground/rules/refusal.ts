/** Where in a request's body something stands. */
export type Path = readonly (string | number)[];

/**
 * One broken rule: where, Discord's name and sentence for it (where that is not known, one in its style), and the rule
 * in plain words.
 */
export interface Fault {
  path: Path;
  code: string;
  message: string;
  rule: string;
}

/** What Discord answers to a request that breaks a rule, and the rule in one sentence for people who look for the mistake. */
export interface Refusal {
  status: number;
  code: number;
  message: string;
  errors?: Record<string, unknown>;
  rule: string;
}

/** A path as discord.js writes it: `data.components[0].label`. */
export function written(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}

/** Discord's tree of errors: each fault's sentences stand where its field stands in the body. */
interface Errors {
  [field: string]: Errors | { code: string; message: string }[];
}

/** Refuses with code 50035, and says every fault in `errors`. Null when there is none. */
export function invalidForm(faults: readonly Fault[]): Refusal | null {
  const [first] = faults;
  if (first === undefined) return null;
  const errors: Errors = {};
  for (const { path, code, message } of faults) {
    const node = path.reduce<Errors>((parent, key) => {
      const child = parent[key];
      if (child !== undefined && !Array.isArray(child)) return child;
      return (parent[key] = {});
    }, errors);
    const said = node['_errors'];
    node['_errors'] = [...(Array.isArray(said) ? said : []), { code, message }];
  }
  const place = written(first.path);
  const rule = place === '' ? first.rule : `${first.rule} (at ${place})`;
  return { status: 400, code: 50035, message: 'Invalid Form Body', errors, rule };
}
