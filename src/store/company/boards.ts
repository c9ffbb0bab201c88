import type { BoardMetric } from '../../study/company/board.ts';
import type { Days } from '../../study/progress/week.ts';
import { minutesThere, piecesOf } from '../../study/sessions/pieces.ts';
import type { Span } from '../../time/study-day.ts';
import type { Actor } from '../actor.ts';
import { chooseInGroup, fromMembersOf } from '../members/memberships.ts';
import { finishedByMember } from '../goals/quests.ts';
import { notUndone } from '../progress/activities.ts';
import { joinedInPieces } from '../in-pieces.ts';
import type { Db } from '../schema.ts';
import { NEARBY } from '../sessions/logs.ts';
import { sessionsOfMembers } from '../sessions/sessions.ts';

/** What a board of a server is about. */
export interface BoardOf {
  readonly guildId: string;
  /** The roadmaps that the server follows. */
  readonly roadmapIds: readonly string[];
  /** The period by study days, and by instants on the server's clock. */
  readonly days: Days;
  readonly span: Span;
}

/** Whether a member chose to be on the boards of a server. */
export async function isOnBoard(db: Db, guildId: string, userId: string): Promise<boolean> {
  const row = await fromMembersOf(db, guildId)
    .select('on_board')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.on_board === 1;
}

/**
 * Puts a member on the boards of a server, or takes them off.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function setOnBoard(db: Db, actor: Actor, guildId: string, isOn: boolean): Promise<void> {
  return chooseInGroup(db, actor, guildId, { on_board: isOn ? 1 : 0 });
}

/**
 * The members whom a board of the server shows: those who chose it and let their groups see their progress. A member who
 * left is not among them.
 */
export async function boardMembers(db: Db, guildId: string): Promise<ReadonlySet<string>> {
  const rows = await fromMembersOf(db, guildId)
    .innerJoin('member', 'member.user_id', 'membership.user_id')
    .select('membership.user_id')
    .where('on_board', '=', 1)
    .where('show_progress', '=', 1)
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

/**
 * What everybody who joined in a server has done in a period. Who has done nothing may be left out. A large server is
 * read in pieces, see `joinedInPieces`.
 * @param now epoch milliseconds; study time after it does not count yet
 * @returns by user id: minutes, or how many of the others
 */
export async function scoresOf(
  db: Db,
  board: BoardOf,
  metric: BoardMetric,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  if (metric === 'topics') return finishedByMember(db, board.guildId, board.roadmapIds, board.days);
  const all = new Map<string, number>();
  for await (const userIds of joinedInPieces(db, board.guildId)) {
    for (const [userId, score] of await SCORES[metric](db, board, userIds, now)) all.set(userId, score);
  }
  return all;
}

/** What some members have done, as `scoresOf`. */
type Scores = (
  db: Db,
  board: BoardOf,
  userIds: readonly string[],
  now: number,
) => Promise<ReadonlyMap<string, number>>;

const SCORES: Readonly<Record<Exclude<BoardMetric, 'topics'>, Scores>> = {
  minutes: minutesStudied,
  proofs: topicsProven,
  reviews: reviewsAnswered,
  helping: helped,
};

/** How many reviews each member answered, by the study day that they counted for, without undone ones. */
async function reviewsAnswered(
  db: Db,
  { roadmapIds, days }: BoardOf,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  return counted(
    await notUndone(db)
      .select((eb) => [
        'activity.user_id',
        eb.fn.count<number | string>('activity.batch').distinct().as('count'),
      ])
      .where('activity.user_id', 'in', userIds)
      .where('activity.study_date', '>=', days.from)
      .where('activity.study_date', '<=', days.to)
      .where('activity.action', '=', 'review')
      .where('activity.topic_id', 'in', topicsIn(db, roadmapIds))
      .groupBy('activity.user_id')
      .execute(),
  );
}

/** Time that a member added later is left out, and so is time in other servers. */
async function minutesStudied(
  db: Db,
  { guildId, days, span }: BoardOf,
  userIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const sessions = await sessionsOfMembers(db, userIds, span.from - NEARBY);
  return new Map(
    [...sessions].map(([userId, own]) => [userId, minutesThere(piecesOf(own, now), guildId, days)]),
  );
}

/** Work that proved something. Imported work is left out. */
async function topicsProven(
  db: Db,
  { roadmapIds, span }: BoardOf,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  return counted(
    await db
      .selectFrom('proof')
      .select((eb) => ['proof.user_id', eb.fn.countAll<number | string>().as('count')])
      .where('proof.user_id', 'in', userIds)
      .where('proven_at', '>=', span.from)
      .where('proven_at', '<', span.to)
      .where('proven_elsewhere', '=', 0)
      .where('proof.topic_id', 'in', topicsIn(db, roadmapIds))
      .groupBy('proof.user_id')
      .execute(),
  );
}

/**
 * Whom the members helped here: explanations of theirs that somebody found clear, each once, questions about their work that
 * were answered, and questions of *Who can help?* that they answered.
 */
async function helped(
  db: Db,
  { guildId, span }: BoardOf,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const clear = await db
    .selectFrom('proof_clear')
    .innerJoin('proof', 'proof.id', 'proof_clear.proof_id')
    .select((eb) => ['proof.user_id', eb.fn.count<number | string>('proof.id').distinct().as('count')])
    .where('proof_clear.guild_id', '=', guildId)
    .where('proof_clear.at', '>=', span.from)
    .where('proof_clear.at', '<', span.to)
    .where('proof.user_id', 'in', userIds)
    .groupBy('proof.user_id')
    .execute();
  const answered = await db
    .selectFrom('proof_gap')
    .innerJoin('proof', 'proof.id', 'proof_gap.proof_id')
    .select((eb) => ['proof.user_id', eb.fn.countAll<number | string>().as('count')])
    .where('proof_gap.guild_id', '=', guildId)
    .where('answered_at', '>=', span.from)
    .where('answered_at', '<', span.to)
    .where('proof.user_id', 'in', userIds)
    .groupBy('proof.user_id')
    .execute();
  const asked = await db
    .selectFrom('help_turn')
    .innerJoin('help_ask', 'help_ask.id', 'help_turn.ask_id')
    .select((eb) => ['help_turn.user_id', eb.fn.countAll<number | string>().as('count')])
    .where('help_ask.guild_id', '=', guildId)
    .where('said', '=', 'answered')
    .where('said_at', '>=', span.from)
    .where('said_at', '<', span.to)
    .where('help_turn.user_id', 'in', userIds)
    .groupBy('help_turn.user_id')
    .execute();
  return counted([...clear, ...answered, ...asked]);
}

function topicsIn(db: Db, roadmapIds: readonly string[]) {
  return db.selectFrom('roadmap_topic').select('topic_id').where('roadmap_id', 'in', roadmapIds);
}

/** The sums by user id. PostgreSQL returns counts as texts. */
function counted(
  rows: readonly { readonly user_id: string; readonly count: number | string }[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { user_id, count } of rows) sums.set(user_id, (sums.get(user_id) ?? 0) + Number(count));
  return sums;
}
