import { firstZone } from './members/clocks.ts';
import { type Member, newcomer, toMember } from './members/members.ts';
import type { SeenNames } from './members/memberships.ts';
import { untoldTakedowns } from './moderation/takedowns.ts';
import { prepared } from './prepared.ts';
import { untoldProposals } from './roadmaps/proposals.ts';
import { rolesOf, untoldRoles } from './roles/given.ts';
import type { Db } from './schema.ts';

/** What is stored about a person who asks, and about them in the server in which they do. */
export interface Asking {
  /** Their own settings, or a newcomer's. */
  readonly member: Member;
  /** The member's own zone, else the server's, else that of the first server with one that they joined; else null. */
  readonly timeZone: string | null;
  /** Whether they have joined in the server. It counts even if they are taken to have left, because they are there. */
  readonly hasJoined: boolean;
  /** Whether they are taken to have left the server. */
  readonly isAway: boolean;
  /** The names under which they were last seen there; null if they have not joined, or were not seen. */
  readonly names: SeenNames | null;
  /** Whether they were ever to be given a role there. */
  readonly hasRoles: boolean;
  /** Whether something happened there to work of theirs that they have not been told of. */
  readonly isUntold: boolean;
}

/**
 * Reads in one query what every answer needs to know about the person who asks.
 * @param guildId null in direct messages
 */
export async function readAsking(db: Db, userId: string, guildId: string | null): Promise<Asking> {
  const [row] = (await askingRow(db, { userId, guildId: guildId ?? '' })).rows;
  if (row === undefined) return { ...NOTHING_STORED, member: newcomer(userId) };
  const { display_name: name, username } = row;
  return {
    member: toMember(row),
    timeZone: row.zone_here,
    hasJoined: row.joined_at !== null,
    isAway: row.away_since !== null,
    names: name === null || username === null ? null : { name, username },
    hasRoles: Boolean(row.has_roles),
    isUntold: Boolean(row.is_untold),
  };
}

const NOTHING_STORED = {
  timeZone: null,
  hasJoined: false,
  isAway: false,
  names: null,
  hasRoles: false,
  isUntold: false,
} as const;

const askingRow = prepared((db: Db, of: { readonly userId: string; readonly guildId: string }) =>
  db
    .selectFrom('member')
    .leftJoin('membership', (on) =>
      on.onRef('membership.user_id', '=', 'member.user_id').on('membership.guild_id', '=', of.guildId),
    )
    .leftJoin('guild', (on) => on.on('guild.id', '=', of.guildId))
    .selectAll('member')
    .select(['membership.joined_at', 'membership.away_since'])
    .select(['membership.display_name', 'membership.username'])
    .select((eb) => [
      eb.fn.coalesce('member.time_zone', 'guild.time_zone', firstZone(db, of.userId)).as('zone_here'),
      eb.exists(rolesOf(db, of)).as('has_roles'),
      eb
        .or([
          eb.exists(untoldTakedowns(db, of)),
          eb.exists(untoldProposals(db, of)),
          eb.exists(untoldRoles(db, of)),
        ])
        .as('is_untold'),
    ])
    .where('member.user_id', '=', of.userId),
);
