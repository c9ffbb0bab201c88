import { type RawBuilder, sql, type SqlBool } from 'kysely';

/**
 * The share of the work that a process does: that of the guilds of its shards. Each guild belongs to one shard, so
 * each piece of work belongs to one process, however many there are. What belongs to no guild, such as direct messages,
 * belongs to shard 0, which also receives them from Discord.
 */
export interface Share {
  readonly shards: readonly number[];
  /** How many shards all processes have together. */
  readonly count: number;
}

/** All work: that of a process which has every shard. */
export const WHOLE: Share = { shards: [0], count: 1 };

/**
 * The share of a process.
 * @param shards `auto` if the process has as many as Discord recommends, and therefore all of them
 */
export function shareOf(shards: 'auto' | readonly number[], count: number | null): Share {
  return shards === 'auto' || count === null ? WHOLE : { shards, count };
}

/** Whether a process with this share does everything. */
export function isWhole({ shards, count }: Share): boolean {
  return new Set(shards).size === count;
}

/**
 * The shard of a guild. Discord chooses it by the time in the guild's id:
 * https://docs.discord.com/developers/events/gateway#sharding
 * @param guildId null for what belongs to no guild
 */
export function shardOf(guildId: string | null, count: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** Whether a guild, or what belongs to none (null), is of this share. */
export function isOfShare({ shards, count }: Share, guildId: string | null): boolean {
  return shards.includes(shardOf(guildId, count));
}

/** The same as a condition of a query. `column`: the column with the guild's id, which may be null. */
export function ofShare(share: Share, column: string): RawBuilder<SqlBool> {
  if (isWhole(share)) return sql<SqlBool>`1 = 1`;
  const shard = sql`coalesce((CAST(${sql.ref(column)} AS bigint) >> 22) % ${sql.lit(share.count)}, 0)`;
  return sql<SqlBool>`${shard} IN (${sql.join(share.shards.map((id) => sql.lit(id)))})`;
}
