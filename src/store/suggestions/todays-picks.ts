import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { isLeftOut, shortestFirst } from '../../study/suggestions/day.ts';
import { isBack, smallStart } from '../../study/suggestions/small-start.ts';
import {
  OFFER_DAYS,
  PICKS_A_DAY,
  type Reason,
  suggest,
  type Suggestion,
  whyStill,
} from '../../study/suggestions/suggest.ts';
import { standings } from '../../study/topics/status.ts';
import { dateOf, dayNumber, studyDay } from '../../time/study-day.ts';
import type { Member } from '../members/members.ts';
import type { Db } from '../schema.ts';
import { addPicks, offersSince, type PickDay, picksOf } from './picks.ts';
import { studyOf } from '../progress/studies.ts';
import { topicsStudiedByDate } from '../sessions/days.ts';
import { write } from '../write.ts';

/** A member, a roadmap and an instant (epoch ms), with the clock that counts for the member. */
export interface StudyingDay {
  readonly userId: string;
  readonly roadmap: Outline;
  readonly member: Pick<Member, 'dayStart'>;
  readonly timeZone: string;
  readonly now: number;
}

/** A pick to be shown. It may have been finished already. */
export interface ShownPick {
  readonly node: TopicNode;
  /** Why it is suggested, as things are now; null once it is finished. */
  readonly reason: Reason | null;
}

export interface TodaysPicks {
  readonly picks: readonly ShownPick[];
  readonly progress: Progress;
}

/**
 * A member's picks of today. They are chosen when they are first asked for, and stay the same all day. Picks that
 * were skipped or put off are replaced.
 */
export async function todaysPicks(db: Db, day: StudyingDay): Promise<TodaysPicks> {
  const there = await keptPicks(db, day);
  // To choose needs one transaction, so that two requests at once do not both do it. Otherwise nothing is written.
  const { picks, progress } = isFull(there) ? there : await write(db, (trx) => filledUp(trx, day));
  const standing = standings(day.roadmap, progress);
  const shown = shortestFirst(picks).map(({ node, reason }) => ({
    node,
    reason: whyStill(day.roadmap, standing, node, reason),
  }));
  return { picks: shown, progress };
}

interface KeptPicks {
  readonly picks: readonly Suggestion[];
  readonly progress: Progress;
}

/** Today's picks that still count, with new ones in the empty places. */
export async function filledUp(trx: Db, day: StudyingDay): Promise<KeptPicks> {
  const kept = await keptPicks(trx, day);
  if (isFull(kept)) return kept;
  const { picks, progress } = kept;
  return {
    picks: [...picks, ...(await choose(trx, day, progress, picks, PICKS_A_DAY - picks.length))],
    progress,
  };
}

/** Today's picks that still count. */
async function keptPicks(db: Db, day: StudyingDay): Promise<KeptPicks> {
  const { roadmap, userId, now } = day;
  const { progress } = await studyOf(db, userId, roadmap);
  const picks = (await picksOf(db, pickDayOf(day))).flatMap(({ topicId, reason }) => {
    const node = roadmap.byId.get(topicId);
    return node === undefined || isLeftOut(progress, topicId, now) ? [] : [{ node, reason }];
  });
  return { picks, progress };
}

function isFull({ picks }: KeptPicks): boolean {
  return picks.length >= PICKS_A_DAY;
}

/** Suggests further topics for today beside the kept ones, and stores them as picks. */
export async function choose(
  trx: Db,
  day: StudyingDay,
  progress: Progress,
  kept: readonly Suggestion[],
  count: number,
  swapped: ReadonlySet<string> = new Set(),
): Promise<readonly Suggestion[]> {
  const { roadmap, userId, now } = day;
  const { date: today } = pickDayOf(day);
  const since = dateOf(dayNumber(today) - OFFER_DAYS + 1);
  const before = await offersSince(trx, userId, roadmap.id, since);
  // Who swaps the picks wants something else than the small one.
  const isFirst = kept.length === 0 && swapped.size === 0;
  const first = isFirst ? await startOf(trx, day, progress, today) : [];
  const others = suggest({
    outline: roadmap,
    progress,
    offered: { today, before },
    now,
    count: count - first.length,
    except: swapped,
    beside: [...kept, ...first].map(({ node }) => node),
  });
  const chosen = [...first, ...others];
  await addPicks(
    trx,
    pickDayOf(day),
    chosen.map(({ node, reason }) => ({ topicId: node.id, reason })),
    now,
  );
  return chosen;
}

/** The small topic with which the day begins, for those for whom it does. */
async function startOf(
  trx: Db,
  { roadmap: outline, userId, now }: StudyingDay,
  progress: Progress,
  today: string,
): Promise<readonly Suggestion[]> {
  const lastStudied = await lastStudiedBy(trx, userId, now);
  const start = smallStart({ outline, progress, lastStudied, today, now });
  return start === null ? [] : [start];
}

/** Whether a member comes back from a break, and has not studied since. */
export async function comesBack(db: Db, day: StudyingDay): Promise<boolean> {
  return isBack(await lastStudiedBy(db, day.userId, day.now), pickDayOf(day).date);
}

async function lastStudiedBy(db: Db, userId: string, now: number): Promise<string | null> {
  const dates = await topicsStudiedByDate(db, userId, now);
  return [...dates.keys()].toSorted().at(-1) ?? null;
}

/** The day to which a member's picks belong. */
export function pickDayOf({ userId, roadmap, now, timeZone, member }: StudyingDay): PickDay {
  return { userId, roadmapId: roadmap.id, date: studyDay(now, timeZone, member.dayStart) };
}
