import { forgetDraftsBefore } from '../../store/proofs/drafts.ts';
import type { Job } from '../scheduler.ts';
import { DAY } from '../../time/units.ts';

/** A person who still wants to send what they typed does so within a day. */
const KEPT = DAY;

/** Deletes old texts of refused forms. They are stored only so that the person can correct them. */
export const forgetDrafts: Job = {
  name: 'forget-drafts',
  of: 'no-guild',
  run: ({ app }, now) => forgetDraftsBefore(app.db, now - KEPT),
};
