import type { Progress } from '../progress/progress.ts';
import { isPutOff } from '../topics/status.ts';
import type { Suggestion } from './suggest.ts';

/** Puts the shortest first among picks with the same kind of reason. The kinds keep their order. */
export function shortestFirst(picks: readonly Suggestion[]): readonly Suggestion[] {
  const kinds = [...new Set(picks.map(({ reason }) => reason.kind))];
  return kinds.flatMap((kind) =>
    picks.filter(({ reason }) => reason.kind === kind).toSorted((a, b) => minutes(a) - minutes(b)),
  );
}

function minutes({ node }: Suggestion): number {
  return node.topic.minutes ?? Number.MAX_SAFE_INTEGER;
}

/**
 * Whether a topic was skipped or put off since it was picked, so that another takes its place. Finished topics stay,
 * because it is nice to see them.
 * @param now epoch milliseconds
 */
export function isLeftOut(progress: Progress, topicId: string, now: number): boolean {
  const entry = progress.get(topicId);
  if (entry === undefined || entry.state === 'done') return false;
  return entry.state === 'skipped' || isPutOff(entry, now);
}
