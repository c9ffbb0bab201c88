import { forgetHandledBefore } from '../../store/once.ts';
import type { Job } from '../scheduler.ts';

/** The token of an interaction is void after 15 minutes; a day is ample for whatever is delivered late. */
const KEPT = 24 * 60 * 60_000;

/** Interactions are remembered so that none has its effect twice; after a day nothing can repeat them. */
export const forgetInteractions: Job = {
  name: 'forget-interactions',
  run: ({ app }, now) => forgetHandledBefore(app.db, now - KEPT),
};
