import type { ScheduledPost } from '../scheduled-post.ts';

/** The scheduled posts; a further one is one file here, and one line. */
export const posts: readonly ScheduledPost[] = [];
