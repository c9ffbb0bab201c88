import type { Job } from '../scheduler.ts';
import { buddies } from './buddies.ts';
import { checkMembers } from './check-members.ts';
import { forgetDrafts } from './forget-drafts.ts';
import { forgetImports } from './forget-imports.ts';
import { notifyAuthors } from './notify-authors.ts';
import { thesisReminders } from './thesis-reminders.ts';
import { focusEnds } from './focus-ends.ts';
import { forgetMemos } from './forget-memos.ts';
import { help } from './help.ts';
import { memos } from './memos.ts';
import { forgetInteractions } from './forget-interactions.ts';
import { plans } from './plans.ts';
import { reminders } from './reminders.ts';
import { roles } from './roles.ts';
import { rooms } from './rooms.ts';
import { studying } from './studying.ts';
import { together } from './together.ts';
import { readLinks } from './read-links.ts';
import { takeOutPictures } from './take-out-pictures.ts';

/** What each tick does beside the posts, all at the same time. To add a job, add a file here and a line. */
export const jobs: readonly Job[] = [
  checkMembers,
  forgetInteractions,
  forgetDrafts,
  forgetImports,
  thesisReminders,
  notifyAuthors,
  reminders,
  memos,
  together,
  studying,
  focusEnds,
  roles,
  buddies,
  help,
  rooms,
  plans,
  forgetMemos,
  takeOutPictures,
  readLinks,
];
