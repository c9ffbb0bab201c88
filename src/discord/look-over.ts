import { PermissionFlagsBits, RequestMethod, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { isGone, isNoMember, isTokenRefused, isWithoutAccess } from './discord-error.ts';
import { type NeededPermission, NEEDED } from './channel-access.ts';

/** What Discord says of the bot, without a connection to its Gateway. */
export interface DiscordFacts {
  readonly name: string;
  /** Discord's clock less the one here, in milliseconds; null if Discord did not say. */
  readonly clockAhead: number | null;
  /** Privileged intents that are switched on. Roadmate needs none. */
  readonly privileged: readonly string[];
  /** Where Discord sends interactions to, if not through the Gateway. */
  readonly endpoint: string | null;
  /** How many more connections may be begun today, and how many shards Discord recommends. */
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

/** The flags of an application, those of bots in few servers too: https://docs.discord.com/developers/resources/application */
const PRIVILEGED: readonly (readonly [name: string, flags: number])[] = [
  ['Presence', (1 << 12) | (1 << 13)],
  ['Server Members', (1 << 14) | (1 << 15)],
  ['Message Content', (1 << 18) | (1 << 19)],
];

/**
 * Asks Discord about the bot.
 * @param now the time, in epoch ms
 * @returns null if Discord does not take the token
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
  // The header has whole seconds; on the average half of one has passed.
  return Number.isNaN(date) ? null : date + HALF_A_SECOND - (begun + now()) / 2;
}

const HALF_A_SECOND = 500;

/** Why the bot cannot post where a guild wants it, as far as Discord tells without a connection. */
export type PostingProblem = 'gone' | 'not-there' | readonly NeededPermission[];

const channel = z.object({
  permission_overwrites: z
    .array(z.object({ id: z.string(), allow: z.coerce.bigint(), deny: z.coerce.bigint() }))
    .default([]),
});
const roles = z.array(z.object({ id: z.string(), permissions: z.coerce.bigint() }));
const membership = z.object({ roles: z.array(z.string()) });
const user = z.object({ id: z.string() });

/** @returns what keeps the bot from posting in a channel, or null if nothing does */
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
    // Whoever may not see a channel is not told what else they may.
    if (isWithoutAccess(error)) return ['ViewChannel'];
    throw error;
  }
}

interface Overwrite {
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** The rule of Discord: https://docs.discord.com/developers/topics/permissions#permission-overwrites */
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
