import type { VoiceState } from '../../discord/voice.ts';

/** Somebody who is in a voice channel. */
export type InVoice = VoiceState & { readonly channelId: string };

/** Who is in the voice channels of each guild, as Discord told it last, and which of them are study rooms. */
export interface Presence {
  /** The study rooms of all guilds, by channel id, are these from now on. */
  choose(rooms: Iterable<string>): void;
  /** These people, and nobody else, are in voice channels of a guild. */
  everybody(guildId: string, states: readonly VoiceState[]): void;
  /** Notes where a person is now. The result says whether a study room is concerned, before or after. */
  changed(guildId: string, state: VoiceState): boolean;
  /** The people in a guild's voice channels. Whoever comes or goes during a walk through them is taken into account. */
  peopleIn(guildId: string): Iterable<VoiceState>;
  /** Where a person is in a guild; undefined if they are in no voice channel. */
  stateOf(guildId: string, userId: string): VoiceState | undefined;
  /** Whether somebody is in a study room. */
  isInRoom(state: VoiceState | undefined): state is InVoice;
  /** The guilds in which a person is in a study room. */
  guildsWith(userId: string): readonly string[];
}

/** Begins with the study rooms, and with nobody in them. */
export function makePresence(chosen: Iterable<string>): Presence {
  let rooms: ReadonlySet<string> = new Set(chosen);
  const present = new Map<string, Map<string, VoiceState>>();

  const isInRoom = (state: VoiceState | undefined): state is InVoice =>
    state !== undefined && state.channelId !== null && rooms.has(state.channelId);

  return {
    isInRoom,
    choose(now) {
      rooms = new Set(now);
    },
    everybody(guildId, states) {
      present.set(guildId, new Map(states.map((each) => [each.userId, each])));
    },
    changed(guildId, state) {
      const people = present.get(guildId) ?? new Map<string, VoiceState>();
      present.set(guildId, people);
      const wasInRoom = isInRoom(people.get(state.userId));
      if (state.channelId === null) people.delete(state.userId);
      else people.set(state.userId, state);
      return wasInRoom || isInRoom(state);
    },
    peopleIn: (guildId) => present.get(guildId)?.values() ?? [],
    stateOf: (guildId, userId) => present.get(guildId)?.get(userId),
    guildsWith: (userId) =>
      [...present].filter(([, people]) => isInRoom(people.get(userId))).map(([guildId]) => guildId),
  };
}
