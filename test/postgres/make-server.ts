import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A PostgreSQL server of the tests' own, in a folder that is removed afterwards. It listens on a socket in there, so that
 * it meets no other server, and nothing of it is written safely, since nothing has to last.
 */
export interface TestServer {
  readonly folder: string;
  start(): Promise<void>;
  /** `immediate`: as if the machine had lost its power. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  remove(): Promise<void>;
}

const OPTIONS = {
  listen_addresses: '',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '200',
  max_wal_size: '512MB',
};

/**
 * @param programs the folder of PostgreSQL's programs
 * @param own settings in place of the usual ones
 */
export async function makeServer(
  programs: string,
  own: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-postgres-'));
  const data = join(folder, 'data');
  const call = await caller(programs, folder);
  const settings = Object.entries({ ...OPTIONS, ...own, unix_socket_directories: folder });
  const options = settings.map(([name, value]) => `-c ${name}='${value}'`).join(' ');
  await call('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C', '-E', 'UTF8', '--no-sync');
  return {
    folder,
    start: () => call('pg_ctl', 'start', '-w', '-D', data, '-o', options, '-l', join(folder, 'log')),
    stop: (mode = 'fast') => call('pg_ctl', 'stop', '-w', '-D', data, '-m', mode),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** PostgreSQL does not run as root: then it runs as the user that its package has made, whose the folder has to be. */
async function caller(
  programs: string,
  folder: string,
): Promise<(program: string, ...given: readonly string[]) => Promise<void>> {
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? { uid: await idOfPostgres('-u'), gid: await idOfPostgres('-g') } : null;
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  return async (program, ...given) => {
    // What the server goes on writing to has to be a file, or its caller would wait for the end of it.
    await run(join(programs, program), given, { ...owner, cwd: folder });
  };
}

async function idOfPostgres(which: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [which, 'postgres'])).stdout);
}

/** The address of a database on a test's server. */
export function addressOf(folder: string, database: string): string {
  return `postgres:///${database}?host=${encodeURIComponent(folder)}&user=postgres`;
}
