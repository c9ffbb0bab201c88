import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, property, stringMatching } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EnvError, pauseBeforeEnd, readEnv, readFilePlaces } from '../src/env.ts';

const TOKEN = 'MTIz.NDU2.Nzg5_-a';

const problemsOf = (variables: Readonly<Record<string, string | undefined>>): readonly string[] => {
  try {
    readEnv(variables);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
};

test('a token is enough', () => {
  expect(readEnv({ DISCORD_TOKEN: TOKEN })).toEqual({
    discordToken: TOKEN,
    discordApi: 'https://discord.com/api',
    discordCdn: 'https://cdn.discordapp.com',
    databasePath: 'data/roadmate.sqlite',
    databaseUrl: null,
    shards: 'auto',
    studyRooms: false,
    shardCount: null,
    importHosts: [],
    httpPort: null,
    httpHost: '127.0.0.1',
    backupDir: null,
    backupAt: [180],
    backupKeep: 7,
    operatorGuild: null,
    logLevel: 'info',
  });
});

describe('hosts to import from', () => {
  test.each([
    ['gist.githubusercontent.com', ['gist.githubusercontent.com']],
    ['a.example, http://127.0.0.1:8080/', ['a.example', 'http://127.0.0.1:8080']],
    ['https://git.example.org b.example', ['https://git.example.org', 'b.example']],
    ['off', null],
    ['None', null],
  ])('%s', (given, importHosts) => {
    expect(readEnv({ DISCORD_TOKEN: TOKEN, IMPORT_HOSTS: given })).toMatchObject({ importHosts });
  });

  test.each(['ftp://a.example', 'a.example/path', 'a.example:81', 'user@a.example', 'http://'])(
    '%s is refused',
    (given) => {
      expect(problemsOf({ DISCORD_TOKEN: TOKEN, IMPORT_HOSTS: given })).toEqual([
        expect.stringMatching(/^IMPORT_HOSTS has to be a list of hosts/),
      ]);
    },
  );
});

test.each([
  ['true', true],
  [' True ', true],
  ['false', false],
  ['', false],
])('study rooms: %j', (given, studyRooms) => {
  expect(readEnv({ DISCORD_TOKEN: TOKEN, STUDY_ROOMS: given })).toMatchObject({ studyRooms });
});

test('study rooms are neither yes nor 1', () => {
  for (const given of ['yes', '1'])
    expect(problemsOf({ DISCORD_TOKEN: TOKEN, STUDY_ROOMS: given })).toEqual([
      'STUDY_ROOMS has to be true or false',
    ]);
});

const SERVER = 'postgres://localhost/roadmate';

describe('shards', () => {
  test.each([
    [{ SHARDS: 'auto' }, 'auto', null],
    [{ SHARDS: '"auto"', SHARD_COUNT: '' }, 'auto', null],
    [{ SHARDS: 'auto', SHARD_COUNT: '2' }, [0, 1], 2],
    [{ SHARDS: '[0,1]', SHARD_COUNT: '2' }, [0, 1], 2],
    [{ SHARDS: '[0,1]', SHARD_COUNT: '4', DATABASE_URL: SERVER }, [0, 1], 4],
    [{ SHARDS: '3', SHARD_COUNT: '4', DATABASE_URL: SERVER }, [3], 4],
    [{ SHARD_COUNT: '3' }, [0, 1, 2], 3],
  ] as const)('%j', (set, shards, shardCount) => {
    expect(readEnv({ DISCORD_TOKEN: TOKEN, ...set })).toMatchObject({ shards, shardCount });
  });

  test.each([
    [{ SHARDS: 'all' }, /^SHARDS has to be a list/],
    [{ SHARDS: '[0,1]' }, /^SHARD_COUNT is missing/],
    [{ SHARDS: '[4]', SHARD_COUNT: '4' }, /^SHARD_COUNT has to be larger than each/],
    [{ SHARDS: '[0,1]', SHARD_COUNT: '4' }, /^SHARDS leaves out some shards/],
    [{ SHARD_COUNT: 'many' }, /^SHARD_COUNT has to be the number/],
    [{ SHARD_COUNT: '0' }, /^SHARD_COUNT has to be 1 or more/],
  ])('%j is refused', (set, problem) => {
    expect(problemsOf({ DISCORD_TOKEN: TOKEN, ...set })).toEqual([expect.stringMatching(problem)]);
  });
});

test.each([
  ['300', 300],
  ['0', 0],
  [undefined, 0],
  ['soon', 0],
  ['-5', 0],
])('a pause of %j seconds before the end: %i', (value, seconds) => {
  expect(pauseBeforeEnd({ EXIT_PAUSE: value })).toBe(seconds);
});

describe('given values are used', () => {
  test.each([
    ['DISCORD_TOKEN', ` ${TOKEN}\n`, 'discordToken', TOKEN],
    ['DISCORD_API', 'http://127.0.0.1:4000/api/', 'discordApi', 'http://127.0.0.1:4000/api'],
    ['DISCORD_API', '', 'discordApi', 'https://discord.com/api'],
    ['DISCORD_CDN', 'http://localhost/cdn', 'discordCdn', 'http://localhost/cdn'],
    ['DATABASE_PATH', ' /var/lib/roadmate.sqlite', 'databasePath', '/var/lib/roadmate.sqlite'],
    ['DATABASE_PATH', '  ', 'databasePath', 'data/roadmate.sqlite'],
    ['DATABASE_URL', ' postgres://bot@db/roadmate', 'databaseUrl', 'postgres://bot@db/roadmate'],
    ['DATABASE_URL', '', 'databaseUrl', null],
    ['LOG_LEVEL', 'silent', 'logLevel', 'silent'],
    ['LOG_LEVEL', '', 'logLevel', 'info'],
    ['HOME', '/root', 'databasePath', 'data/roadmate.sqlite'],
  ] as const)('%s=%j', (name, value, field, taken) => {
    expect(readEnv({ DISCORD_TOKEN: TOKEN, [name]: value })[field]).toBe(taken);
  });
});

describe('each problem has a line', () => {
  test.each([
    [{}, [/^DISCORD_TOKEN is missing: copy it from/]],
    [{ DISCORD_TOKEN: '' }, [/^DISCORD_TOKEN is missing/]],
    [{ DISCORD_TOKEN: undefined }, [/^DISCORD_TOKEN is missing/]],
    [{ DISCORD_TOKEN: 'hunter2' }, [/^DISCORD_TOKEN is not a bot token/]],
    [{ DISCORD_TOKEN: `Bot ${TOKEN}` }, [/^DISCORD_TOKEN is not a bot token/]],
    [{ DISCORD_TOKEN: `"${TOKEN}"` }, [/^DISCORD_TOKEN is not a bot token/]],
    [{ DISCORD_TOKEN: TOKEN, DISCORD_API: 'discord.com/api' }, [/^DISCORD_API has to be an address such as/]],
    [{ DISCORD_TOKEN: TOKEN, DISCORD_API: 'ftp://discord.com' }, [/^DISCORD_API has to be an address/]],
    [{ DISCORD_TOKEN: TOKEN, DISCORD_CDN: '//cdn' }, [/^DISCORD_CDN has to be an address such as/]],
    [
      { DISCORD_TOKEN: TOKEN, DATABASE_URL: 'mysql://root@db/x' },
      [/^DATABASE_URL has to be an address such/],
    ],
    [
      { DISCORD_TOKEN: TOKEN, DATABASE_PATH: 'postgres://db/x' },
      [/^DATABASE_PATH is a file: put the address/],
    ],
    [
      { DISCORD_TOKEN: TOKEN, DATABASE_PATH: 'a.sqlite', DATABASE_URL: 'postgres://db/x' },
      [/^DATABASE_URL is set, and DATABASE_PATH too/],
    ],
    [{ DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'loud' }, [/^LOG_LEVEL has to be one of fatal, error/]],
    [
      { LOG_LEVEL: 'LOUD', DISCORD_API: '-', DISCORD_CDN: '-' },
      [/^DISCORD_TOKEN is/, /^DISCORD_API has/, /^DISCORD_CDN has/, /^LOG_LEVEL has/],
    ],
  ])('%j', (variables, lines) => {
    const problems = problemsOf(variables);
    expect(problems).toEqual(lines.map((line) => expect.stringMatching(line)));
    expect(problems.join('')).not.toContain('\n');
  });
});

test('no problem repeats a given value, which may be a token', () => {
  // It is longer than any word of the sentences.
  const secret = stringMatching(/^[\w!-]{24,80}$/);
  assert(
    property(secret, secret, (token, other) => {
      const problems = problemsOf({
        DISCORD_TOKEN: token,
        DISCORD_API: token,
        DISCORD_CDN: other,
        LOG_LEVEL: other,
      });
      expect(problems.length).toBe(4);
      expect(problems.join('\n')).not.toContain(token);
      expect(problems.join('\n')).not.toContain(other);
    }),
  );
});

describe('.env.example', () => {
  const lines = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8').split('\n');
  /** The variables that it names, with the values that it shows. */
  const example = Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^(?:# )?([A-Z_]+)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value]];
    }),
  );

  test('names every variable that is read, and no other', () => {
    expect(Object.keys(example).filter((name) => !changes(name))).toEqual([]);
    // Each variable is one field, so the same number is the same set.
    expect(Object.keys(example).length).toBe(Object.keys(readEnv({ DISCORD_TOKEN: TOKEN })).length);
  });

  test('shows each default as it is', () => {
    expect(readEnv({ ...example, DISCORD_TOKEN: TOKEN })).toEqual(readEnv({ DISCORD_TOKEN: TOKEN }));
    expect(example['DISCORD_TOKEN']).toBe('');
  });

  test('says what each one is for', () => {
    for (const [index, line] of lines.entries()) {
      if (!/^(?:# )?[A-Z_]+=/.test(line)) continue;
      const above = lines[index - 1] ?? '';
      expect(`${line}: ${above}`).toMatch(/: # \S/);
    }
  });
});

/** Whether a variable changes the environment that is read. */
function changes(name: string): boolean {
  const without = JSON.stringify(readEnv({ DISCORD_TOKEN: TOKEN }));
  const given = { DISCORD_TOKEN: TOKEN, [name]: 'https://other.example/a.b.c' };
  return problemsOf(given).length > 0 || JSON.stringify(readEnv(given)) !== without;
}

describe('what the operator sets', () => {
  test.each([
    [{ BACKUP_AT: '15:00, 3:00' }, { backupAt: [180, 900] }],
    [
      { BACKUP_DIR: ' /b ', BACKUP_KEEP: '3' },
      { backupDir: '/b', backupKeep: 3 },
    ],
    [
      { HTTP_PORT: '9464', HTTP_HOST: '::' },
      { httpPort: 9464, httpHost: '::' },
    ],
    [{ OPERATOR_GUILD: '123456789012345678' }, { operatorGuild: '123456789012345678' }],
  ])('%j', (given, expected) => {
    expect(readEnv({ DISCORD_TOKEN: TOKEN, ...given })).toMatchObject(expected);
  });

  test.each([
    [{ BACKUP_AT: '25:00' }, /^BACKUP_AT has to be times of day/],
    [{ BACKUP_AT: ',' }, /^BACKUP_AT has to be times of day/],
    [{ BACKUP_KEEP: '0' }, /^BACKUP_KEEP has to be 1 or more/],
    [{ BACKUP_DIR: '/b', DATABASE_URL: 'postgres://a/b' }, /^BACKUP_DIR is for the SQLite file/],
    [{ HTTP_PORT: '70000' }, /^HTTP_PORT has to be 65535 or less/],
    [{ HTTP_PORT: 'on' }, /^HTTP_PORT has to be a port/],
    [{ HTTP_HOST: 'http://a' }, /^HTTP_HOST has to be an address/],
    [{ OPERATOR_GUILD: 'ours' }, /^OPERATOR_GUILD has to be the id of a server/],
  ])('%j is refused', (given, problem) => {
    expect(problemsOf({ DISCORD_TOKEN: TOKEN, ...given })).toEqual([expect.stringMatching(problem)]);
  });

  test('a program that works on the file needs no token, and refuses a server', () => {
    expect(readFilePlaces({ DATABASE_PATH: 'a.sqlite' })).toMatchObject({ databasePath: 'a.sqlite' });
    expect(() => readFilePlaces({ DATABASE_URL: 'postgres://a/b' })).toThrow(/pg_dump/);
  });
});
