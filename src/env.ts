import { z } from 'zod';

const address = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `has to be an address such as ${example}` })
    .transform((url) => url.replace(/\/+$/, ''));

const schema = z.object({
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
    .default('data/roadmate.sqlite'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'has to be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
});

/** The checked environment; `.env.example` says what each variable is for. */
export interface Env {
  readonly discordToken: string;
  readonly discordApi: string;
  readonly discordCdn: string;
  readonly databasePath: string;
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
    databasePath: checked.data.DATABASE_PATH,
    logLevel: checked.data.LOG_LEVEL,
  };
}
