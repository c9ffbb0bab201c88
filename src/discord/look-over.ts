import { PermissionFlagsBits, RequestMethod, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { isGone, isNoMember, isTokenRefused, isWithoutAccess } from './discord-error.ts';
import { type NeededPermission, NEEDED } from './channel-access.ts';

/** What Discord's REST API says about the bot. */
export interface DiscordFacts {
  readonly name: string;
  /** How far Discord's clock is ahead of this one, in milliseconds. Null if Discord did not send its time. */
  readonly clockAhead: number | null;
  /** The privileged intents that are switched on. Roadmate needs none. */
  readonly privileged: readonly string[];
  /** The address to which Discord sends interactions instead of the Gateway. Null if there is none. */
  readonly endpoint: string | null;
  /** How many more connections the bot may begin today, and how many shards Discord recommends. */
  readonly startsLeft: number;
  readonly shards: number;
  /** The names of the registered commands. */
  readonly commands: readonly string[];
}

const application = z.object({
  id: z.string(),
  name: z.string(),
  flags: z.number().default(0),
  interactions_endpoint_url: z.string().nullable().default(null),
});
const gateway = z.object({ shards: z.number(), session_start_limit: z.object({ remaining: z.number() }) });
const named = z.array(z.object({ name: z.string() }));

/**
 * The flags of an application. Each intent has a second one for bots in few servers:
 * https://docs.discord.com/developers/resources/application
 */
const PRIVILEGED: readonly (readonly [name: string, flags: number])[] = [
  ['Presence', (1 << 12) | (1 << 13)],
  ['Server Members', (1 << 14) | (1 << 15)],
  ['Message Content', (1 << 18) | (1 << 19)],
];

/**
 * Asks Discord about the bot.
 * @param now the time, in epoch ms
 * @returns null if Discord refuses the token
 */
export async function lookOver(rest: REST, now: () => number): Promise<DiscordFacts | null> {
  try {
    const own = application.parse(await rest.get(Routes.currentApplication()));
    const { shards, session_start_limit: starts } = gateway.parse(await rest.get(Routes.gatewayBot()));
    const commands = named.parse(await rest.get(Routes.applicationCommands(own.id)));
    return {
      name: own.name,
      clockAhead: await clockAhead(rest, now),
      privileged: PRIVILEGED.filter(([, flags]) => (own.flags & flags) !== 0).map(([name]) => name),
      endpoint: own.interactions_endpoint_url,
      startsLeft: starts.remaining,
      shards,
      commands: commands.map(({ name }) => name),
    };
  } catch (error) {
    if (isTokenRefused(error)) return null;
    throw error;
  }
}

async function clockAhead(rest: REST, now: () => number): Promise<number | null> {
  const begun = now();
  const { headers } = await rest.queueRequest({ fullRoute: Routes.gateway(), method: RequestMethod.Get });
  const date = Date.parse(headers.get('date') ?? '');
  // The header has whole seconds, so on average half a second is missing. It is compared with the middle of the
  // request.
  return Number.isNaN(date) ? null : date + HALF_A_SECOND - (begun + now()) / 2;
}

const HALF_A_SECOND = 500;

/** Why the bot cannot post in the chosen channel of a guild, as far as the REST API tells. */
export type PostingProblem = 'gone' | 'not-there' | readonly NeededPermission[];

const channel = z.object({
  permission_overwrites: z
    .array(z.object({ id: z.string(), allow: z.coerce.bigint(), deny: z.coerce.bigint() }))
    .default([]),
});
const roles = z.array(z.object({ id: z.string(), permissions: z.coerce.bigint() }));
const membership = z.object({ roles: z.array(z.string()) });
const user = z.object({ id: z.string() });

/**
 * Checks whether the bot can post in a channel.
 * @returns what prevents it, or null
 */
export async function postingProblem(
  rest: REST,
  guildId: string,
  channelId: string,
): Promise<PostingProblem | null> {
  try {
    const { id } = user.parse(await rest.get(Routes.user()));
    const own = membership.parse(await rest.get(Routes.guildMember(guildId, id)));
    const all = roles.parse(await rest.get(Routes.guildRoles(guildId)));
    const { permission_overwrites: overwrites } = channel.parse(await rest.get(Routes.channel(channelId)));
    const held = permissionsIn({ guildId, userId: id, roles: own.roles }, all, overwrites);
    const lacks = NEEDED.filter((name) => (held & PermissionFlagsBits[name]) === 0n);
    return lacks.length === 0 ? null : lacks;
  } catch (error) {
    if (isNoMember(error)) return 'not-there';
    if (isGone(error)) return 'gone';
    // Discord does not say more about a channel that the bot may not see.
    if (isWithoutAccess(error)) return ['ViewChannel'];
    throw error;
  }
}

interface Overwrite {
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

/**
 * Computes permissions as Discord does: https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(
  who: { readonly guildId: string; readonly userId: string; readonly roles: readonly string[] },
  all: readonly { readonly id: string; readonly permissions: bigint }[],
  overwrites: readonly Overwrite[],
): bigint {
  const { guildId, userId } = who;
  const base = all
    .filter(({ id }) => id === guildId || who.roles.includes(id))
    .reduce((sum, { permissions }) => sum | permissions, 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL;
  const change = (held: bigint, by: readonly Overwrite[]): bigint => {
    const denied = by.reduce((sum, { deny }) => sum | deny, 0n);
    return (held & ~denied) | by.reduce((sum, { allow }) => sum | allow, 0n);
  };
  const steps = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(({ id }) => id !== guildId && who.roles.includes(id)),
    overwrites.filter(({ id }) => id === userId),
  ];
  return steps.reduce(change, base);
}

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);
