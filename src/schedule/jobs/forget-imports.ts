import { forgetImportsBefore } from '../../store/roadmaps/imports.ts';
import type { Job } from '../scheduler.ts';

/** Who has not looked through a file within a day sends it again: by then it may have changed. */
const KEPT = 24 * 60 * 60_000;

/** What was read in and never applied is kept while somebody may decide, not for good. */
export const forgetImports: Job = {
  name: 'forget-imports',
  run: ({ app }, now) => forgetImportsBefore(app.db, now - KEPT),
};
