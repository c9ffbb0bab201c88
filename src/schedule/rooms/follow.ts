import type { App } from '../../app.ts';
import type { UnderWay } from '../../discord/under-way.ts';
import { followVoice, isListening, type Rooms } from '../../discord/voice.ts';
import { studyRooms } from '../../store/rooms/rooms.ts';
import { guildsOfStays, guildsWithStays } from '../../store/rooms/stays.ts';
import { inOrder } from './in-order.ts';
import { makePresence } from './presence.ts';
import { bringStays, endStay } from './stays.ts';

interface Parts extends Pick<App, 'client' | 'db' | 'log' | 'now'> {
  readonly underWay: UnderWay;
}

/** Nobody has done anything: time has passed, or the rooms are others. */
const NOBODY: ReadonlySet<string> = new Set();

/**
 * Begins to follow the study rooms. Who is in a voice channel is kept in memory, because an organiser may make a study
 * room of it while people are there. Only stays in study rooms are stored, of members who want that. What happens in one
 * guild is handled in its order.
 */
export async function followRooms({ client, db, log, now, underWay }: Parts): Promise<Rooms> {
  const presence = makePresence(await studyRooms(db));
  const after = inOrder(log, underWay);
  /** Brings a guild's stays up to date after everything else about it. `signs`: who has just done something. */
  const bring = (guildId: string, signs = NOBODY, at?: number): Promise<void> =>
    after(guildId, () => bringStays({ client, db, presence }, guildId, signs, at ?? now()));

  followVoice(client, {
    everybody: (guildId, states) => {
      presence.everybody(guildId, states);
      void bring(guildId);
    },
    changed: (guildId, state) => {
      // Most voice channels are no study rooms, and nothing is done about them.
      if (presence.changed(guildId, state)) void bring(guildId, new Set([state.userId]));
    },
  });

  return {
    async tick(share, at) {
      presence.choose(await studyRooms(db));
      for (const guildId of await guildsWithStays(db, share)) {
        if (isListening(client, guildId)) await bring(guildId, NOBODY, at);
      }
    },
    async lookAgain(guildId) {
      presence.choose(await studyRooms(db));
      await bring(guildId);
    },
    sign(userId) {
      for (const guildId of presence.guildsWith(userId)) void bring(guildId, new Set([userId]));
    },
    async switchOff(userId) {
      for (const guildId of await guildsOfStays(db, userId)) {
        await after(guildId, () => endStay(db, { guildId, userId }, now()));
      }
    },
    async switchOn(userId) {
      for (const guildId of presence.guildsWith(userId)) await bring(guildId);
    },
  };
}
