import { globSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { findPrograms } from './test/postgres/programs.ts';

const TESTS = 'test/**/*.test.ts';
/** In milliseconds. Only a test that hangs takes so long, even on a busy machine. */
const LIMIT = 300_000;

/**
 * The tests that also have a smaller size, see `test/size.ts`, among them those of programs and of the page, and all properties,
 * see `test/examples.ts`.
 */
const sized = (): string[] =>
  globSync(TESTS).filter((path) =>
    /from '(?:[./]+\/(?:size|process|browser)\.ts|fast-check)'/.test(readFileSync(path, 'utf8')),
  );

const MEMORY = '/dev/shm';
const ROOM = 2 * 2 ** 30;

/** The folder for temporary files of tests: in memory if there is room, so that no commit waits for a disk. */
function temporary(): string {
  const name = `roadmate-tests-${process.pid}`;
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return join(bavail * bsize > ROOM ? MEMORY : tmpdir(), name);
  } catch {
    return join(tmpdir(), name);
  }
}

/** The tests that also run on a PostgreSQL server: of the store, the schedule, and the whole bot. */
const ON_POSTGRES = ['test/{store,schedule,end-to-end,postgres}/**/*.test.ts'];
/**
 * The exceptions: tests about files or SQLite itself, a test that stops timers which connections need, and tests of pure
 * rules and message limits, where the database makes no difference. `together` and `two-weeks` start
 * processes with a file of their own.
 */
const ON_SQLITE = [
  'test/store/{sqlite,upgrades}/**',
  'test/store/members/everything-personal.test.ts',
  'test/schedule/{decide,due,heartbeat,reminder-time,spread}.test.ts',
  'test/end-to-end/{extremes,four-weeks,full-notes,own-readme,titles,together,two-weeks}.test.ts',
];

export default defineConfig(({ mode }) => {
  const isFull = mode === 'full';
  const isOnPostgres = mode === 'postgres';
  const programs = isOnPostgres ? findPrograms() : null;
  if (isOnPostgres && programs === null) console.log('PostgreSQL is not installed: its tests are skipped');
  return {
    test: {
      include: isFull ? sized() : isOnPostgres ? (programs === null ? [] : ON_POSTGRES) : [TESTS],
      exclude: isOnPostgres ? ON_SQLITE : ['test/postgres/**'],
      passWithNoTests: isOnPostgres && programs === null,
      provide: { isFull, postgres: null },
      globalSetup: ['test/temporary.ts', ...(programs === null ? [] : ['test/postgres/server.ts'])],
      setupFiles: ['test/examples.ts'],
      env: { TMPDIR: temporary() },
      // Loading the bot takes longer than most tests, so test files share a process, and must leave nothing behind in it.
      isolate: false,
      // The files run as Node runs them: it strips the types itself. Transforming them would cost a fifth of all the time.
      experimental: { viteModuleRunner: false, nodeLoader: false },
      // One more than there are processors, because a test of a browser or of a program only waits. A worker takes 0.8 GB.
      maxWorkers: availableParallelism() + 1,
      testTimeout: LIMIT,
      hookTimeout: LIMIT,
    },
  };
});
