import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const TESTS = 'test/**/*.test.ts';
/** Milliseconds. It ends what hangs; no machine is so busy that what does not hang takes as long. */
const LIMIT = 300_000;

/** The tests that have a smaller size as well, see `test/size.ts`. */
const sized = (): string[] =>
  globSync(TESTS).filter((path) => /from '[./]+\/size\.ts'/.test(readFileSync(path, 'utf8')));

export default defineConfig(({ mode }) => {
  const isFull = mode === 'full';
  return {
    test: {
      include: isFull ? sized() : [TESTS],
      provide: { isFull },
      // Loading the bot costs more than most tests do: files share the process that has loaded it, so they leave nothing behind.
      isolate: false,
      maxWorkers: availableParallelism(),
      testTimeout: LIMIT,
      hookTimeout: LIMIT,
    },
  };
});
