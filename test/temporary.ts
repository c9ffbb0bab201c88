import { mkdir, rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';

/**
 * Makes the folder for the temporary files of a run, and removes it afterwards with what is still in it: the databases
 * of worlds that were kept for a next test, and what failed tests left behind.
 */
export default async function setUp({ config }: TestProject): Promise<() => Promise<void>> {
  const { TMPDIR: folder } = config.env;
  if (folder === undefined) throw new Error('vitest.config.ts names a folder');
  await mkdir(folder, { recursive: true });
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
