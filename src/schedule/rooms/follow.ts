import type { App } from '../../app.ts';
import { awayChannel, followVoice, isListening, type Rooms, type VoiceState } from '../../discord/voice.ts';
import type { UnderWay } from '../../discord/under-way.ts';
import { studyRooms } from '../../store/rooms/rooms.ts';
import {
  countsRooms,
  guildsOfStays,
  guildsWithStays,
  type GuildStay,
  keepStay,
  roomTimeLeft,
  staysIn,
} from '../../store/rooms/stays.ts';
import { openSession } from '../../store/sessions/sessions.ts';
import { type Around, arrive, goesOn, leave, look, type Stay } from '../../study/rooms.ts';
import { traceOf } from '../scheduler.ts';

interface Parts extends Pick<App, 'client' | 'db' | 'log' | 'now'> {
  readonly underWay: UnderWay;
}

/**
 * Begins to follow the study rooms. Who is in a voice channel is kept in memory, because an organiser may make a study
 * room of it while people are there. Only stays in study rooms are stored, of members who want that. What happens in one
 * guild is handled in its order.
 */
export async function followRooms(parts: Parts): Promise<Rooms> {
  const { client, db, log, now, underWay } = parts;
  let rooms: ReadonlySet<string> = new Set(await studyRooms(db));
  /** Everybody in the voice channels of each guild, by user id, as Discord told it last. */
  const present = new Map<string, Map<string, VoiceState>>();
  const queues = new Map<string, Promise<void>>();

  /** Does the work after everything else about the guild. What fails is logged. */
  const inOrder = (guildId: string, work: () => Promise<void>): Promise<void> => {
    const before = queues.get(guildId) ?? Promise.resolve();
    const done = before.then(work).catch((error: unknown) => {
      log.error({ guildId, cause: traceOf(error) }, 'the study rooms of a server could not be followed');
    });
    queues.set(guildId, done);
    underWay.add(done);
    return done;
  };

  const peopleIn = (guildId: string): Map<string, VoiceState> => {
    const known = present.get(guildId) ?? new Map<string, VoiceState>();
    present.set(guildId, known);
    return known;
  };

  const isIn = (state: VoiceState | undefined): state is VoiceState & { readonly channelId: string } =>
    state !== undefined && state.channelId !== null && rooms.has(state.channelId);

  const around = async (guildId: string, userId: string, state: VoiceState, at: number): Promise<Around> => {
    const others = [...peopleIn(guildId).values()].filter(
      (other) => other.userId !== userId && other.channelId === state.channelId,
    );
    return {
      deaf: state.deaf,
      suppressed: state.suppressed,
      isRoom: isIn(state) && state.channelId !== awayChannel(client, guildId),
      hasCompany: others.length > 0,
      isFocusing: (await openSession(db, userId, at)) !== null,
      left: await roomTimeLeft(db, userId, guildId, at),
    };
  };

  const end = async ({ guildId, userId, stay }: GuildStay, at: number): Promise<void> =>
    keepStay(db, { guildId, userId }, null, leave(stay, await roomTimeLeft(db, userId, guildId, at), at));

  /** Brings a guild's stays to what is known of its rooms. `signs`: who has just done something. */
  const bring = async (
    guildId: string,
    at: number,
    signs: ReadonlySet<string> = new Set(),
  ): Promise<void> => {
    const people = peopleIn(guildId);
    const stays = new Map((await staysIn(db, guildId)).map((each) => [each.userId, each]));
    for (const [userId, each] of stays) {
      const state = people.get(userId);
      if (isIn(state) && goesOn(each.stay, state.channelId, state.voiceId, at)) continue;
      await end(each, at);
      stays.delete(userId);
    }
    for (const [userId, state] of people) {
      if (!isIn(state)) continue;
      const known = stays.get(userId)?.stay;
      if (known === undefined && !(await countsRooms(db, userId))) continue;
      const stay: Stay = known ?? arrive(state.channelId, state.voiceId, at);
      const looked = look(stay, await around(guildId, userId, state, at), at, signs.has(userId));
      await keepStay(db, { guildId, userId }, looked.stay, looked.counted);
    }
  };

  followVoice(client, {
    everybody: (guildId, states) => {
      present.set(guildId, new Map(states.map((each) => [each.userId, each])));
      void inOrder(guildId, () => bring(guildId, now()));
    },
    changed: (guildId, state) => {
      const people = peopleIn(guildId);
      const wasIn = isIn(people.get(state.userId));
      if (state.channelId === null) people.delete(state.userId);
      else people.set(state.userId, state);
      // Most voice channels are no study rooms, and nothing is done about them.
      if (!wasIn && !isIn(state)) return;
      void inOrder(guildId, () => bring(guildId, now(), new Set([state.userId])));
    },
  });

  return {
    async tick(share, at) {
      rooms = new Set(await studyRooms(db));
      for (const guildId of await guildsWithStays(db, share)) {
        if (isListening(client, guildId)) await inOrder(guildId, () => bring(guildId, at));
      }
    },
    async lookAgain(guildId) {
      rooms = new Set(await studyRooms(db));
      await inOrder(guildId, () => bring(guildId, now()));
    },
    sign(userId) {
      for (const [guildId, people] of present) {
        if (isIn(people.get(userId))) void inOrder(guildId, () => bring(guildId, now(), new Set([userId])));
      }
    },
    async switchOff(userId) {
      for (const guildId of await guildsOfStays(db, userId)) {
        await inOrder(guildId, async () => {
          const stay = (await staysIn(db, guildId)).find((each) => each.userId === userId);
          if (stay !== undefined) await end(stay, now());
        });
      }
    },
    async switchOn(userId) {
      for (const [guildId, people] of present) {
        if (isIn(people.get(userId))) await inOrder(guildId, () => bring(guildId, now()));
      }
    },
  };
}
