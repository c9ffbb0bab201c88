import type { APIInteractionDataResolvedGuildMember, BaseInteraction, GuildMember, User } from 'discord.js';
import type { App } from '../app.ts';
import { noteNames } from '../store/members/memberships.ts';
import { noteHere } from '../store/members/presence.ts';
import type { Person } from '../view/pictures/typeset.ts';

/** The person who acts, by the name that others see there. */
export function personOf({ user, member }: Pick<BaseInteraction, 'user' | 'member'>): Person {
  return named(user, member);
}

/**
 * Somebody by the name that a server knows them by, else by their own.
 * @param member them in the server, if they are there; discord.js gives it raw where it keeps nothing of the server
 */
export function named(
  user: User,
  member: GuildMember | Pick<APIInteractionDataResolvedGuildMember, 'nick'> | null,
): Person {
  const nick = member === null ? null : 'displayName' in member ? member.displayName : member.nick;
  return { name: nick ?? user.displayName, username: user.username };
}

/** The names of whoever acts, and of those whom they chose with it, by user id. */
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
 * Notes that a person who acts in a server is in it, even if they counted as away. Call it before their act is worked
 * out.
 */
export async function notePresent(
  { db }: Pick<App, 'db'>,
  { guildId, user }: Pick<BaseInteraction, 'user' | 'guildId'>,
): Promise<void> {
  if (guildId !== null) await noteHere(db, guildId, [user.id]);
}

/** Keeps the names by which somebody was just seen in a server, if they joined there: pictures of others may name them. */
export async function noteSeen(
  { db }: Pick<App, 'db'>,
  interaction: Pick<BaseInteraction, 'user' | 'member' | 'guildId'>,
): Promise<void> {
  if (interaction.guildId === null) return;
  await noteNames(db, interaction.guildId, interaction.user.id, personOf(interaction));
}
