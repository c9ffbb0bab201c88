import { vi } from 'vitest';

/**
 * For how long a test waits for what has to come, in real milliseconds. No machine is so slow: what takes longer hangs.
 * It is less than the time limit of a test, so that it is told what did not come.
 */
export const PATIENCE = 120_000;

/** Makes a check again and again until it passes; its last complaint fails the test. */
export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: PATIENCE, interval: 10 });
}
