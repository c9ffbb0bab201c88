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
  HTTP_PORT: z.coerce
    .number({ error: 'has to be a port such as 9464' })
    .int({ error: 'has to be a whole number' })
    .min(1, { error: 'has to be 1 or more' })
    .max(65_535, { error: 'has to be 65535 or less' })
    .optional(),
  HTTP_HOST: z
    .string()
    .trim()
    .regex(/^[\w.:-]+$/, { error: 'has to be an address of this machine such as 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1'),
  BACKUP_DIR: z.string().trim().optional(),
  BACKUP_AT: z
    .string()
    .default('03:00')
    .transform((text, context) => {
      const times = text
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .map(minuteOfDay);
      if (times.length > 0 && times.every((time) => time !== null)) return times.toSorted((a, b) => a - b);
      context.addIssue({ code: 'custom', message: 'has to be times of day (UTC) such as 03:00, 15:00' });
      return z.NEVER;
    }),
  BACKUP_KEEP: z.coerce
    .number({ error: 'has to be the number of snapshots that are kept' })
    .int({ error: 'has to be a whole number' })
    .min(1, { error: 'has to be 1 or more' })
    .default(7),
  OPERATOR_GUILD: z
    .string()
    .trim()
    .regex(/^\d{17,20}$/, { error: 'has to be the id of a server: a number of 17 to 20 digits' })
    .optional(),
  STUDY_ROOMS: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['true', 'false'], { error: 'has to be true or false' }))
    .default('false'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'has to be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
});

/** `03:00` as minutes since midnight; null if it is no time of day. */
function minuteOfDay(entry: string): number | null {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(entry) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

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

const schema = variablesSchema.superRefine((data, context) => {
  checkPlaces(data, context);
  const { SHARDS, SHARD_COUNT } = data;
  if (!Array.isArray(SHARDS)) return;
  const message =
    SHARD_COUNT === undefined
      ? 'is missing: with SHARDS it says how many shards all processes have together'
      : `has to be larger than each number in SHARDS`;
  if (SHARD_COUNT === undefined || SHARDS.some((id) => id >= SHARD_COUNT)) {
    context.addIssue({ code: 'custom', path: ['SHARD_COUNT'], message });
  } else if (data.DATABASE_URL === undefined && new Set(SHARDS).size < SHARD_COUNT) {
    const left =
      'leaves out some shards, and no other process can open the SQLite file: name all of them here';
    context.addIssue({
      code: 'custom',
      path: ['SHARDS'],
      message: `${left}, or let the processes share a PostgreSQL database (DATABASE_URL)`,
    });
  }
});

/** The variables about the places of the database and its copies. */
const placesSchema = variablesSchema.pick({
  DATABASE_PATH: true,
  DATABASE_URL: true,
  BACKUP_DIR: true,
  BACKUP_AT: true,
  BACKUP_KEEP: true,
});

function checkPlaces(
  { DATABASE_PATH, DATABASE_URL, BACKUP_DIR }: z.output<typeof placesSchema>,
  context: z.RefinementCtx,
): void {
  if (DATABASE_URL === undefined) return;
  if (DATABASE_PATH !== undefined) {
    const message =
      'is set, and DATABASE_PATH too: Roadmate has one database, so take one of the two lines out';
    context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message });
  }
  if (BACKUP_DIR !== undefined) {
    const message =
      'is for the SQLite file: back a PostgreSQL database up by pg_dump, and take this line out (docs/hosting.md)';
    context.addIssue({ code: 'custom', path: ['BACKUP_DIR'], message });
  }
}

/** The checked environment; `.env.example` says what each variable is for. */
export interface Env {
  readonly discordToken: string;
  readonly discordApi: string;
  readonly discordCdn: string;
  readonly databasePath: string;
  /** The address of a PostgreSQL database, which is used instead of the file; null if there is none. */
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
  /** The port for health and metrics; null if there is none. */
  readonly httpPort: number | null;
  /** The address of that port. */
  readonly httpHost: string;
  /** The folder for copies of the database; null if none are made. */
  readonly backupDir: string | null;
  /** When they are made: times of day in UTC, as minutes since midnight, the earliest first. */
  readonly backupAt: readonly number[];
  /** How many copies are kept. */
  readonly backupKeep: number;
  /** The guild that has `/status`. */
  readonly operatorGuild: string | null;
  /** Whether servers may name voice channels in which study time counts. */
  readonly studyRooms: boolean;
  readonly logLevel: z.output<typeof schema>['LOG_LEVEL'];
}

/** The variables for programs that only work on files, and therefore need no token. */
export type Places = Pick<Env, 'databasePath' | 'databaseUrl' | 'backupDir' | 'backupAt' | 'backupKeep'>;

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
export function readEnv(variables: Variables): Env {
  const data = checked(schema, variables);
  return {
    discordToken: data.DISCORD_TOKEN,
    discordApi: data.DISCORD_API,
    discordCdn: data.DISCORD_CDN,
    shards: Array.isArray(data.SHARDS) ? data.SHARDS : allOf(data.SHARD_COUNT),
    shardCount: data.SHARD_COUNT ?? null,
    importHosts: data.IMPORT_HOSTS === undefined ? [] : data.IMPORT_HOSTS,
    httpPort: data.HTTP_PORT ?? null,
    httpHost: data.HTTP_HOST,
    operatorGuild: data.OPERATOR_GUILD ?? null,
    studyRooms: data.STUDY_ROOMS === 'true',
    logLevel: data.LOG_LEVEL,
    ...placesOf(data),
  };
}

/**
 * Checks only the variables about the places of the database and its copies.
 * @throws EnvError
 */
function readPlaces(variables: Variables): Places {
  return placesOf(checked(placesSchema.superRefine(checkPlaces), variables));
}

/**
 * The same for programs that work only on the SQLite file.
 * @throws EnvError, also if the database is on a server
 */
export function readFilePlaces(variables: Variables): Places {
  const places = readPlaces(variables);
  if (places.databaseUrl === null) return places;
  throw new EnvError([
    'DATABASE_URL is set, and this is for the SQLite file: back a PostgreSQL database up by pg_dump (docs/hosting.md)',
  ]);
}

/**
 * Reads the places of both databases, for a copy from one to the other.
 * @throws EnvError
 */
export function readBothDatabases(variables: Variables): { readonly file: string; readonly server: string } {
  const { DATABASE_PATH, DATABASE_URL } = checked(placesSchema, variables);
  if (DATABASE_URL === undefined) {
    throw new EnvError(['DATABASE_URL is missing: it names the PostgreSQL database, see docs/hosting.md']);
  }
  return { file: DATABASE_PATH ?? DEFAULT_PATH, server: DATABASE_URL };
}

type Variables = Readonly<Record<string, string | undefined>>;

function placesOf(data: z.output<typeof placesSchema>): Places {
  return {
    databasePath: data.DATABASE_PATH ?? DEFAULT_PATH,
    databaseUrl: data.DATABASE_URL ?? null,
    backupDir: data.BACKUP_DIR ?? null,
    backupAt: data.BACKUP_AT,
    backupKeep: data.BACKUP_KEEP,
  };
}

function checked<T>(by: z.ZodType<T>, variables: Variables): T {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = by.safeParse(given);
  if (result.success) return result.data;
  throw new EnvError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
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
