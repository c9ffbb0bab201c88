import type { Place } from '../roadmap/outline.ts';
import { addPicks, offersSince, type PickDay, picksOf, swapAway } from '../store/picks.ts';
import { progressOf } from '../store/progress.ts';
import type { Progress } from '../study/progress.ts';
import { isOpen } from '../study/status.ts';
import { studyDay } from '../study/study-day.ts';
import { OFFER_WINDOW, type Reason, suggest } from '../study/suggest.ts';
import type { Call } from './command.ts';

/** A pick as it is shown: also one that was finished since. */
export interface ShownPick {
  readonly place: Place;
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
  const { app, book, userId, now } = call;
  const day = dayOf(call);
  const progress = await progressOf(app.db, userId, book.id);
  const kept = (await picksOf(app.db, day)).flatMap(({ topicId, reason }) => {
    const place = book.byId.get(topicId);
    return place === undefined || isAway(progress, topicId, now) ? [] : [{ place, reason }];
  });
  if (kept.length >= PICKS) return { picks: kept, progress };
  const picks = [...kept, ...(await choose(call, progress, kept, PICKS - kept.length))];
  return { picks, progress };
}

/** Other picks in place of those that are neither begun nor finished. */
export async function swapPicks(call: Call): Promise<void> {
  const { picks, progress } = await todaysPicks(call);
  const untouched = picks.filter(({ place }) => (progress.get(place.id)?.state ?? 'todo') === 'todo');
  const ids = untouched.map(({ place }) => place.id);
  await swapAway(call.app.db, dayOf(call), ids, call.now);
  const kept = picks.filter((pick) => !untouched.includes(pick));
  await choose(call, progress, kept, ids.length, new Set(ids));
}

/** More picks for today, when those of today are finished. */
export async function morePicks(call: Call): Promise<void> {
  const { picks, progress } = await todaysPicks(call);
  const finished = picks.filter(({ place }) => !isOpen(progress.get(place.id)?.state ?? 'todo'));
  await swapAway(
    call.app.db,
    dayOf(call),
    finished.map(({ place }) => place.id),
    call.now,
  );
}

async function choose(
  call: Call,
  progress: Progress,
  kept: readonly ShownPick[],
  count: number,
  swapped: ReadonlySet<string> = new Set(),
): Promise<readonly ShownPick[]> {
  const { app, book, userId, now } = call;
  const offers = await offersSince(app.db, userId, book.id, now - OFFER_WINDOW);
  const chosen = suggest({
    outline: book,
    progress,
    offers,
    now,
    count,
    except: swapped,
    beside: kept.map(({ place }) => place),
  });
  await addPicks(
    app.db,
    dayOf(call),
    chosen.map(({ place, reason }) => ({ topicId: place.id, reason })),
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

function dayOf({ userId, book, now, timeZone, member }: Call): PickDay {
  return { userId, roadmapId: book.id, date: studyDay(now, timeZone, member.dayStart) };
}
