import type { Db } from '../schema.ts';
import type { GivenRoleRow } from './tables.ts';

/** The roles that a member has reached, in every guild, oldest first. */
export function givenRolesOf(db: Db, userId: string): Promise<readonly Omit<GivenRoleRow, 'user_id'>[]> {
  return db
    .selectFrom('given_role')
    .select(['guild_id', 'role_id', 'milestone_id', 'reached_at', 'next_at', 'tries', 'claimed_at'])
    .select(['given_at', 'joined_at', 'told_at', 'telling'])
    .where('user_id', '=', userId)
    .orderBy('reached_at')
    .orderBy('role_id')
    .execute();
}
