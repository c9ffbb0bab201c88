import type { Clock } from '../../time/study-day.ts';
import { type Member, memberOf } from './members.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';

/** The time zone of members whose zone is unknown. */
const NOBODYS_ZONE = 'UTC';

/** The clock by which a member's days are counted in a guild, or in direct messages if `guildId` is null. */
export async function clockOf(db: Db, userId: string, guildId: string | null): Promise<Clock> {
  const member = await memberOf(db, userId);
  return { timeZone: await zoneOf(db, member, guildId), dayStart: member.dayStart };
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

const zoneOfGuild = prepared((db: Db, { guildId }: { readonly guildId: string }) =>
  db.selectFrom('guild').select('time_zone').where('id', '=', guildId),
);

/** The zone of the first guild with one that a member joined. */
const zonesOfGuilds = prepared((db: Db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('membership')
    .innerJoin('guild', 'guild.id', 'membership.guild_id')
    .select('guild.time_zone')
    .where('membership.user_id', '=', userId)
    .where('guild.time_zone', 'is not', null)
    .orderBy('joined_at')
    .orderBy('guild.id')
    .limit(1),
);
