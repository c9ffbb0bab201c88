import { forgetImportsBefore } from '../../store/roadmaps/imports.ts';
import type { Job } from '../scheduler.ts';
import { DAY } from '../../time/units.ts';

/** After a day the file may have changed, so a person who has not decided by then imports it again. */
const KEPT = DAY;

/** Deletes old imports that were never applied. They are stored only while somebody may decide about them. */
export const forgetImports: Job = {
  name: 'forget-imports',
  of: 'no-guild',
  run: ({ app }, now) => forgetImportsBefore(app.db, now - KEPT),
};
