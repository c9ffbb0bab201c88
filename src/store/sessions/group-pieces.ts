import { type Piece, piecesOf } from '../../study/sessions/pieces.ts';
import { joinedInPieces } from '../in-pieces.ts';
import { membersAmong } from '../members/memberships.ts';
import type { Db } from '../schema.ts';
import { sessionsOfMembers } from './sessions.ts';

/**
 * The study time in a guild of the members who let it see their progress, by user id and a few members at a time (see
 * `joinedInPieces`). What they did elsewhere is not seen, and members without any are left out. `now`: epoch ms.
 */
export async function* timedInGroup(
  db: Db,
  guildId: string,
  now: number,
): AsyncGenerator<ReadonlyMap<string, readonly Piece[]>> {
  for await (const userIds of joinedInPieces(db, guildId)) {
    const sessions = await sessionsOfMembers(db, userIds);
    if (sessions.size === 0) continue;
    const members = await membersAmong(db, guildId, [...sessions.keys()]);
    const timed = new Map<string, readonly Piece[]>();
    for (const [userId, own] of sessions) {
      if (members.get(userId)?.showProgress !== true) continue;
      const here = piecesOf(own, now).filter(({ session }) => session.guildId === guildId);
      if (here.length > 0) timed.set(userId, here);
    }
    if (timed.size > 0) yield timed;
  }
}
