import type { Outline, Place } from '../roadmap/outline.ts';
import type { Stage } from '../roadmap/roadmap.ts';
import { stagesOf } from './order.ts';
import type { Progress } from './progress.ts';
import { isOpen, standings, type Tally, tally, trackOf } from './status.ts';

/** A step of the career direction, as a member stands with it. */
export interface CareerStep {
  readonly place: Place;
  readonly stage: Stage | null;
  /** Reached; the first that is not; or one behind that. */
  readonly state: 'reached' | 'current' | 'ahead';
  /** How far its track is; null for a thesis and a free step. */
  readonly tally: Tally | null;
}

/**
 * The career direction with its stages worked out: a track is reached when all its leaves are done (or skipped), a
 * thesis or a free step when the member has ticked it off.
 * @param declared further stages that the member has reached, by topic id
 */
export function career(
  outline: Outline,
  progress: Progress,
  declared: ReadonlySet<string> = new Set(),
): readonly CareerStep[] {
  const standing = standings(outline, progress);
  const steps = stagesOf(outline).map((place) => {
    const track = trackOf(outline, place.topic.stage);
    const isReached =
      !isOpen(standing.get(place.id)?.state ?? 'todo') || (track === null && declared.has(place.id));
    return { place, stage: place.topic.stage, isReached, tally: track && tally(outline, progress, track) };
  });
  const current = steps.find((step) => !step.isReached);
  return steps.map(({ isReached, ...step }) => ({
    ...step,
    state: isReached ? 'reached' : step.place === current?.place ? 'current' : 'ahead',
  }));
}
