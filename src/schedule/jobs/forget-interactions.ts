import { forgetHandledBefore } from '../../store/once.ts';
import type { Job } from '../scheduler.ts';
import { DAY } from '../../time/units.ts';

/** The token of an interaction is void after 15 minutes, so after a day Discord cannot deliver it again. */
const KEPT = DAY;

/** Forgets old interactions. They are remembered so that none takes effect twice. */
export const forgetInteractions: Job = {
  name: 'forget-interactions',
  of: 'no-guild',
  run: ({ app }, now) => forgetHandledBefore(app.db, now - KEPT),
};
