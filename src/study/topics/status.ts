import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Section, Stage } from '../../roadmap/roadmap.ts';
import type { Progress, State } from '../progress/progress.ts';

/** The state of a topic for a member. A parent's state follows from its leaves. */
export interface Standing {
  readonly state: State;
  /**
   * Since when; epoch milliseconds, null while it is to do. A parent is in progress since the first of its leaves was
   * begun, and done or skipped since the last was.
   */
  readonly since: number | null;
  /** Not to be suggested before this instant. A parent's: the first of its open leaves to come back, if all are away. */
  readonly snoozedUntil: number | null;
  /** Leaves done, skipped and in all (the skipped ones too); 0 or 1 of 1 for a leaf. */
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** Leaves counted. */
export interface Tally {
  readonly done: number;
  readonly doing: number;
  readonly skipped: number;
  /** The number of leaves, without skipped ones. */
  readonly total: number;
  /** Whole, 0 to 100; 100 only when all is done, 0 only when nothing is. */
  readonly percent: number;
}

/** The leaves at or under a topic, in file order: itself if it has no children. */
export function leaves(node: TopicNode): readonly TopicNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}

/** The topics of the tracks: what is studied, as against stages, tools and apps to show. */
export function studied(outline: Outline): readonly TopicNode[] {
  return outline.nodes.filter((node) => node.top.kind === 'track');
}

/** The track that a stage of the career direction stands for; null for a thesis, a free step and any other topic. */
export function trackOf(outline: Outline, stage: Stage | null): Section | null {
  if (stage?.kind !== 'track') return null;
  return (
    outline.tree.sections.find((section) => section.kind === 'track' && section.key === stage.track) ?? null
  );
}

/**
 * Every topic's standing, by topic id. A parent is skipped when all its leaves are, done when all that are not skipped
 * are done, and in progress when any is done or in progress. A stage that stands for a track counts as its parent.
 */
export function standings(outline: Outline, progress: Progress): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  const standingOf = (node: TopicNode): readonly Standing[] => {
    const standing = found.get(node.id);
    return standing === undefined ? [] : [standing];
  };
  // Children come after their parent in file order, so the way back meets them first; stages rest on the tracks.
  const backwards = outline.nodes.toReversed();
  const stages = backwards.filter((node) => node.top.kind !== 'track');
  for (const node of [...backwards.filter((other) => other.top.kind === 'track'), ...stages]) {
    const track = trackOf(outline, node.topic.stage);
    const under =
      track === null
        ? node.children
        : outline.nodes.filter((other) => other.top === track && other.parent === null);
    found.set(node.id, under.length > 0 ? together(under.flatMap(standingOf)) : alone(progress, node.id));
  }
  return found;
}

function alone(progress: Progress, id: string): Standing {
  const entry = progress.get(id);
  const state = entry?.state ?? 'todo';
  return {
    state,
    since: entry === undefined || state === 'todo' ? null : entry.since,
    snoozedUntil: isOpen(state) ? (entry?.snoozedUntil ?? null) : null,
    done: state === 'done' ? 1 : 0,
    skipped: state === 'skipped' ? 1 : 0,
    total: 1,
  };
}

function together(parts: readonly Standing[]): Standing {
  const sum = (key: 'done' | 'skipped' | 'total'): number => parts.reduce((all, part) => all + part[key], 0);
  const [done, skipped, total] = [sum('done'), sum('skipped'), sum('total')];
  const state = stateOf(
    done,
    skipped,
    total,
    parts.some((part) => part.state === 'doing'),
  );
  const times = parts.flatMap((part) =>
    part.since === null || isSkippedAside(part, state) ? [] : [part.since],
  );
  const open = parts.filter((part) => isOpen(part.state));
  const away = open.flatMap((part) => part.snoozedUntil ?? []);
  return {
    state,
    since: state === 'todo' ? null : state === 'doing' ? Math.min(...times) : Math.max(...times),
    snoozedUntil: open.length > 0 && away.length === open.length ? Math.min(...away) : null,
    done,
    skipped,
    total,
  };
}

function stateOf(done: number, skipped: number, total: number, begun: boolean): State {
  if (total === 0) return 'todo';
  if (skipped === total) return 'skipped';
  if (done + skipped === total) return 'done';
  return done > 0 || begun ? 'doing' : 'todo';
}

/** Skipping a leaf does not begin its parent, though it may be what finishes it. */
function isSkippedAside(part: Standing, whole: State): boolean {
  return whole === 'doing' && part.state === 'skipped';
}

/** Whether there is still something to do: neither done nor skipped. */
export function isOpen(state: State): boolean {
  return state === 'todo' || state === 'doing';
}

/** The outermost topic around a topic that is now completely done, or null. */
export function outermostDone({ parent }: TopicNode, all: ReadonlyMap<string, Standing>): TopicNode | null {
  if (parent === null || all.get(parent.id)?.state !== 'done') return null;
  return outermostDone(parent, all) ?? parent;
}

/**
 * Counts the leaves of a section with its subsections, or of all tracks. Stages, tools and apps to show do not count as
 * studied topics.
 */
export function tally(outline: Outline, progress: Progress, section?: Section): Tally {
  const counted = section === undefined ? null : withSubsections(section);
  const all = standings(outline, progress);
  const count = { todo: 0, doing: 0, done: 0, skipped: 0 };
  for (const node of outline.nodes) {
    if (node.children.length > 0) continue;
    if (counted === null ? node.top.kind !== 'track' : !counted.has(node.section)) continue;
    count[all.get(node.id)?.state ?? 'todo'] += 1;
  }
  const total = count.todo + count.doing + count.done;
  return {
    done: count.done,
    doing: count.doing,
    skipped: count.skipped,
    total,
    percent: percent(count.done, total),
  };
}

/** Rounds to a whole percentage that is 100 only when all is done and 0 only when nothing is; 0 of 0 is 0. */
export function percent(done: number, total: number): number {
  if (done === 0 || total === 0) return 0;
  if (done === total) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * done) / total)));
}

function withSubsections(section: Section): ReadonlySet<Section> {
  return new Set([section, ...section.sections.flatMap((child) => [...withSubsections(child)])]);
}
