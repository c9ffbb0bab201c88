import type { Outline, Place } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { trackOf } from '../topics/status.ts';

/** The steps of the career direction, in file order. */
export function stagesOf(outline: Outline): readonly Place[] {
  return outline.places.filter((place) => place.top.kind === 'career' && place.children.length === 0);
}

/** The tracks: first those that are stages of the career direction, in its order, then the others in file order. */
export function tracksInOrder(outline: Outline): readonly Section[] {
  const staged = stagesOf(outline).flatMap((stage) => trackOf(outline, stage.topic.stage) ?? []);
  return [...new Set([...staged, ...outline.roadmap.sections.filter((section) => section.kind === 'track')])];
}

/**
 * All leaves in the order in which they are to be studied: stage by stage of the career direction, a track's topics in
 * file order; then the tracks that are no stage; then tools and apps to show. A stage that stands for a track is not
 * studied itself.
 */
export function studyOrder(outline: Outline): readonly Place[] {
  const bySection = Map.groupBy(
    outline.places.filter((place) => place.children.length === 0),
    (place) => place.top,
  );
  const order = stagesOf(outline).flatMap((stage) => {
    const track = trackOf(outline, stage.topic.stage);
    return track === null ? [stage] : (bySection.get(track) ?? []);
  });
  const others = outline.roadmap.sections.filter((section) => section.kind !== 'career');
  const rest = [...tracksInOrder(outline), ...others].flatMap((section) => bySection.get(section) ?? []);
  return [...new Set([...order, ...rest])];
}

/** What comes before a topic: what it needs, and what the topics around it need. */
export function needsOf(outline: Outline, place: Place): readonly Place[] {
  const own = place.topic.needs.flatMap((key) => outline.byKey.get(key) ?? []);
  return place.parent === null ? own : [...own, ...needsOf(outline, place.parent)];
}

/**
 * Whether all that comes before a topic is settled: what it needs, and, for a thesis or a free step of the career
 * direction, the stages before it.
 */
export function isReady(outline: Outline, place: Place, isSettled: (before: Place) => boolean): boolean {
  const stages =
    place.top.kind === 'career' ? stagesOf(outline).filter((stage) => stage.order < place.order) : [];
  return [...needsOf(outline, place), ...stages].every(isSettled);
}
