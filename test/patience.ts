import { vi } from 'vitest';

/**
 * How long a test waits for something that has to come, in real milliseconds. No machine is this slow, so whatever
 * takes longer hangs. It is shorter than the time limit of a test, so that the failure names what did not come.
 */
export const PATIENCE = 120_000;

/** Repeats a check until it passes. Its last error fails the test. */
export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: PATIENCE, interval: 10 });
}
