/** A place in a request's body. */
export type Path = readonly (string | number)[];

/**
 * A broken rule: the place, Discord's name and sentence for it (if they are unknown, one in Discord's style), and the
 * rule in plain words.
 */
export interface Fault {
  path: Path;
  code: string;
  message: string;
  rule: string;
}

/**
 * Discord's answer to a request that breaks a rule, and the rule in a sentence for people who look for their mistake.
 */
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

/** Discord's tree of errors. It has the shape of the body, and each fault stands at its field. */
interface Errors {
  [field: string]: Errors | { code: string; message: string }[];
}

/** Refuses with code 50035, and lists every fault in `errors`. Null if there is none. */
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
