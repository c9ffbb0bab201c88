import { minutesIn, type Piece } from '../sessions/pieces.ts';

/** How long topics really took: the median in minutes, of so many topics or people. */
export interface Duration {
  readonly minutes: number;
  readonly of: number;
}

/** The figures of a group are shown from so many people on, so that they are nobody's own. */
const CONTRIBUTORS = 3;

/** How long a member's finished topics took, of those with study time. Null if there are none. */
export function ownDuration(pieces: readonly Piece[], isDone: (topicId: string) => boolean): Duration | null {
  const byTopic = Map.groupBy(pieces, ({ session }) => session.topicId ?? '');
  const minutes = [...byTopic]
    .filter(([topicId]) => isDone(topicId))
    .map(([, own]) => minutesIn(own))
    .filter((each) => each > 0);
  return minutes.length === 0 ? null : { minutes: median(minutes), of: minutes.length };
}

/**
 * The same of a group: the median of its members' own, so that each counts alike. Null with too few members.
 * @param members the durations of those who let the group see their progress
 */
export function groupDuration(members: readonly (Duration | null)[]): Duration | null {
  const minutes = members.flatMap((member) => member?.minutes ?? []);
  return minutes.length < CONTRIBUTORS ? null : { minutes: median(minutes), of: minutes.length };
}

function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const half = Math.floor(ordered.length / 2);
  const [low = 0, high = 0] =
    ordered.length % 2 === 1 ? [ordered[half], ordered[half]] : ordered.slice(half - 1);
  return Math.round((low + high) / 2);
}
