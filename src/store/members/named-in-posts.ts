import type { Db } from '../schema.ts';

/** Discord's ids are numbers of this length. Our own ids are shorter, and have letters too. */
const DISCORD_ID = /^\d{17,20}$/;

/** The JSON of a post's content without the list entries about some members. */
export function withoutMembers(content: string, isGone: (userId: string) => boolean): string {
  const kept: unknown = JSON.parse(content, (_key, value: unknown) =>
    Array.isArray(value)
      ? value.filter((entry) => {
          const userId = memberIn(entry);
          return userId === null || !isGone(userId);
        })
      : value,
  );
  return JSON.stringify(kept);
}

/**
 * The JSON of a post's content without members who deleted their data since it was prepared. Call it in the
 * transaction that stores the content, because later deletions look only into stored posts.
 */
export async function withoutForgotten(trx: Db, content: string): Promise<string> {
  const named = new Set<string>();
  withoutMembers(content, (userId) => {
    if (DISCORD_ID.test(userId)) named.add(userId);
    return false;
  });
  if (named.size === 0) return content;
  const known = await trx
    .selectFrom('member')
    .select('user_id')
    .where('user_id', 'in', [...named])
    .execute();
  const left = new Set(known.map((row) => row.user_id));
  return withoutMembers(content, (userId) => named.has(userId) && !left.has(userId));
}

/** The member whom a list entry is about. The entry is their id, or has a `userId`. */
function memberIn(entry: unknown): string | null {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null || !('userId' in entry)) return null;
  return typeof entry.userId === 'string' ? entry.userId : null;
}
