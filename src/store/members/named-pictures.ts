import { z } from 'zod';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { postsNaming } from './named-in-posts.ts';

/** A message with a picture that shows a member's name. */
export interface NamedPicture {
  readonly messageId: string;
  readonly channelId: string;
  readonly guildId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Stores that a message has a picture with a member's name, so that the picture can be removed. */
export async function keepNamedPicture(db: Db, userId: string, picture: NamedPicture): Promise<void> {
  const { messageId, channelId, guildId, at } = picture;
  await db
    .insertInto('named_picture')
    .columns(['message_id', 'user_id', 'guild_id', 'channel_id', 'at'])
    // If the member has just deleted their data, there is no row to refer to, and nothing is stored.
    .expression((eb) =>
      eb
        .selectFrom('member')
        .select((m) => [
          m.val(messageId).as('message_id'),
          'user_id',
          m.val(guildId).as('guild_id'),
          m.val(channelId).as('channel_id'),
          m.val(at).as('at'),
        ])
        .where('user_id', '=', userId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Every message that shows a picture with the member's name, oldest first. */
export async function namedPicturesOf(db: Db, userId: string): Promise<readonly NamedPicture[]> {
  const rows = await db
    .selectFrom('named_picture')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('message_id')
    .execute();
  return rows.map(({ message_id, channel_id, guild_id, at }) => ({
    messageId: message_id,
    channelId: channel_id,
    guildId: guild_id,
    at,
  }));
}

/** A picture that has to be removed from its message. */
export interface Removal {
  readonly messageId: string;
  readonly channelId: string;
  /** How often the removal was tried. */
  readonly tries: number;
}

/** The pictures of posts show names too. The post's content lists whose. */
const picturing = z.object({ pictured: z.array(z.string()) });

/** The sent posts whose picture shows a member's name. */
async function postsPicturing(
  db: Db,
  userId: string,
): Promise<readonly Pick<NamedPicture, 'messageId' | 'channelId'>[]> {
  const rows = await postsNaming(db, userId)
    .select(['message_id', 'channel_id', 'content'])
    .where('message_id', 'is not', null)
    .execute();
  return rows.flatMap(({ message_id, channel_id, content }) => {
    const { data } = picturing.safeParse(JSON.parse(content ?? 'null'));
    const isNamed = data?.pictured.includes(userId) === true;
    return isNamed && message_id !== null ? [{ messageId: message_id, channelId: channel_id }] : [];
  });
}

/**
 * Notes that all pictures with the member's name have to be removed. Call it before the member's row is deleted, and
 * before posts forget them. `at`: epoch ms.
 */
export async function removePicturesOf(trx: Db, userId: string, at: number): Promise<void> {
  const pictures = [...(await namedPicturesOf(trx, userId)), ...(await postsPicturing(trx, userId))];
  for (const { messageId, channelId } of pictures) {
    await trx
      .insertInto('picture_removal')
      .values({ message_id: messageId, channel_id: channelId, at, tries: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The pictures that have to be removed now (epoch ms). Those that were not tried yet come first. */
export async function removals(db: Db, now: number, limit: number): Promise<readonly Removal[]> {
  const { rows } = await removalsDue(db, { now, limit });
  return rows.map(({ message_id, channel_id, tries }) => ({
    messageId: message_id,
    channelId: channel_id,
    tries,
  }));
}

const removalsDue = prepared((db: Db, { now, limit }: { readonly now: number; readonly limit: number }) =>
  db
    .selectFrom('picture_removal')
    .selectAll()
    .where('at', '<=', now)
    .orderBy('tries')
    .orderBy('at')
    .orderBy('message_id')
    .limit(limit),
);

/** Notes that a picture was removed, or that its message can no longer be reached. */
export async function settleRemoval(db: Db, messageId: string): Promise<void> {
  await db.deleteFrom('picture_removal').where('message_id', '=', messageId).execute();
}

/** Notes that a removal failed, and is tried again at `at` (epoch ms). */
export async function putOffRemoval(db: Db, messageId: string, at: number): Promise<void> {
  await db
    .updateTable('picture_removal')
    .set((eb) => ({ tries: eb('tries', '+', 1), at }))
    .where('message_id', '=', messageId)
    .execute();
}
