import { forgetDraftsBefore } from '../../store/proofs/drafts.ts';
import type { Job } from '../scheduler.ts';

/** A person who still wants to send what they typed does so within a day. */
const KEPT = 24 * 60 * 60_000;

/** The texts of a refused form are kept so that the person can correct them, but not for ever. */
export const forgetDrafts: Job = {
  name: 'forget-drafts',
  run: ({ app }, now) => forgetDraftsBefore(app.db, now - KEPT),
};
