import { asRead } from '../../playground/people/reading.ts';
import type { ChannelHandle } from '../../playground/people/channel.ts';
import type { Person } from '../../playground/people/person.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { MessageJson } from '../../playground/state/json.ts';
import type { Answer } from '../../src/discord/answer.ts';
import { Refusal } from '../../src/discord/refusal.ts';
import { type Sharer, shareWork } from '../../src/handlers/proofs/sharing.ts';
import { readAsking } from '../../src/store/asking.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { join, noteNames } from '../../src/store/members/memberships.ts';
import { proofOf, proofWithId, type Proof, writeProof } from '../../src/store/proofs/proofs.ts';
import { wordsFor } from '../../src/words/index.ts';
import { startWorld } from '../bot.ts';

export type World = Awaited<ReturnType<typeof startWorld>>;

export interface StudyGroup {
  readonly world: World;
  readonly guild: GuildHandle;
  /** The channel of the people, and the channel in which the group studies. */
  readonly general: ChannelHandle;
  readonly study: ChannelHandle;
  readonly members: readonly Person[];
}

/** A server whose members have joined, and follow the bundled roadmap. */
export async function studyGroup(
  names: readonly string[],
  { locale = 'en-US', channel = true }: { locale?: string; channel?: boolean } = {},
): Promise<StudyGroup> {
  const world = await startWorld();
  return { world, ...(await addGroup(world, names, { locale, channel })) };
}

/** Makes a server in which people study, and lets its members join. */
export async function addGroup(
  world: World,
  names: readonly (string | Person)[],
  { locale = 'en-US', channel = true }: { locale?: string; channel?: boolean } = {},
): Promise<Omit<StudyGroup, 'world'>> {
  const { db } = world.app;
  const guild = world.discord.addGuild({ name: 'Backend', locale, channels: ['general', 'study'] });
  await world.discord.quiet();
  const [general, study] = guild.channels;
  if (general === undefined || study === undefined) throw new Error('there are two channels');
  await ensureGuild(db, guild.id, locale, world.clock.now());
  await changeGuild(db, guild.id, {
    roadmapId: 'backend',
    channelId: channel ? study.id : null,
    timeZone: 'Europe/Istanbul',
    weeklyDay: 7,
  });
  const members: Person[] = [];
  for (const name of names) {
    const person = guild.addMember(typeof name === 'string' ? { name, locale: 'en-US' } : name);
    await join(db, guild.id, person.id, world.clock.now());
    await noteNames(db, guild.id, person.id, { name: person.name, username: person.name });
    members.push(person);
  }
  return { guild, general, study, members };
}

let interactions = 0;

/** The call that a handler gets when a person presses *Share with the group* in a channel. */
export async function callOf(
  world: World,
  guild: GuildHandle | null,
  person: Person,
  channel?: ChannelHandle,
): Promise<Sharer> {
  const { app } = world;
  const stored = guild === null ? null : await guildOf(app.db, guild.id);
  const asking = await readAsking(app.db, person.id, guild?.id ?? null);
  const { member } = asking;
  const now = world.clock.now();
  interactions += 1;
  const id = stored?.roadmapId ?? member.roadmapId ?? 'backend';
  const roadmap = await app.library.roadmap(app.db, id);
  if (roadmap === null) throw new Error(`there is no roadmap ${id}`);
  return {
    app,
    userId: person.id,
    member,
    guildId: guild?.id ?? null,
    guild: stored,
    channelId: channel?.id ?? guild?.channels[0]?.id ?? '',
    now,
    words: wordsFor(person.locale),
    timeZone: 'UTC',
    asking,
    missed: null,
    roadmap,
    followed: [roadmap.id],
    actor: {
      interactionId: String(10n ** 18n + BigInt(interactions)),
      userId: person.id,
      guildId: guild?.id ?? null,
      at: now,
    },
  };
}

/** The id of a topic of the bundled roadmap. */
export async function topicOf(world: World, key: string): Promise<string> {
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  const node = roadmap?.byKey.get(key);
  if (node === undefined) throw new Error(`there is no topic ${key}`);
  return node.id;
}

/** Writes or changes a person's work. */
export async function write(
  world: World,
  person: Person,
  key: string,
  method: 'feynman' | 'tez',
  ...parts: string[]
): Promise<Proof> {
  const { db } = world.app;
  const { actor } = await callOf(world, null, person);
  const topicId = await topicOf(world, key);
  await writeProof(db, actor, { topicId, method, parts, url: null, language: null });
  const proof = await proofOf(db, person.id, topicId, method);
  if (proof === null) throw new Error('it was just written');
  return proof;
}

/** Shares a person's work. The result is what they are told, or the refusal. */
export async function shareIt(call: Sharer, proof: Proof): Promise<{ answer: Answer | null; said: string }> {
  try {
    const answer = await shareWork(call, proof);
    return { answer, said: JSON.stringify(answer) };
  } catch (error) {
    if (error instanceof Refusal) return { answer: null, said: JSON.stringify(error.explain(call.words)) };
    throw error;
  }
}

/** The post that shows work in a channel, as it is now. */
export function postIn(channel: ChannelHandle, index = -1): MessageJson {
  const post = channel.messages.at(index);
  if (post === undefined) throw new Error('there is a post');
  return post;
}

export const textOf = (message: unknown): string => asRead(JSON.stringify(message));

export const provenAt = async (world: World, id: string): Promise<number | null | undefined> =>
  (await proofWithId(world.app.db, id))?.provenAt;
