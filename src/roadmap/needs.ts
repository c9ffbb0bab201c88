import { RoadmapError } from './roadmap-error.ts';
import type { Section, Topic } from './roadmap.ts';

/**
 * Checks that what topics need exists, and that no topics wait for one another.
 * @throws RoadmapError at the line of a need that is no topic's key or that closes a circle
 */
export function checkNeeds(sections: readonly Section[]): void {
  const roots = sections.flatMap(topicsIn);
  const steps = layOut(roots);
  for (const { done, start } of steps.values()) {
    const { needs, line } = done.topic;
    for (const key of needs) {
      const need = steps.get(key);
      if (!need) throw new RoadmapError(line, { code: 'unknown-topic', key });
      start.waitsFor.push(need.done);
    }
  }
  for (const { done } of steps.values()) {
    const cycle = findCycle(done);
    if (cycle) throw atItsNeeds(cycle);
  }
}

/** A moment in the life of a topic, and the moments that come before it. */
interface Moment {
  readonly topic: Topic;
  readonly waitsFor: Moment[];
  state: 'new' | 'open' | 'closed';
}

/**
 * A topic can be started when its parent can be, and when what it needs is done; it is done after its start, and
 * after all of its children.
 */
function layOut(roots: readonly Topic[]): ReadonlyMap<string, { start: Moment; done: Moment }> {
  const steps = new Map<string, { start: Moment; done: Moment }>();
  const lay = (topic: Topic, parent: Moment | null): Moment => {
    const start: Moment = { topic, waitsFor: parent ? [parent] : [], state: 'new' };
    const done: Moment = { topic, waitsFor: [start], state: 'new' };
    steps.set(topic.key, { start, done });
    for (const child of topic.children) done.waitsFor.push(lay(child, start));
    return done;
  };
  for (const topic of roots) lay(topic, null);
  return steps;
}

/** Depth first, with a stack of its own: a chain of needs may be thousands long. */
function findCycle(first: Moment): readonly Topic[] | null {
  if (first.state !== 'new') return null;
  first.state = 'open';
  const path = [{ moment: first, next: 0 }];
  for (let here = path.at(-1); here; here = path.at(-1)) {
    const before = here.moment.waitsFor[here.next];
    here.next += 1;
    if (!before) {
      here.moment.state = 'closed';
      path.pop();
    } else if (before.state === 'open') {
      const from = path.findIndex(({ moment }) => moment === before);
      return [...new Set(path.slice(from).map(({ moment }) => moment.topic))];
    } else if (before.state === 'new') {
      before.state = 'open';
      path.push({ moment: before, next: 0 });
    }
  }
  return null;
}

/** Every circle goes through a need, since parents and children alone make none. */
function atItsNeeds(cycle: readonly Topic[]): RoadmapError {
  const lines = cycle.filter(({ needs }) => needs.length > 0).map(({ line }) => line);
  return new RoadmapError(Math.min(...lines), { code: 'needs-cycle', keys: cycle.map(({ key }) => key) });
}

function topicsIn(section: Section): readonly Topic[] {
  return [...section.topics, ...section.sections.flatMap(topicsIn)];
}
