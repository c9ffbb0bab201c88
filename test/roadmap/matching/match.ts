import { type Match, matchRoadmaps } from '../../../src/roadmap/matching/match.ts';
import type { ArchivedTopic } from '../../../src/roadmap/matching/archived.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Roadmap } from '../../../src/roadmap/roadmap.ts';

/** Matches two roadmaps at once, without turns for other work. */
export function match(before: Roadmap, after: Roadmap, archived: readonly ArchivedTopic[] = []): Match {
  const steps = matchRoadmaps(before, after, { archived });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Matches two files in the same way. */
export function matchFiles(before: string, after: string, archived?: readonly ArchivedTopic[]): Match {
  return match(readRoadmap(before).roadmap, readRoadmap(after).roadmap, archived);
}
