import { configureGlobal } from 'fast-check';
import { isFull } from './size.ts';

/**
 * Properties try the same examples in each run, so that a failure comes from a change and not from chance. `SEED=123
 * npm test` tries others. In the full size they try more of them.
 */
configureGlobal({ seed: Number(process.env['SEED'] ?? 20261126), numRuns: isFull ? 200 : 25 });
