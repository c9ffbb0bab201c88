import { POST_KINDS, type PostKind } from '../../study/post-kinds.ts';
import type { ScheduledPost } from '../scheduled-post.ts';
import { daily } from './daily.ts';
import { weekly } from './weekly.ts';

const BY_KIND = { daily, weekly } satisfies Record<PostKind, ScheduledPost>;

export const posts: readonly ScheduledPost[] = POST_KINDS.map((kind) => BY_KIND[kind]);
