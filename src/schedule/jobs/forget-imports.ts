import { forgetImportsBefore } from '../../store/roadmaps/imports.ts';
import type { Job } from '../scheduler.ts';

/** After a day the file may have changed, so a person who has not decided by then imports it again. */
const KEPT = 24 * 60 * 60_000;

/** Deletes old imports that were never applied. They are stored only while somebody may decide about them. */
export const forgetImports: Job = {
  name: 'forget-imports',
  of: 'no-guild',
  run: ({ app }, now) => forgetImportsBefore(app.db, now - KEPT),
};
