import { forgetMemosBefore } from '../../store/memos/list.ts';
import type { Job } from '../scheduler.ts';
import { DAY } from '../../time/units.ts';

/** A member can put off a sent reminder for so many days. */
const SNOOZABLE = 7;

/** Deletes reminders that were sent a week ago, and drafts that the member has not kept for a day. */
export const forgetMemos: Job = {
  name: 'forget-memos',
  of: 'no-guild',
  run: ({ app }, now) => forgetMemosBefore(app.db, { drafts: now - DAY, sent: now - SNOOZABLE * DAY }),
};
