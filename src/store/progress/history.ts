import {
  type Act,
  LASTING_ACTS,
  type LastingAct,
  REVERSIBLE_ACTS,
  type ReversibleAct,
} from '../../study/progress/progress.ts';
import type { Actor } from '../actor.ts';
import { AlreadyHandled, once, wasHandled } from '../once.ts';
import { takeBackReview } from '../review/reviews.ts';
import type { Db } from '../schema.ts';
import { logTakenBack } from './activities.ts';
import { swapBack } from './picks.ts';
import { takeBackChanges } from './progress.ts';
import { write } from '../write.ts';

/** What a member did in one interaction. */
export interface PastAct<Kind extends Act | 'join'> {
  readonly act: Kind;
  /** Of which interaction. */
  readonly batch: string;
  readonly topicIds: readonly string[];
  /** The roadmap that the topics are of; null for what is about none. */
  readonly roadmapId: string | null;
  /** Epoch ms. */
  readonly at: number;
}

/** What came of an undo. */
export type Undoing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'undone'; readonly undone: PastAct<ReversibleAct> }
  | {
      /** Nothing was taken back: it would not have been what was asked for. */
      readonly kind: 'asks';
      /** What came after all that can be taken back, and stays; null if nothing did. */
      readonly stays: PastAct<LastingAct | 'join'> | null;
      /** The last act that can be taken back. */
      readonly next: PastAct<ReversibleAct> | null;
    };

/**
 * Takes back the last act of a member, on whatever roadmap, if it can be taken back. It never reaches over one that stays,
 * unless the act to take back is named.
 * @param named the interaction whose act is to be taken back: only if nothing came after it that can be
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function undoLast(db: Db, actor: Actor, named: string | null = null): Promise<Undoing> {
  return write(db, async (trx) => {
    // Marked as handled only where something is written: an answer that nobody gets has then lost nothing.
    if (await wasHandled(trx, actor.interactionId)) throw new AlreadyHandled(actor.interactionId);
    const next = await lastOf(trx, actor.userId, REVERSIBLE_ACTS);
    const lasting = [await lastOf(trx, actor.userId, LASTING_ACTS), await lastJoin(trx, actor.userId)];
    const stays = latest(lasting.filter((act) => act !== null && (next === null || isAfter(act, next))));
    if (next === null) return stays === null ? { kind: 'nothing' } : { kind: 'asks', stays, next };
    const isMeant = named === null ? stays === null : named === next.batch;
    if (!isMeant) return { kind: 'asks', stays, next };
    await once(trx, actor.interactionId, actor.at);
    await takeBack(trx, actor, next);
    return { kind: 'undone', undone: next };
  });
}

/**
 * What an interaction has taken back.
 * @returns null if it has taken back nothing
 */
export async function undoneBy(
  db: Db,
  userId: string,
  interactionId: string,
): Promise<PastAct<ReversibleAct> | null> {
  const row = await db
    .selectFrom('activity')
    .select('undoes')
    .where('user_id', '=', userId)
    .where('batch', '=', interactionId)
    .where('undoes', 'is not', null)
    .executeTakeFirst();
  return row?.undoes ? actOf(db, userId, row.undoes, REVERSIBLE_ACTS) : null;
}

async function takeBack(trx: Db, actor: Actor, past: PastAct<ReversibleAct>): Promise<void> {
  switch (past.act) {
    case 'review':
    case 'later':
      await takeBackReview(trx, actor, past.batch);
      return;
    case 'swap':
      await swapBack(trx, actor.userId, past.at);
      await logTakenBack(trx, actor, past.batch, ...past.topicIds);
      return;
    default:
      await takeBackChanges(trx, actor, past.batch);
  }
}

type Lasting = PastAct<LastingAct | 'join'>;

function latest(acts: readonly (Lasting | null)[]): Lasting | null {
  return acts.reduce(
    (last, act) => (act !== null && (last === null || isAfter(act, last)) ? act : last),
    null,
  );
}

/** Of two in one millisecond, the one with the later snowflake. */
function isAfter(act: PastAct<Act | 'join'>, other: PastAct<Act | 'join'>): boolean {
  return act.at === other.at ? act.batch > other.batch : act.at > other.at;
}

/** The last interaction of a member with one of these acts that was not taken back. */
async function lastOf<Kind extends Act>(
  db: Db,
  userId: string,
  acts: readonly Kind[],
): Promise<PastAct<Kind> | null> {
  const row = await db
    .selectFrom('activity')
    .select('batch')
    .where('user_id', '=', userId)
    .where('action', 'in', acts)
    .where('batch', 'not in', (eb) =>
      eb
        .selectFrom('activity as undoing')
        .select('undoing.undoes')
        .where('undoing.user_id', '=', userId)
        .where('undoing.undoes', 'is not', null)
        .$castTo<{ undoes: string }>(),
    )
    // Work that was written later counts as a review, too: an earlier answer cannot be taken out from under it.
    .where((eb) =>
      eb.or([
        eb('action', 'not in', ['review', 'later']),
        eb.not(
          eb.exists(
            eb
              .selectFrom('review_log')
              .select('review_log.id')
              .whereRef('review_log.user_id', '=', 'activity.user_id')
              .whereRef('review_log.topic_id', '=', 'activity.topic_id')
              .whereRef('review_log.at', '>', 'activity.at')
              .where('rating', '=', 'proof'),
          ),
        ),
      ]),
    )
    .orderBy('activity.at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : actOf(db, userId, row.batch, acts);
}

async function actOf<Kind extends Act>(
  db: Db,
  userId: string,
  batch: string,
  acts: readonly Kind[],
): Promise<PastAct<Kind> | null> {
  const rows = await db
    .selectFrom('activity')
    .innerJoin('topic', 'topic.id', 'activity.topic_id')
    .select(['activity.action', 'activity.topic_id', 'activity.at', 'topic.roadmap_id'])
    .where('activity.user_id', '=', userId)
    .where('activity.batch', '=', batch)
    .where('activity.action', 'in', acts)
    .orderBy('activity.id')
    .execute();
  const [first] = rows;
  const act = acts.find((each) => each === first?.action);
  if (first === undefined || act === undefined) return null;
  const topicIds = rows.map((row) => row.topic_id);
  return { act, batch, topicIds, roadmapId: first.roadmap_id, at: first.at };
}

/** The last group that a member joined and still is in. */
async function lastJoin(db: Db, userId: string): Promise<PastAct<'join'> | null> {
  const row = await db
    .selectFrom('membership')
    .select(['guild_id', 'joined_at'])
    .where('user_id', '=', userId)
    .orderBy('joined_at', 'desc')
    .executeTakeFirst();
  return row === undefined
    ? null
    : { act: 'join', batch: row.guild_id, topicIds: [], roadmapId: null, at: row.joined_at };
}
