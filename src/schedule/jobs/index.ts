import type { Chore } from '../scheduler.ts';
import { forgetDrafts } from './forget-drafts.ts';
import { readers } from './thesis-reminders.ts';
import { forgetInteractions } from './forget-interactions.ts';
import { reviewReminders } from './review-reminders.ts';

/** What each beat does beside the posts; a further chore is one file here, and one line. */
export const chores: readonly Chore[] = [forgetInteractions, forgetDrafts, readers, reviewReminders];
