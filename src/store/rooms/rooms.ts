import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';

/** How many study rooms a server may have: as many as a list of Discord's takes. */
export const MOST_ROOMS = 25;

/** The ids of the study rooms of a guild, in the order of adding; or of all guilds. */
export async function studyRooms(db: Db, guildId?: string): Promise<readonly string[]> {
  const { rows } = await (guildId === undefined ? allRooms(db, {}) : roomsIn(db, { guildId }));
  return rows.map(({ channel_id }) => channel_id);
}

const allRooms = prepared((db: Db) => fromRooms(db));
const roomsIn = prepared((db: Db, { guildId }: { readonly guildId: string }) =>
  fromRooms(db).where('guild_id', '=', guildId),
);

function fromRooms(db: Db) {
  return db.selectFrom('study_room').select('channel_id').orderBy('at').orderBy('channel_id');
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
