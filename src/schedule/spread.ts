import { createHash } from 'node:crypto';
import type { Share } from '../store/share.ts';

/**
 * The least time between the beginnings of two posts of all processes together, in milliseconds: 41 a second. Discord
 * allows a bot 50 requests a second, and commands need the rest.
 */
const SPACING = 24;

/**
 * The least time between the beginnings of two posts of one process, in milliseconds. The processes know nothing of each
 * other, so each takes the part of Discord's limit that belongs to its shards.
 */
export function spacingOf({ shards, count }: Share): number {
  return (SPACING * count) / shards.length;
}

/**
 * Puts the work of a tick into an order that is the same every day, whatever order the store gives. Each guild keeps
 * its place in the minute, and guilds that were added together are far apart.
 */
export function spread<T extends { readonly guildId: string }>(deliveries: readonly T[]): readonly T[] {
  return deliveries
    .map((delivery) => ({ delivery, place: placeOf(delivery.guildId) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ delivery }) => delivery);
}

/** A stable and even place for each guild. Ids themselves are not even, because they begin with a time. */
function placeOf(guildId: string): number {
  return createHash('sha256').update(guildId).digest().readUInt32BE();
}
