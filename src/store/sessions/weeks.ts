import { minutesIn, piecesOf } from '../../study/sessions/pieces.ts';
import { fromMembersOf } from '../members/memberships.ts';
import type { Db } from '../schema.ts';
import { NEARBY } from './logs.ts';
import { fromSessions, toSessions } from './rows.ts';

/**
 * How long the members of a guild studied there on some study days, and how many they were. What was added later does not
 * count, nor members who hide their progress.
 * @param days the first and the last day, `YYYY-MM-DD`
 * @param now epoch ms
 */
export async function studiedIn(
  db: Db,
  guildId: string,
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
): Promise<{ readonly minutes: number; readonly people: number }> {
  const visible = fromMembersOf(db, guildId)
    .innerJoin('member', 'member.user_id', 'membership.user_id')
    .select('membership.user_id')
    .where('member.show_progress', '=', 1);
  const rows = await fromSessions(db)
    .where('session.user_id', 'in', visible)
    .where('session.started_at', '>', Date.parse(from) - NEARBY)
    .execute();
  const byMember = Map.groupBy(toSessions(rows), ({ userId }) => userId);
  const minutes = [...byMember.values()].map((own) =>
    minutesIn(
      piecesOf(own, now).filter(
        ({ date, session }) =>
          date >= from && date <= to && session.guildId === guildId && session.kind !== 'logged',
      ),
    ),
  );
  return {
    minutes: minutes.reduce((sum, each) => sum + each, 0),
    people: minutes.filter((each) => each > 0).length,
  };
}
