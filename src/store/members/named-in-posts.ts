import type { DeliveryKind } from '../../study/post-kinds.ts';
import type { Db } from '../schema.ts';

/** Discord's ids are numbers. Our own ids have letters too. */
const DISCORD_ID = /^\d+$/;

/** The JSON of a post's content without the list entries about some members. */
function withoutMembers(content: string, isGone: (userId: string) => boolean): string {
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

/** The content of a post as it can be stored, as JSON, and the members whom it names. */
interface Nameable {
  readonly content: string;
  readonly named: readonly string[];
}

/**
 * The JSON of a post's content without members who deleted their data since it was prepared. Call it in the
 * transaction that stores the content, because later deletions look only into stored posts.
 */
export async function withoutForgotten(trx: Db, content: string): Promise<Nameable> {
  const named = new Set<string>();
  withoutMembers(content, (userId) => {
    if (DISCORD_ID.test(userId)) named.add(userId);
    return false;
  });
  if (named.size === 0) return { content, named: [] };
  const known = await trx
    .selectFrom('member')
    .select('user_id')
    .where('user_id', 'in', [...named])
    .execute();
  const left = new Set(known.map((row) => row.user_id));
  return {
    content: withoutMembers(content, (userId) => named.has(userId) && !left.has(userId)),
    named: [...left],
  };
}

/** Stores whom a post names, so that it is found when one of them deletes their data. */
export async function noteNames(trx: Db, deliveryId: string, named: readonly string[]): Promise<void> {
  if (named.length === 0) return;
  const rows = named.map((user_id) => ({ user_id, delivery_id: deliveryId }));
  await trx.insertInto('delivery_name').values(rows).execute();
}

/** The posts that name a member, as the beginning of a query. */
export function postsNaming(db: Db, userId: string) {
  return db
    .selectFrom('delivery_name')
    .innerJoin('delivery', 'delivery.id', 'delivery_name.delivery_id')
    .where('delivery_name.user_id', '=', userId);
}

/** A post of a group that names a member: of which server, which kind, and for which local date. */
export interface NamingPost {
  readonly id: string;
  readonly guildId: string;
  readonly kind: DeliveryKind;
  readonly date: string;
}

/** Every post that names a member, oldest first. */
export async function postsThatName(db: Db, userId: string): Promise<readonly NamingPost[]> {
  return await postsNaming(db, userId)
    .select(['delivery.id', 'guild_id as guildId', 'kind', 'local_date as date'])
    .orderBy('delivery.due_at')
    .orderBy('delivery.id')
    .execute();
}

/** Takes a member out of the posts that name them. Call it before the member's row is deleted. */
export async function forgetInPosts(trx: Db, userId: string): Promise<void> {
  const naming = await postsNaming(trx, userId).select(['delivery.id', 'delivery.content']).execute();
  for (const { id, content } of naming) {
    await trx
      .updateTable('delivery')
      .set({ content: withoutMembers(content ?? 'null', (named) => named === userId) })
      .where('id', '=', id)
      .execute();
  }
}

/** The member whom a list entry is about. The entry is their id, or has a `userId`. */
function memberIn(entry: unknown): string | null {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null || !('userId' in entry)) return null;
  return typeof entry.userId === 'string' ? entry.userId : null;
}
