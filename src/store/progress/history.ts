import {
  type Act,
  type Choice,
  LASTING_ACTS,
  type PastKind,
  REVERSIBLE_ACTS,
  type StayingAct,
  type UndoableAct,
} from '../../study/progress/progress.ts';
import type { Actor } from '../actor.ts';
import { lastChoice } from '../members/last-choice.ts';
import { AlreadyHandled, once, wasHandled } from '../once.ts';
import { undoReviewWithin } from '../review/undo.ts';
import { lastLog, logUndoneBy, type PastLog, undoLog } from '../sessions/logs.ts';
import type { Db } from '../schema.ts';
import { logUndone } from './log-activity.ts';
import { swapBack } from '../suggestions/picks.ts';
import { undoChanges } from './progress.ts';
import { write } from '../write.ts';
import { DAY } from '../../time/units.ts';

/** What a member did in one interaction. */
export interface PastAct<Kind extends PastKind> {
  readonly act: Kind;
  /** The id of the interaction. */
  readonly batch: string;
  readonly topicIds: readonly string[];
  /**
   * The roadmaps of the topics, the one that the member acted in first. Others have the topics that count as one with
   * those. None for an act that is about no topic.
   */
  readonly roadmapIds: readonly string[];
  /** Epoch ms. */
  readonly at: number;
}

/** An act older than this is shown before it is undone, because the member may have forgotten it; milliseconds. */
const FRESH = DAY;

/** The result of an undo. */
export type Undoing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'undone'; readonly undone: PastAct<UndoableAct> }
  | {
      /** Nothing was undone, because the last act is not the one that was meant, or may not be. */
      readonly kind: 'asks';
      /** Whether the last act is so old that the member may not have it in mind. */
      readonly isOld: boolean;
      /** The last act, if it cannot be undone; otherwise null. */
      readonly stays: PastAct<StayingAct> | null;
      /** The last act that can be undone. */
      readonly next: PastAct<UndoableAct> | null;
    };

/**
 * Undoes the last act of a member, on any roadmap. If the last act cannot be undone, an earlier one is undone only if
 * it is named, and so is an act older than a day.
 * @param named the interaction to undo. It is undone only if no other act that could be undone came after it
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function undoLast(db: Db, actor: Actor, named: string | null = null): Promise<Undoing> {
  return write(db, async (trx) => {
    // The interaction is marked as handled only if something is written, so that a lost answer loses nothing.
    if (await wasHandled(trx, actor.interactionId)) throw new AlreadyHandled(actor.interactionId);
    const log = await lastLog(trx, actor.userId);
    const next = latest<PastAct<UndoableAct>>([
      await lastOf(trx, actor.userId, REVERSIBLE_ACTS),
      log === null ? null : await logAct(trx, log),
    ]);
    const lasting = [
      await lastOf(trx, actor.userId, LASTING_ACTS),
      await lastJoin(trx, actor.userId),
      await lastChosen(trx, actor.userId),
    ];
    const stays = latest<PastAct<StayingAct>>(
      lasting.filter((act) => act !== null && (next === null || isAfter(act, next))),
    );
    if (next === null)
      return stays === null ? { kind: 'nothing' } : { kind: 'asks', isOld: false, stays, next };
    const isOld = named === null && stays === null && next.at < actor.at - FRESH;
    const isMeant = named === null ? stays === null && !isOld : named === next.batch;
    if (!isMeant) return { kind: 'asks', isOld, stays, next };
    await once(trx, actor.interactionId, actor.at);
    await undoAct(trx, actor, next);
    return { kind: 'undone', undone: next };
  });
}

/**
 * What an interaction has undone.
 * @returns null if it has undone nothing
 */
export async function undoneBy(
  db: Db,
  userId: string,
  interactionId: string,
): Promise<PastAct<UndoableAct> | null> {
  const log = await logUndoneBy(db, userId, interactionId);
  if (log !== null) return logAct(db, log);
  const row = await db
    .selectFrom('activity')
    .select('undoes')
    .where('user_id', '=', userId)
    .where('batch', '=', interactionId)
    .where('undoes', 'is not', null)
    .executeTakeFirst();
  return row?.undoes ? actOf(db, userId, row.undoes, REVERSIBLE_ACTS) : null;
}

