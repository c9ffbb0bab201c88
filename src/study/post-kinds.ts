/**
 * The scheduled posts that a group can have, in the order in which people see them. To add one, begin with its name
 * here. The types then lead to the rest: its file in `schedule/posts/`, and its words.
 */
export const POST_KINDS = ['daily', 'weekly'] as const;

export type PostKind = (typeof POST_KINDS)[number];

/** Everything that a group is sent: its scheduled posts, a welcome, which comes once, and the news of another roadmap. */
export type DeliveryKind = PostKind | 'welcome' | 'following';

/** Whether a delivery is a scheduled post, which comes again and can be paused. */
export function isPost(kind: DeliveryKind): kind is PostKind {
  return POST_KINDS.some((post) => post === kind);
}
