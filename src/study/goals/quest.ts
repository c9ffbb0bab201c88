/** A group's quest has a target between these, in topics. */
export const QUEST_TARGETS = { min: 1, max: 9_999 } as const;
/** A target is proposed from so many weeks on, and of so many at most. */
const [LEAST_WEEKS, MOST_WEEKS] = [2, 8];
/** Where the target lies among the sorted weeks. A week like them reaches it in 7 of 10 cases. */
const PLACE = 0.3;

/** A group's quest: so many topics together in some days. */
export interface Quest {
  /** Its first and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly target: number;
}

export interface QuestProgress extends Quest {
  readonly done: number;
}

/**
 * Proposes a target: the value at place 0.3 (n + 1) of the last n weeks in order of size, and between two of them if the
 * place is. Of four weeks it is halfway from the smallest to the next. It is rounded up, which changes nothing about
 * when it is reached.
 * @param weeks how many topics the group finished in each of its last weeks, the latest last
 * @returns null before there are two weeks
 */
export function proposedTarget(weeks: readonly number[]): number | null {
  const known = weeks.slice(-MOST_WEEKS);
  if (known.length < LEAST_WEEKS) return null;
  const ordered = known.toSorted((a, b) => a - b);
  const place = Math.min(Math.max(PLACE * (known.length + 1), 1), known.length);
  const [below = 0, above = below] = [ordered[Math.floor(place) - 1], ordered[Math.ceil(place) - 1]];
  // Without rounding, 0.3 * 10 would be a little less than 3.
  const value = below + (above - below) * Number((place - Math.floor(place)).toFixed(9));
  return Math.min(QUEST_TARGETS.max, Math.max(QUEST_TARGETS.min, Math.ceil(value)));
}
