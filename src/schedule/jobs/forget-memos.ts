import { forgetMemosBefore } from '../../store/memos.ts';
import type { Job } from '../scheduler.ts';

const DAY = 24 * 60 * 60_000;
/** For so many days a reminder that has come can be put off. */
const SNOOZABLE = 7;

/** Deletes reminders that were sent a week ago, and those that nobody kept within a day. */
export const forgetMemos: Job = {
  name: 'forget-memos',
  run: ({ app }, now) => forgetMemosBefore(app.db, { drafts: now - DAY, sent: now - SNOOZABLE * DAY }),
};
