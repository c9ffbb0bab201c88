import type { Clock } from '../../time/study-day.ts';
import { DEFAULT_DAY_START, type Member } from './members.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';

/** The time zone of members and of servers whose zone is unknown. */
export const NOBODYS_ZONE = 'UTC';

/** The clock by which a member's days are counted in a guild, or in direct messages if `guildId` is null. */
export async function clockOf(db: Db, userId: string, guildId: string | null): Promise<Clock> {
  const [row] = (await clockRow(db, { userId, guildId: guildId ?? '' })).rows;
  if (row !== undefined) return { timeZone: row.zone_here ?? NOBODYS_ZONE, dayStart: row.day_start };
  const zone = await zoneAround(db, userId, guildId);
  return { timeZone: zone ?? NOBODYS_ZONE, dayStart: DEFAULT_DAY_START };
}

/** A member's time zone: their own, else that of the group around them, else UTC. */
export async function zoneOf(db: Db, member: Member, guildId: string | null): Promise<string> {
  return member.timeZone ?? (await zoneAround(db, member.userId, guildId)) ?? NOBODYS_ZONE;
}

/**
 * The zone of the guild in which a member is. In direct messages it is the zone of the first guild that they joined,
 * so that their days are the same there. Null if no guild has a zone.
 */
export async function zoneAround(db: Db, userId: string, guildId: string | null): Promise<string | null> {
  const here = guildId === null ? undefined : (await zoneOfGuild(db, { guildId })).rows[0]?.time_zone;
  if (here != null) return here;
  return (await zonesOfGuilds(db, { userId })).rows[0]?.time_zone ?? null;
}

type InGuild = { readonly userId: string; readonly guildId: string };

const clockRow = prepared((db: Db, { userId, guildId }: InGuild) =>
  db
    .selectFrom('member')
    .leftJoin('guild', (on) => on.on('guild.id', '=', guildId))
    .select((eb) => [
      'member.day_start',
      eb.fn.coalesce('member.time_zone', 'guild.time_zone', firstZone(db, userId)).as('zone_here'),
    ])
    .where('member.user_id', '=', userId),
);

const zoneOfGuild = prepared((db: Db, { guildId }: { readonly guildId: string }) =>
  db.selectFrom('guild').select('time_zone').where('id', '=', guildId),
);

const zonesOfGuilds = prepared((db: Db, { userId }: { readonly userId: string }) => firstZone(db, userId));

/** The zone of the first guild with one that a member joined, as a part of other queries. */
export function firstZone(db: Db, userId: string) {
  return db
    .selectFrom('membership as joined')
    .innerJoin('guild as around', 'around.id', 'joined.guild_id')
    .select('around.time_zone')
    .where('joined.user_id', '=', userId)
    .where('around.time_zone', 'is not', null)
    .orderBy('joined.joined_at')
    .orderBy('around.id')
    .limit(1);
}
