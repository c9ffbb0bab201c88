import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { type Outline, outline, type TopicNode } from '../../src/roadmap/outline.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import type { Section } from '../../src/roadmap/roadmap.ts';
import type { Activity, Entry, Progress, State } from '../../src/study/progress/progress.ts';
import { STATES } from '../../src/study/progress/progress.ts';
import { utcDay } from '../../src/time/study-day.ts';
import { text } from '../roadmap/sketch.ts';

export const bundled = outline(
  'backend',
  readRoadmap(readFileSync(new URL('../../data/roadmaps/backend.md', import.meta.url), 'utf8')).roadmap,
);

/**
 * A roadmap with everything that the rules look at: two tracks with their stages, a thesis, needs, a nested topic,
 * tools.
 */
export const small = outlineOf(text`
  # Small
  ## Direction <!-- kind: career -->
  - [ ] Web <!-- stage: track web -->
  - [ ] Web Thesis <!-- id: web-thesis stage: tez web -->
  - [ ] Theory <!-- id: stage-theory stage: track theory -->
  - [ ] Startup <!-- stage: free -->
  ## Tools <!-- kind: toolset -->
  - [ ] Scripting
  ## Theory
  - [ ] Algorithms
  - [ ] Networks
  ## Web
  - [ ] HTTP <!-- id: http -->
  - [ ] Databases <!-- id: databases -->
    - [ ] SQL
    - [ ] Indexes <!-- needs: http -->
    - [ ] Normal Forms
  - [ ] Security <!-- needs: databases -->
  ## Extra
  - [ ] Drawing
`);

/** The outline of a Markdown text. */
export function outlineOf(markdown: string): Outline {
  return outline('test', readRoadmap(markdown).roadmap);
}

/** The first topic with this title. */
export function named(plan: Outline, title: string): TopicNode {
  const node = plan.nodes.find((each) => each.topic.title === title);
  if (node === undefined) throw new Error(`no topic is called ${title}`);
  return node;
}

/** The first section with this title. */
export function titled(plan: Outline, title: string): Section {
  const section = plan.tree.sections.find((each) => each.title === title);
  if (section === undefined) throw new Error(`no section is called ${title}`);
  return section;
}

/** Progress by title. An entry that is only a state has been so since instant 0. */
export function progress(
  plan: Outline,
  states: Readonly<Record<string, State | Partial<Entry>>>,
): Map<string, Entry> {
  return new Map(
    Object.entries(states).map(([title, given]) => {
      const entry = typeof given === 'string' ? { state: given } : given;
      const sinceDate = utcDay(entry.since ?? 0);
      return [
        named(plan, title).id,
        { state: 'todo', since: 0, sinceDate, snoozedUntil: null, ...entry } satisfies Entry,
      ];
    }),
  );
}

/** The titles of some topics. */
export function titles(nodes: readonly TopicNode[]): readonly string[] {
  return nodes.map((node) => node.topic.title);
}

/** Roadmaps of one to three tracks whose topics nest at random. */
const anyOutline: fc.Arbitrary<Outline> = fc
  .array(fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((sections) => {
    const markdown = `# Any\n${sections.map(drawSection).join('\n')}`;
    return Object.assign(outlineOf(markdown), { [fc.toStringMethod]: () => markdown });
  });

function drawSection(steps: readonly number[], section: number): string {
  let depth = 0;
  const lines = steps.map((step, at) => {
    // A topic may be at most one level deeper than the topic above it, as in a nested list.
    depth = at === 0 ? 0 : Math.min(step, depth + 1);
    return `${'  '.repeat(depth)}- [ ] Topic ${section}.${at}`;
  });
  return [`\n## Section ${section}\n`, ...lines].join('\n');
}

const anyEntry: fc.Arbitrary<Entry> = fc.record({
  state: fc.constantFrom(...STATES),
  since: fc.nat({ max: 1000 }),
  sinceDate: fc.constant('1970-01-01'),
  snoozedUntil: fc.option(fc.nat({ max: 1000 })),
});

/** A roadmap with any progress, also with entries that a parent should not have. */
export const anyCase = anyOutline.chain((plan) =>
  fc.record({
    plan: fc.constant(plan),
    entries: fc
      .dictionary(fc.constantFrom(...plan.nodes.map(({ id }) => id)), anyEntry)
      .map((entries): Progress => new Map(Object.entries(entries))),
  }),
);

/** A row of the activity log. */
export function row(
  plan: Outline,
  userId: string,
  title: string,
  action: Activity['action'],
  at: number,
): Activity {
  return { userId, topicId: named(plan, title).id, action, at, date: utcDay(at) };
}

/** Numbers from 0 up to 1 that are the same in every run, by Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
