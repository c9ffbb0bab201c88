import { configureGlobal } from 'fast-check';

/**
 * Properties try the same examples in each run, so that a failure comes from a change and not from chance. `SEED=123
 * npm test` tries others.
 */
configureGlobal({ seed: Number(process.env['SEED'] ?? 20261126) });
