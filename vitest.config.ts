import { globSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const TESTS = 'test/**/*.test.ts';
/** In milliseconds. Only a test that hangs takes so long, even on a busy machine. */
const LIMIT = 300_000;

/** The tests that also have a smaller size, see `test/size.ts`. */
const sized = (): string[] =>
  globSync(TESTS).filter((path) => /from '[./]+\/size\.ts'/.test(readFileSync(path, 'utf8')));

const MEMORY = '/dev/shm';
const ROOM = 2 * 2 ** 30;

/** Puts the files of tests into memory if there is room, so that no commit waits for a disk. */
function inMemory(): Readonly<Record<string, string>> {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM ? { TMPDIR: MEMORY } : {};
  } catch {
    return {};
  }
}

export default defineConfig(({ mode }) => {
  const isFull = mode === 'full';
  return {
    test: {
      include: isFull ? sized() : [TESTS],
      provide: { isFull },
      setupFiles: ['test/examples.ts'],
      env: inMemory(),
      // Loading the bot takes longer than most tests, so test files share a process, and must leave nothing behind in it.
      isolate: false,
      maxWorkers: availableParallelism(),
      testTimeout: LIMIT,
      hookTimeout: LIMIT,
    },
  };
});
