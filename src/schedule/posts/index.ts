import type { ScheduledPost } from '../scheduled-post.ts';
import { daily } from './daily.ts';
import { weekly } from './weekly.ts';

/** The scheduled posts; a further one is one file here, and one line. */
export const posts: readonly ScheduledPost[] = [daily, weekly];
