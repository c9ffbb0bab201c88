import { configureGlobal } from 'fast-check';

/**
 * Properties try the same examples at each run, so that a red run speaks of the change and not of luck. `SEED=123 npm test`
 * tries others.
 */
configureGlobal({ seed: Number(process.env['SEED'] ?? 20261126) });
