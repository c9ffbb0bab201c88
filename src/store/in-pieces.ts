import { turn } from '../roadmap/in-turns.ts';
import { prepared } from './prepared.ts';
import type { Db } from './schema.ts';

/** So many rows are read at once, which takes a few milliseconds. SQLite answers within the process, so all else waits. */
export const ROWS = 500;
/** After so many rows everything else has its turn, even if no more follow, because the caller may read other tables. */
const MANY = 100;
/** The rows of so many members are read together. */
const MEMBERS = 32;

/**
 * The ids of everybody who has joined in a guild and is there, a few members at a time, in the order of their ids.
 * Everything else in the process has its turn between two pieces, and what is written then is seen by later pieces alone:
 * whoever joins or leaves meanwhile may be among them or not, but nobody comes twice.
 */
export async function* joinedInPieces(db: Db, guildId: string): AsyncGenerator<readonly string[]> {
  for (let after = ''; ;) {
    const { rows } = await joinedAfter(db, { guildId, after });
    const userIds = rows.map(({ user_id }) => user_id);
    if (userIds.length > 0) yield userIds;
    if (userIds.length < MEMBERS) return;
    after = userIds.at(-1) ?? after;
    await turn();
  }
}

const joinedAfter = prepared((db: Db, of: { readonly guildId: string; readonly after: string }) =>
  db
    .selectFrom('membership')
    .select('user_id')
    .where('guild_id', '=', of.guildId)
    .where('away_since', 'is', null)
    .where('user_id', '>', of.after)
    .orderBy('user_id')
    .limit(MEMBERS),
);

/** A list of members in pieces as long as those of `joinedInPieces`, with a turn of everything else between two of them. */
export async function* inPieces(userIds: readonly string[]): AsyncGenerator<readonly string[]> {
  for (let from = 0; from < userIds.length; from += MEMBERS) {
    if (from > 0) await turn();
    yield userIds.slice(from, from + MEMBERS);
  }
}

/**
 * Reads the rows of some members, so many at a time, with a turn of everything else between two pieces.
 * @param userIds a piece of `joinedInPieces`
 * @param read reads the first `ROWS` rows of some of these members, ordered by member and then by what tells the rows of
 *   one member apart. Of the first of these members only the rows behind `after`; all if it is null
 */
export async function* rowsInPieces<Row extends { readonly user_id: string }>(
  userIds: readonly string[],
  read: (userIds: readonly string[], after: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let [left, after]: [readonly string[], Row | null] = [userIds, null];
  while (left.length > 0) {
    const rows: readonly Row[] = await read(left, after);
    yield rows;
    if (rows.length >= MANY) await turn();
    after = rows.at(-1) ?? null;
    if (after === null || rows.length < ROWS) return;
    left = left.slice(left.indexOf(after.user_id));
  }
}
