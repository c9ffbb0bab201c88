import type { SectionPlace } from './edit.ts';
import { allSections, found, type Planned, type PlannedSection, sectionWith } from './planned.ts';

/** Puts a section in its place. @throws EditError if the section that names the place does not exist */
export function putSection(planned: Planned, place: SectionPlace, section: PlannedSection): void {
  if (place.in === 'roadmap') {
    planned.sections.push(section);
    return;
  }
  const target = found(sectionWith(planned, place.key), place.key);
  if (place.in === 'section') {
    target.sections.push(section);
    return;
  }
  for (const { sections } of [planned, ...allSections(planned.sections)]) {
    const at = sections.indexOf(target);
    if (at !== -1) sections.splice(place.in === 'before' ? at : at + 1, 0, section);
  }
}

/** Removes a section from its place. */
export function takeOutSection(planned: Planned, section: PlannedSection): void {
  for (const { sections } of [planned, ...allSections(planned.sections)]) {
    const at = sections.indexOf(section);
    if (at !== -1) sections.splice(at, 1);
  }
}

/** Removes the stages that stand for a track which no longer exists. */
export function forgetTrack({ byKey }: Planned, track: string): void {
  for (const topic of byKey.values()) {
    if (topic.stage !== null && topic.stage.kind !== 'free' && topic.stage.track === track)
      topic.stage = null;
  }
}
