import { z } from 'zod';
import type { Db } from '../schema.ts';

/** A message with a picture that names a member. */
export interface NamedPicture {
  readonly messageId: string;
  readonly channelId: string;
  readonly guildId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Remembers that a message shows a picture which names a member, so that it can be taken out. */
export async function keepNamedPicture(db: Db, userId: string, picture: NamedPicture): Promise<void> {
  const { messageId, channelId, guildId, at } = picture;
  await db
    .insertInto('named_picture')
    .columns(['message_id', 'user_id', 'guild_id', 'channel_id', 'at'])
    // A member who deletes their data at this very moment has no row any more that this could refer to.
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

/** Every message that shows a picture with the member's name, the oldest first. */
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

/** A picture that is to be taken out of its message. */
export interface Removal {
  readonly messageId: string;
  readonly channelId: string;
  /** How often that was tried. */
  readonly tries: number;
}

/** Posts name members in their pictures, too; their content says whom. */
const picturing = z.object({ pictured: z.array(z.string()) });

/** The posts whose picture names a member, as far as they were sent. */
async function postsPicturing(
  db: Db,
  userId: string,
): Promise<readonly Pick<NamedPicture, 'messageId' | 'channelId'>[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['message_id', 'channel_id', 'content'])
    .where('message_id', 'is not', null)
    .where('content', 'like', `%"${userId}"%`)
    .execute();
  return rows.flatMap(({ message_id, channel_id, content }) => {
    const { data } = picturing.safeParse(JSON.parse(content ?? 'null'));
    const isNamed = data?.pictured.includes(userId) === true;
    return isNamed && message_id !== null ? [{ messageId: message_id, channelId: channel_id }] : [];
  });
}

/**
 * The pictures that name a member are to be taken out of their messages. To be called before the member's row goes, and
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

/** The pictures to take out by now (epoch ms). Those that were not tried yet come first. */
export async function removals(db: Db, now: number, limit: number): Promise<readonly Removal[]> {
  const rows = await db
    .selectFrom('picture_removal')
    .selectAll()
    .where('at', '<=', now)
    .orderBy('tries')
    .orderBy('at')
    .orderBy('message_id')
    .limit(limit)
    .execute();
  return rows.map(({ message_id, channel_id, tries }) => ({
    messageId: message_id,
    channelId: channel_id,
    tries,
  }));
}

/** The picture is gone, or cannot be reached any more. */
export async function settleRemoval(db: Db, messageId: string): Promise<void> {
  await db.deleteFrom('picture_removal').where('message_id', '=', messageId).execute();
}

/** It could not be taken out, and is to be tried again at `at` (epoch ms). */
export async function putOffRemoval(db: Db, messageId: string, at: number): Promise<void> {
  await db
    .updateTable('picture_removal')
    .set((eb) => ({ tries: eb('tries', '+', 1), at }))
    .where('message_id', '=', messageId)
    .execute();
}
