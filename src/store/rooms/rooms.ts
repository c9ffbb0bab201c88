import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';

/** How many study rooms a server may have: as many as a list of Discord's takes. */
export const MOST_ROOMS = 25;

/** The ids of the study rooms of a guild, in the order of adding; or of all guilds. */
export async function studyRooms(db: Db, guildId?: string): Promise<readonly string[]> {
  const all = db.selectFrom('study_room').select('channel_id').orderBy('at').orderBy('channel_id');
  const rows = await (guildId === undefined ? all : all.where('guild_id', '=', guildId)).execute();
  return rows.map(({ channel_id }) => channel_id);
}

/**
 * Makes these the study rooms of a guild, which has to be stored.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function chooseRooms(
  db: Db,
  actor: Actor & { readonly guildId: string },
  channelIds: readonly string[],
): Promise<void> {
  await write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const { guildId: guild_id, at } = actor;
    await trx.deleteFrom('study_room').where('guild_id', '=', guild_id).execute();
    for (const channel_id of channelIds.slice(0, MOST_ROOMS))
      await trx.insertInto('study_room').values({ channel_id, guild_id, at }).execute();
  });
}
