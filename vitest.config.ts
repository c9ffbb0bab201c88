import { globSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const TESTS = 'test/**/*.test.ts';
/** Milliseconds. It ends what hangs; no machine is so busy that what does not hang takes as long. */
const LIMIT = 300_000;

/** The tests that have a smaller size as well, see `test/size.ts`. */
const sized = (): string[] =>
  globSync(TESTS).filter((path) => /from '[./]+\/size\.ts'/.test(readFileSync(path, 'utf8')));

const MEMORY = '/dev/shm';
const ROOM = 2 * 2 ** 30;

/** Where tests put their files, so that no commit waits for a disk: in memory, if there is a place for files with room. */
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
      // Loading the bot costs more than most tests do: files share the process that has loaded it, so they leave nothing behind.
      isolate: false,
      maxWorkers: availableParallelism(),
      testTimeout: LIMIT,
      hookTimeout: LIMIT,
    },
  };
});
