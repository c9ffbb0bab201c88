/**
 * The scheduled posts that a group can have, in the order in which they are listed to people. A further one begins with
 * its name here; what does not know it yet no longer compiles: its file in `schedule/posts/`, and its words.
 */
export const POST_KINDS = ['daily', 'weekly'] as const;

export type PostKind = (typeof POST_KINDS)[number];

/** Everything that a group is sent: its scheduled posts, and once, when it begins, a welcome. */
export type DeliveryKind = PostKind | 'welcome';
