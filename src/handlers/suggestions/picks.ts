import type { TopicNode } from '../../roadmap/outline.ts';
import { once } from '../../store/once.ts';
import { logAct } from '../../store/progress/activities.ts';
import { addPicks, offersSince, type PickDay, picksOf, swapAway } from '../../store/progress/picks.ts';
import type { Db } from '../../store/schema.ts';
import { studyOf } from '../../store/progress/studies.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { isOpen, standings } from '../../study/topics/status.ts';
import { studyDay } from '../../time/study-day.ts';
import { OFFER_WINDOW, type Reason, suggest, whyStill } from '../../study/suggestions/suggest.ts';
import type { Call } from '../../discord/command.ts';

/** A pick as it is shown: also one that was finished since. */
export interface ShownPick {
  readonly node: TopicNode;
  /** Why it is one, as it stands now; null once it is finished. */
  readonly reason: Reason | null;
}

/** A pick with the reason that it was picked for. */
interface Pick {
  readonly node: TopicNode;
  readonly reason: Reason;
}

export interface TodaysPicks {
  readonly picks: readonly ShownPick[];
  readonly progress: Progress;
}

/** How many topics a day is made of. */
const PICKS = 3;

/**
 * The member's picks of today: the same ones all day, chosen when they are first asked for, filled up when some were
 * skipped or put off.
 */
export async function todaysPicks(call: Call): Promise<TodaysPicks> {
  // In one transaction, so that two who ask at once do not both choose.
  const { picks, progress } = await call.app.db.transaction().execute((trx) => filledUp(trx, call));
  const standing = standings(call.roadmap, progress);
  const shown = picks.map(({ node, reason }) => ({
    node,
    reason: whyStill(call.roadmap, standing, node, reason),
  }));
  return { picks: shown, progress };
}

/**
 * Other picks in place of those that are neither begun nor finished.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function swapPicks(call: Call): Promise<void> {
  await call.app.db.transaction().execute(async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    const { picks, progress } = await filledUp(trx, call);
    const untouched = picks.filter(({ node }) => (progress.get(node.id)?.state ?? 'todo') === 'todo');
    const ids = untouched.map(({ node }) => node.id);
    await swapAway(trx, dayOf(call), ids, call.now);
    await logAct(trx, call.actor, 'swap', ...ids);
    const kept = picks.filter((pick) => !untouched.includes(pick));
    await choose(trx, call, progress, kept, ids.length, new Set(ids));
  });
}

/**
 * More picks for today, when those of today are finished.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function morePicks(call: Call): Promise<void> {
  await call.app.db.transaction().execute(async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    const { picks, progress } = await filledUp(trx, call);
    const finished = picks.filter(({ node }) => !isOpen(progress.get(node.id)?.state ?? 'todo'));
    const ids = finished.map(({ node }) => node.id);
    await swapAway(trx, dayOf(call), ids, call.now);
  });
}

/** Those of today that still stand, and new ones in the places that are empty. */
async function filledUp(
  trx: Db,
  call: Call,
): Promise<{ readonly picks: readonly Pick[]; readonly progress: Progress }> {
  const { roadmap, userId, now } = call;
  const { progress } = await studyOf(trx, userId, roadmap);
  const kept = (await picksOf(trx, dayOf(call))).flatMap(({ topicId, reason }) => {
    const node = roadmap.byId.get(topicId);
    return node === undefined || isAway(progress, topicId, now) ? [] : [{ node, reason }];
  });
  if (kept.length >= PICKS) return { picks: kept, progress };
  return { picks: [...kept, ...(await choose(trx, call, progress, kept, PICKS - kept.length))], progress };
}

async function choose(
  trx: Db,
  call: Call,
  progress: Progress,
  kept: readonly Pick[],
  count: number,
  swapped: ReadonlySet<string> = new Set(),
): Promise<readonly Pick[]> {
  const { roadmap, userId, now } = call;
  const offers = await offersSince(trx, userId, roadmap.id, now - OFFER_WINDOW);
  const chosen = suggest({
    outline: roadmap,
    progress,
    offers,
    now,
    count,
    except: swapped,
    beside: kept.map(({ node }) => node),
  });
  await addPicks(
    trx,
    dayOf(call),
    chosen.map(({ node, reason }) => ({ topicId: node.id, reason })),
    now,
  );
  return chosen;
}

/** Skipped or put off: no longer one of today's. What was finished stays, for the pleasure of it. */
function isAway(progress: Progress, topicId: string, now: number): boolean {
  const entry = progress.get(topicId);
  if (entry === undefined || entry.state === 'done') return false;
  return entry.state === 'skipped' || (entry.snoozedUntil ?? 0) > now;
}

function dayOf({ userId, roadmap, now, timeZone, member }: Call): PickDay {
  return { userId, roadmapId: roadmap.id, date: studyDay(now, timeZone, member.dayStart) };
}
