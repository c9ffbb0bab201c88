import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { OFFER_DAYS, type Reason, suggest, whyStill } from '../../study/suggestions/suggest.ts';
import { standings } from '../../study/topics/status.ts';
import { dateOf, dayNumber, studyDay } from '../../time/study-day.ts';
import type { Member } from '../members/members.ts';
import type { Db } from '../schema.ts';
import { addPicks, offersSince, type PickDay, picksOf } from './picks.ts';
import { studyOf } from './studies.ts';
import { write } from '../write.ts';

/** Who studies which roadmap, at which instant (epoch ms), and the clock that counts for them. */
export interface StudyingDay {
  readonly userId: string;
  readonly roadmap: Outline;
  readonly member: Pick<Member, 'dayStart'>;
  readonly timeZone: string;
  readonly now: number;
}

/** A pick as it is shown: also one that was finished since. */
export interface ShownPick {
  readonly node: TopicNode;
  /** Why it is one, as it stands now; null once it is finished. */
  readonly reason: Reason | null;
}

/** A pick with the reason that it was picked for. */
interface Chosen {
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
 * A member's picks of today: the same ones all day, chosen when they are first asked for, filled up when some were
 * skipped or put off.
 */
export async function todaysPicks(db: Db, day: StudyingDay): Promise<TodaysPicks> {
  // In one transaction, so that two who ask at once do not both choose.
  const { picks, progress } = await write(db, (trx) => filledUp(trx, day));
  const standing = standings(day.roadmap, progress);
  const shown = shortestFirst(picks).map(({ node, reason }) => ({
    node,
    reason: whyStill(day.roadmap, standing, node, reason),
  }));
  return { picks: shown, progress };
}

/** Those that were picked for the same kind of reason: the shortest first. */
function shortestFirst(picks: readonly Chosen[]): readonly Chosen[] {
  const kinds = [...new Set(picks.map(({ reason }) => reason.kind))];
  const minutes = ({ node }: Chosen): number => node.topic.minutes ?? Number.MAX_SAFE_INTEGER;
  return kinds.flatMap((kind) =>
    picks.filter(({ reason }) => reason.kind === kind).toSorted((a, b) => minutes(a) - minutes(b)),
  );
}

/** Those of today that still stand, and new ones in the places that are empty. */
export async function filledUp(
  trx: Db,
  day: StudyingDay,
): Promise<{ readonly picks: readonly Chosen[]; readonly progress: Progress }> {
  const { roadmap, userId, now } = day;
  const { progress } = await studyOf(trx, userId, roadmap);
  const kept = (await picksOf(trx, pickDayOf(day))).flatMap(({ topicId, reason }) => {
    const node = roadmap.byId.get(topicId);
    return node === undefined || isAway(progress, topicId, now) ? [] : [{ node, reason }];
  });
  if (kept.length >= PICKS) return { picks: kept, progress };
  return { picks: [...kept, ...(await choose(trx, day, progress, kept, PICKS - kept.length))], progress };
}

export async function choose(
  trx: Db,
  day: StudyingDay,
  progress: Progress,
  kept: readonly Chosen[],
  count: number,
  swapped: ReadonlySet<string> = new Set(),
): Promise<readonly Chosen[]> {
  const { roadmap, userId, now } = day;
  const { date: today } = pickDayOf(day);
  const since = dateOf(dayNumber(today) - OFFER_DAYS + 1);
  const before = await offersSince(trx, userId, roadmap.id, since);
  const chosen = suggest({
    outline: roadmap,
    progress,
    offered: { today, before },
    now,
    count,
    except: swapped,
    beside: kept.map(({ node }) => node),
  });
  await addPicks(
    trx,
    pickDayOf(day),
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

export function pickDayOf({ userId, roadmap, now, timeZone, member }: StudyingDay): PickDay {
  return { userId, roadmapId: roadmap.id, date: studyDay(now, timeZone, member.dayStart) };
}
