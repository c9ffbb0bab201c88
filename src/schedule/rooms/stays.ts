import type { App } from '../../app.ts';
import { awayChannel } from '../../discord/voice.ts';
import type { Db } from '../../store/schema.ts';
import { countsRooms, type GuildStay, keepStay, roomTimeLeft, staysIn } from '../../store/rooms/stays.ts';
import { openSession } from '../../store/sessions/sessions.ts';
import { type Around, arrive, goesOn, leave, look, type Stay } from '../../study/rooms.ts';
import type { InVoice, Presence } from './presence.ts';

interface Parts extends Pick<App, 'client' | 'db'> {
  readonly presence: Presence;
}

/**
 * Brings a guild's stays to what is known of its rooms: ends those that are over, begins new ones of members who want
 * that, and counts the time of the others.
 * @param signs who has just done something
 * @param at epoch ms
 */
export async function bringStays(
  parts: Parts,
  guildId: string,
  signs: ReadonlySet<string>,
  at: number,
): Promise<void> {
  const { db, presence } = parts;
  const stays = new Map((await staysIn(db, guildId)).map((each) => [each.userId, each]));
  for (const [userId, each] of stays) {
    const state = presence.stateOf(guildId, userId);
    if (presence.isInRoom(state) && goesOn(each.stay, state.channelId, state.voiceId, at)) continue;
    await end(db, each, at);
    stays.delete(userId);
  }
  for (const state of presence.peopleIn(guildId)) {
    if (!presence.isInRoom(state)) continue;
    const { userId } = state;
    const known = stays.get(userId)?.stay;
    if (known === undefined && !(await countsRooms(db, userId))) continue;
    const stay: Stay = known ?? arrive(state.channelId, state.voiceId, at);
    const looked = look(stay, await around(parts, guildId, state, at), at, signs.has(userId));
    await keepStay(db, { guildId, userId }, looked.stay, looked.counted);
  }
}

/** Ends a member's stay in a guild, if there is one. `at`: epoch ms. */
export async function endStay(
  db: Db,
  { guildId, userId }: { readonly guildId: string; readonly userId: string },
  at: number,
): Promise<void> {
  const stay = (await staysIn(db, guildId)).find((each) => each.userId === userId);
  if (stay !== undefined) await end(db, stay, at);
}

async function end(db: Db, { guildId, userId, stay }: GuildStay, at: number): Promise<void> {
  await keepStay(db, { guildId, userId }, null, leave(stay, await roomTimeLeft(db, userId, guildId, at), at));
}

/** What decides whether the time of somebody in a room counts. */
async function around(
  { client, db, presence }: Parts,
  guildId: string,
  state: InVoice,
  at: number,
): Promise<Around> {
  const { userId, channelId } = state;
  const others = [...presence.peopleIn(guildId)].filter(
    (other) => other.userId !== userId && other.channelId === channelId,
  );
  return {
    deaf: state.deaf,
    suppressed: state.suppressed,
    // The rooms may have changed since the stays were read.
    isRoom: presence.isInRoom(state) && channelId !== awayChannel(client, guildId),
    hasCompany: others.length > 0,
    isFocusing: (await openSession(db, userId, at)) !== null,
    left: await roomTimeLeft(db, userId, guildId, at),
  };
}
