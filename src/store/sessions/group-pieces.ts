import { type Piece, piecesOf } from '../../study/sessions/pieces.ts';
import { fromMembersOf } from '../members/memberships.ts';
import type { Db } from '../schema.ts';
import { fromSessions, toSessions } from './rows.ts';

/**
 * The study time in a guild of each member who lets it see their progress, by user id. What they did elsewhere is not
 * seen. `now`: epoch ms.
 */
export async function piecesInGroup(
  db: Db,
  guildId: string,
  now: number,
): Promise<ReadonlyMap<string, readonly Piece[]>> {
  const visible = fromMembersOf(db, guildId)
    .innerJoin('member', 'member.user_id', 'membership.user_id')
    .select('membership.user_id')
    .where('member.show_progress', '=', 1);
  const rows = await fromSessions(db).where('session.user_id', 'in', visible).execute();
  const byMember = Map.groupBy(toSessions(rows), ({ userId }) => userId);
  return new Map(
    [...byMember].map(([userId, own]) => [
      userId,
      piecesOf(own, now).filter(({ session }) => session.guildId === guildId),
    ]),
  );
}
