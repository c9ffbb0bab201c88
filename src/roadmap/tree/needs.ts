import type { Report } from '../remark.ts';
import type { Section, Topic } from '../roadmap.ts';

/**
 * Checks that the topics that others need exist, and that no topics need one another in a circle. Topics of a circle
 * lose two kinds of needs: those of a topic further down in the file, and those of a topic that they are a part of. The
 * remaining needs lead backwards, so there is no circle left.
 * @returns the usable needs of a topic
 */
export function usableNeeds(
  sections: readonly Section[],
  report: Report,
): (topic: Topic) => readonly string[] {
  const steps = layOut(sections.flatMap(topicsIn));
  const needs = new Map<Topic, readonly string[]>();
  for (const { done, start } of steps.values()) {
    const { topic } = done;
    const known = topic.needs.filter((key) => steps.has(key));
    for (const key of topic.needs) if (!steps.has(key)) report(topic.line, { code: 'unknown-topic', key });
    needs.set(topic, known);
    for (const key of known) {
      const need = steps.get(key);
      if (need) start.waitsFor.push(need.done);
    }
  }
  for (const circle of circlesIn([...steps.values()].map(({ done }) => done))) {
    const topics = [...new Set(circle.map(({ topic }) => topic))].toSorted((a, b) => a.line - b.line);
    const inside = new Set(circle);
    const leadsOn = (topic: Topic, key: string): boolean => {
      const [own, other] = [steps.get(topic.key), steps.get(key)];
      return (
        own !== undefined &&
        other !== undefined &&
        inside.has(other.done) &&
        other.done.order > own.start.order
      );
    };
    const cut = topics.filter((topic) => needs.get(topic)?.some((key) => leadsOn(topic, key)));
    for (const topic of cut) needs.set(topic, needs.get(topic)?.filter((key) => !leadsOn(topic, key)) ?? []);
    report(cut[0]?.line ?? 1, { code: 'needs-cycle', keys: topics.map(({ key }) => key) });
  }
  return (topic) => needs.get(topic) ?? [];
}

/** A moment in the life of a topic, its start or its end, and the moments that come before it. */
interface Moment {
  readonly topic: Topic;
  readonly waitsFor: Moment[];
  /** Its place if topics are studied in file order. */
  readonly order: number;
  /** For the search: when it was first seen, and the earliest moment that is known to share a circle with it. */
  seen: number | null;
  earliest: number;
  isOpen: boolean;
}

/**
 * Lays out the moments. A topic can start when its parent can start and its needs are done. It is done after its start
 * and after all of its children.
 */
function layOut(roots: readonly Topic[]): ReadonlyMap<string, { start: Moment; done: Moment }> {
  const steps = new Map<string, { start: Moment; done: Moment }>();
  let order = 0;
  const moment = (topic: Topic, waitsFor: Moment[]): Moment => {
    order += 1;
    return { topic, waitsFor, order, seen: null, earliest: 0, isOpen: false };
  };
  const lay = (topic: Topic, parent: Moment | null): Moment => {
    const start = moment(topic, parent ? [parent] : []);
    const children = topic.children.map((child) => lay(child, start));
    const done = moment(topic, [start, ...children]);
    steps.set(topic.key, { start, done });
    return done;
  };
  for (const topic of roots) lay(topic, null);
  return steps;
}

/**
 * Finds the circles: strongly connected components (Tarjan 1972). The stack is a list, because a chain may have
 * thousands of links.
 */
function circlesIn(moments: readonly Moment[]): readonly (readonly Moment[])[] {
  const circles: Moment[][] = [];
  const open: Moment[] = [];
  let count = 0;
  const enter = (moment: Moment): { moment: Moment; next: number } => {
    count += 1;
    Object.assign(moment, { seen: count, earliest: count, isOpen: true });
    open.push(moment);
    return { moment, next: 0 };
  };
  for (const first of moments) {
    if (first.seen !== null) continue;
    const path = [enter(first)];
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const { moment } = here;
      const before = moment.waitsFor[here.next];
      here.next += 1;
      if (before) {
        if (before.seen === null) path.push(enter(before));
        else if (before.isOpen) moment.earliest = Math.min(moment.earliest, before.seen);
        continue;
      }
      path.pop();
      const above = path.at(-1)?.moment;
      if (above) above.earliest = Math.min(above.earliest, moment.earliest);
      if (moment.earliest !== moment.seen) continue;
      const circle = open.splice(open.lastIndexOf(moment));
      for (const one of circle) one.isOpen = false;
      if (circle.length > 1) circles.push(circle);
    }
  }
  return circles;
}

function topicsIn(section: Section): readonly Topic[] {
  return [...section.topics, ...section.sections.flatMap(topicsIn)];
}
