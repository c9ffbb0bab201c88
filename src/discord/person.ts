import type { APIInteractionDataResolvedGuildMember, BaseInteraction, GuildMember, User } from 'discord.js';
import type { App } from '../app.ts';
import type { Asking } from '../store/asking.ts';
import { noteNames } from '../store/members/memberships.ts';
import { noteHere } from '../store/members/presence.ts';
import { noteArrival } from '../store/roles/given.ts';
import type { Person } from '../view/pictures/typeset.ts';
import type { Call } from './command.ts';

/** The person who acts, under the name that others see there. */
export function personOf({ user, member }: Pick<BaseInteraction, 'user' | 'member'>): Person {
  return named(user, member);
}

/**
 * A person under their name in a server, else under their own.
 * @param member their membership, if they are in the server; discord.js gives it raw where it has not kept the server
 */
export function named(
  user: User,
  member: GuildMember | Pick<APIInteractionDataResolvedGuildMember, 'nick'> | null,
): Person {
  const nick = member === null ? null : 'displayName' in member ? member.displayName : member.nick;
  return { name: nick ?? user.displayName, username: user.username };
}

/** The names of the person who acts and of the people whom they chose, by user id. */
export function personsIn(interaction: BaseInteraction): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const chosen = interaction.isChatInputCommand()
    ? interaction.options.resolved
    : interaction.isUserSelectMenu()
      ? interaction
      : null;
  for (const [id, user] of chosen?.users ?? []) {
    names.set(id, named(user, chosen?.members?.get(id) ?? null).name);
  }
  return names.set(interaction.user.id, personOf(interaction).name);
}

/**
 * Records that a person who acts in a server is in it, even if they counted as gone. Call this before their act is
 * worked out, because it may depend on who is there.
 */
export async function notePresent({
  app,
  guildId,
  userId,
  asking,
}: Pick<Call, 'app' | 'guildId' | 'userId' | 'asking'>): Promise<void> {
  if (guildId !== null && asking.isAway) await noteHere(app.db, guildId, [userId]);
}

/**
 * Stores the name under which a person was just seen in a server, if they joined there, because pictures for others may
 * show it. Somebody who was away from the server gets their roles again.
 * @param known what was stored before the act; null if that was not read
 */
export async function noteSeen(
  { db, now }: Pick<App, 'db' | 'now'>,
  interaction: Pick<BaseInteraction, 'user' | 'member' | 'guildId'>,
  known: Asking | null,
): Promise<void> {
  const { guildId, user, member } = interaction;
  if (guildId === null) return;
  const seen = personOf(interaction);
  const isKnown = known?.names?.name === seen.name && known.names.username === seen.username;
  if (!isKnown) await noteNames(db, guildId, user.id, seen);
  // Without a privileged intent, only this tells that somebody has left the server and come back.
  const joinedAt = known?.hasRoles === false ? null : joinedAtOf(member);
  if (joinedAt !== null) await noteArrival(db, guildId, user.id, joinedAt, now());
}

/** When somebody joined the server in which they act, in epoch ms; null if Discord does not say. */
function joinedAtOf(member: BaseInteraction['member']): number | null {
  if (member === null) return null;
  return 'joinedTimestamp' in member ? member.joinedTimestamp : Date.parse(member.joined_at ?? '') || null;
}
