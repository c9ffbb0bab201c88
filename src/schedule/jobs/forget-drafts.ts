import { forgetDraftsBefore } from '../../store/proofs/drafts.ts';
import type { Job } from '../scheduler.ts';

/** A person who still wants to send what they typed does so within a day. */
const KEPT = 24 * 60 * 60_000;

/** What was typed into a form that was refused is kept so that it can be mended, not for good. */
export const forgetDrafts: Job = {
  name: 'forget-drafts',
  run: ({ app }, now) => forgetDraftsBefore(app.db, now - KEPT),
};
