import { createHash } from 'node:crypto';

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
