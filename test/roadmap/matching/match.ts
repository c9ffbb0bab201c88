import { type Match, matchRoadmaps } from '../../../src/roadmap/matching/match.ts';
import type { ArchivedTopic } from '../../../src/roadmap/matching/archived.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Roadmap } from '../../../src/roadmap/roadmap.ts';

/** Matches two roadmaps without letting anybody else have a turn. */
export function match(before: Roadmap, after: Roadmap, archived: readonly ArchivedTopic[] = []): Match {
  const steps = matchRoadmaps(before, after, { archived });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, of two files. */
export function matchFiles(before: string, after: string, archived?: readonly ArchivedTopic[]): Match {
  return match(readRoadmap(before).roadmap, readRoadmap(after).roadmap, archived);
}
