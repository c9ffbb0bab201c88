import type { Db } from '../schema.ts';

/** Discord's ids are numbers of this length; the ids of our own things are shorter, and not of digits alone. */
const DISCORD_ID = /^\d{17,20}$/;

/** The JSON of a post without the list entries about some members. */
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
 * The JSON of a post without those who had all of theirs deleted since it was prepared; to be called in the transaction
 * that keeps it, for nobody looks for them in it afterwards.
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

/** Whom an entry of a list is about: an id itself, or something with a `userId`. */
function memberIn(entry: unknown): string | null {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null || !('userId' in entry)) return null;
  return typeof entry.userId === 'string' ? entry.userId : null;
}