async function undoAct(trx: Db, actor: Actor, past: PastAct<UndoableAct>): Promise<void> {
  switch (past.act) {
    case 'review':
    case 'later':
      await undoReviewWithin(trx, actor, past.batch);
      return;
    case 'log':
      await undoLog(trx, actor, past.batch);
      return;
    case 'swap':
      await swapBack(trx, actor.userId, past.at);
      await logUndone(trx, actor, past.batch, ...past.topicIds);
      return;
    case 'pause':
      // A paused topic has left the picks of its day, as a swapped one has.
      await swapBack(trx, actor.userId, past.at);
      await undoChanges(trx, actor, past.batch);
      return;
    default:
      await undoChanges(trx, actor, past.batch);
  }
}

function latest<Past extends PastAct<PastKind>>(acts: readonly (Past | null)[]): Past | null {
  return acts.reduce<Past | null>(
    (last, act) => (act !== null && (last === null || isAfter(act, last)) ? act : last),
    null,
  );
}

/** If two acts have the same millisecond, the one with the later snowflake is later. */
function isAfter(act: PastAct<PastKind>, other: PastAct<PastKind>): boolean {
  return act.at === other.at ? act.batch > other.batch : act.at > other.at;
}

/** A member's last interaction with one of these acts that was not undone. */
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
    // Writing work counts as a review too. An earlier answer cannot be undone after that, because the card was
    // changed again.
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
  const roadmapIds = [...new Set(rows.map((row) => row.roadmap_id))];
  return { act, batch, topicIds, roadmapIds, at: first.at };
}

async function logAct(db: Db, { id, topicId, at }: PastLog): Promise<PastAct<'log'>> {
  const topic = await db
    .selectFrom('topic')
    .select('roadmap_id')
    .where('id', '=', topicId)
    .executeTakeFirst();
  const topicIds = topicId === null ? [] : [topicId];
  return { act: 'log', batch: id, topicIds, roadmapIds: topic === undefined ? [] : [topic.roadmap_id], at };
}

/** The last group that a member joined and is still in. */
export async function lastJoin(db: Db, userId: string): Promise<PastAct<'join'> | null> {
  const row = await db
    .selectFrom('membership')
    .select(['guild_id', 'joined_at'])
    .where('user_id', '=', userId)
    .orderBy('joined_at', 'desc')
    .executeTakeFirst();
  return row === undefined
    ? null
    : { act: 'join', batch: row.guild_id, topicIds: [], roadmapIds: [], at: row.joined_at };
}

/** The last roadmap that a member chose beside others and still follows. */
async function lastFollow(db: Db, userId: string): Promise<PastAct<'follow'> | null> {
  const row = await db
    .selectFrom('member_follow')
    .select(['roadmap_id', 'since'])
    .where('user_id', '=', userId)
    .orderBy('since', 'desc')
    .orderBy('roadmap_id')
    .executeTakeFirst();
  return row === undefined
    ? null
    : { act: 'follow', batch: row.roadmap_id, topicIds: [], roadmapIds: [row.roadmap_id], at: row.since };
}

/** A choice follows the main roadmap before, so of the same instant, it is the one that was made. */
export async function lastChosen(db: Db, userId: string): Promise<PastAct<Choice | 'follow'> | null> {
  const [choice, follow] = [await choiceAct(db, userId), await lastFollow(db, userId)];
  return choice !== null && (follow === null || choice.at >= follow.at) ? choice : follow;
}

/** It has no interaction of its own: of the same instant, an act on topics is the later one. */
async function choiceAct(db: Db, userId: string): Promise<PastAct<Choice> | null> {
  const last = await lastChoice(db, userId);
  return last === null ? null : { act: last.choice, batch: '', topicIds: [], roadmapIds: [], at: last.at };
}
