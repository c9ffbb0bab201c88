import { z } from 'zod';

const address = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `has to be an address such as ${example}` })
    .transform((url) => url.replace(/\/+$/, ''));

const variablesSchema = z.object({
  DISCORD_TOKEN: z
    .string({
      error:
        'is missing: copy it from your application at https://discord.com/developers/applications, page "Bot", into the file .env (begin with a copy of .env.example)',
    })
    .trim()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, {
      error: 'is not a bot token (three parts with dots between): copy it again, without "Bot " and quotes',
    }),
  DISCORD_API: address('https://discord.com/api').default('https://discord.com/api'),
  DISCORD_CDN: address('https://cdn.discordapp.com').default('https://cdn.discordapp.com'),
  DATABASE_PATH: z
    .string()
    .trim()
    .min(1, { error: 'is empty: give a file, or leave the line out' })
    .regex(/^(?!postgres(ql)?:)/, {
      error: 'is a file: put the address of a PostgreSQL database into DATABASE_URL',
    })
    .optional(),
  DATABASE_URL: z
    .string()
    .trim()
    .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
      error: 'has to be an address such as postgres://user:password@localhost/roadmate',
    })
    .optional(),
  SHARDS: z
    .string()
    .trim()
    .transform((text, context) => {
      if (/^"?auto"?$/.test(text)) return 'auto' as const;
      const ids = /^\[?\s*\d+(\s*,\s*\d+)*\s*\]?$/.test(text) ? (text.match(/\d+/g) ?? []).map(Number) : null;
      if (ids !== null) return ids;
      context.addIssue({ code: 'custom', message: 'has to be a list of numbers such as [0,1], or "auto"' });
      return z.NEVER;
    })
    .optional(),
  SHARD_COUNT: z.coerce
    .number({ error: 'has to be the number of shards of all processes together' })
    .int({ error: 'has to be a whole number' })
    .min(1, { error: 'has to be 1 or more' })
    .optional(),
  IMPORT_HOSTS: z
    .string()
    .trim()
    .transform((text, context) => {
      const given = text.split(/[\s,]+/).filter((entry) => entry !== '');
      if (given.length === 1 && /^"?(?:off|none|no|false)"?$/i.test(text)) return null;
      const hosts = given.map(importHost);
      if (hosts.every((host) => host !== null)) return hosts;
      context.addIssue({
        code: 'custom',
        message: 'has to be a list of hosts such as gist.githubusercontent.com, or "off"',
      });
      return z.NEVER;
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'has to be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
});

/**
 * Checks an entry of the list: a host name, or a scheme and host, perhaps with a port. Null if it is neither.
 */
function importHost(entry: string): string | null {
  const hasScheme = entry.includes('://');
  const url = URL.parse(hasScheme ? entry : `https://${entry}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (hasScheme) return url.origin;
  return url.href === `https://${url.hostname}/` ? url.hostname : null;
}

const DEFAULT_PATH = 'data/roadmate.sqlite';

const schema = variablesSchema.superRefine(
  ({ DATABASE_PATH, DATABASE_URL, SHARDS, SHARD_COUNT }, context) => {
    if (DATABASE_PATH !== undefined && DATABASE_URL !== undefined) {
      const message =
        'is set, and DATABASE_PATH too: Roadmate has one database, so take one of the two lines out';
      context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message });
    }
    if (!Array.isArray(SHARDS)) return;
    const message =
      SHARD_COUNT === undefined
        ? 'is missing: with SHARDS it says how many shards all processes have together'
        : `has to be larger than each number in SHARDS`;
    if (SHARD_COUNT === undefined || SHARDS.some((id) => id >= SHARD_COUNT))
      context.addIssue({ code: 'custom', path: ['SHARD_COUNT'], message });
  },
);

/** The checked environment; `.env.example` says what each variable is for. */
export interface Env {
  readonly discordToken: string;
  readonly discordApi: string;
  readonly discordCdn: string;
  readonly databasePath: string;
  /** The address of a PostgreSQL database, which is used in place of the file; null if there is none. */
  readonly databaseUrl: string | null;
  /** The shards that this process runs: `auto` lets Discord decide how many there are. */
  readonly shards: 'auto' | readonly number[];
  /** How many shards all processes have together. Null: as many as Discord recommends. */
  readonly shardCount: number | null;
  /**
   * The hosts from which roadmaps may be imported by a link, beside GitHub. Null turns such imports off. See
   * `linkOf`.
   */
  readonly importHosts: readonly string[] | null;
  readonly logLevel: z.output<typeof schema>['LOG_LEVEL'];
}

/** The environment cannot be used. `problems` has one line for each variable that is wrong or missing. */
export class EnvError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'EnvError';
    this.problems = problems;
  }
}

/**
 * Checks the variables that the bot reads; a variable that is set but empty counts as not set.
 * @throws EnvError naming every problem, never a value: a token must not reach a log
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const checked = schema.safeParse(given);
  if (!checked.success) {
    throw new EnvError(checked.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  return {
    discordToken: checked.data.DISCORD_TOKEN,
    discordApi: checked.data.DISCORD_API,
    discordCdn: checked.data.DISCORD_CDN,
    databasePath: checked.data.DATABASE_PATH ?? DEFAULT_PATH,
    databaseUrl: checked.data.DATABASE_URL ?? null,
    shards: checked.data.SHARDS ?? allOf(checked.data.SHARD_COUNT),
    shardCount: checked.data.SHARD_COUNT ?? null,
    importHosts: checked.data.IMPORT_HOSTS === undefined ? [] : checked.data.IMPORT_HOSTS,
    logLevel: checked.data.LOG_LEVEL,
  };
}

/** Every shard below a count. Without a count, Discord decides. */
function allOf(count: number | undefined): Env['shards'] {
  return count === undefined ? 'auto' : Array.from({ length: count }, (_, id) => id);
}

/**
 * How many seconds a process waits before it ends when it cannot start with its present configuration. Read
 * from `EXIT_PAUSE`, which the container image sets; 0 if it is missing or no number.
 */
export function pauseBeforeEnd(variables: Readonly<Record<string, string | undefined>>): number {
  return z.coerce.number().min(0).max(3600).catch(0).parse(variables['EXIT_PAUSE']);
}
