import { isAway, wasNeverSent } from './postgres/faults.ts';
import { StoreError } from './store-error.ts';

/** PostgreSQL's codes for transactions that met others, however often they ran again. */
const MET_AGAIN: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/**
 * Whether an error says that the database cannot do something now, and may a moment later: it is away, or too much is
 * written there at once. What was to be done is not to blame, so it is tried again.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof StoreError) return error.problem === 'unreachable';
  const hasMet = error instanceof Error && 'code' in error && MET_AGAIN.has(error.code);
  return hasMet || isAway(error) || wasNeverSent(error);
}
