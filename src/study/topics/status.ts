import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';
import type { Section, Stage } from '../../roadmap/roadmap.ts';
import type { Entry, Progress, State } from '../progress/progress.ts';

/** The state of a topic for a member. A parent's state follows from its leaves. */
export interface Standing {
  readonly state: State;
  /**
   * Since when; epoch milliseconds, null if it is to do. A parent is in progress since its first leaf was begun, and
   * done or skipped since its last leaf was.
   */
  readonly since: number | null;
  /**
   * The topic is not suggested before this instant. For a parent whose open leaves are all put off, it is the first
   * return.
   */
  readonly snoozedUntil: number | null;
  /** How many leaves are done, skipped, and there in all (including skipped ones). For a leaf the total is 1. */
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** The standings of all topics, by topic id. */
export type Standings = Pick<ReadonlyMap<string, Standing>, 'get'>;

/** Counts of leaves. */
export interface Tally {
  readonly done: number;
  readonly doing: number;
  readonly skipped: number;
  /** The number of leaves, without skipped ones. */
  readonly total: number;
  /** A whole number from 0 to 100. It is 100 only when all is done, and 0 only when nothing is. */
  readonly percent: number;
}

/** The leaves at or under a topic, in file order. A topic without children is its own leaf. */
export function leaves(node: TopicNode): readonly TopicNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}

/** The topics of the tracks. Stages, tools and apps are not studied. */
export function studied(outline: Outline): readonly TopicNode[] {
  return outline.nodes.filter((node) => node.top.kind === 'track');
}

/** The track that a stage stands for. Null for a thesis, a free step, and any topic that is no stage. */
export function trackOf(outline: Outline, stage: Stage | null): Section | null {
  if (stage?.kind !== 'track') return null;
  return (
    outline.tree.sections.find((section) => section.kind === 'track' && section.key === stage.track) ?? null
  );
}

/**
 * Every topic's standing. A parent is skipped when all its leaves are, done when all that are not skipped
 * are done, and in progress when any is done or in progress. A stage that stands for a track counts as its parent.
 */
export function standings(outline: Outline, progress: Progress): Standings {
  const known = workedOut.get(progress);
  if (known?.outline === outline) return known.standings;
  const worked = workOut(outline, progress);
  workedOut.set(progress, { outline, standings: worked });
  return worked;
}

/**
 * Keeps the last result for each progress, which does not change once it is read. An answer needs it several times,
 * for instance once for each section.
 */
const workedOut = new WeakMap<Progress, { readonly outline: Outline; readonly standings: Standings }>();

/**
 * Only the topics that a member has touched, their parents and the stages have to be worked out. For the others, which
 * may be thousands, everybody's standing is the same.
 */
function workOut(outline: Outline, progress: Progress): Standings {
  const own = new Map<string, Standing>();
  const usual = untouched(outline);
  const found: Standings = { get: (id) => own.get(id) ?? usual.get(id) };
  const rests = restsOn(outline);
  const stages = [...rests.keys()].map(({ id }) => id);
  const touched = withParents(outline, [...progress.keys(), ...stages]);
  // Children come after their parent in file order, so going backwards reaches them first. Stages depend on tracks.
  const backwards = [...touched].toSorted((a, b) => b.order - a.order);
  const tracks = backwards.filter((node) => node.top.kind === 'track');
  const others = backwards.filter((node) => node.top.kind !== 'track');
  for (const node of [...tracks, ...others]) {
    own.set(node.id, standingOf(rests.get(node) ?? node.children, found, progress.get(node.id)));
  }
  return found;
}

/** The topics with these ids, and all topics above them. */
export function withParents({ byId }: Outline, ids: Iterable<string>): ReadonlySet<TopicNode> {
  const all = new Set<TopicNode>();
  for (const id of ids) {
    for (let node = byId.get(id) ?? null; node !== null; node = node.parent) all.add(node);
  }
  return all;
}

const untouched = remembered((outline): ReadonlyMap<string, Standing> => {
  const found = new Map<string, Standing>();
  for (const { id, children } of outline.nodes.toReversed()) {
    found.set(id, standingOf(children, found, undefined));
  }
  return found;
});

/** The stages that stand for a track, with the topics of that track. */
const restsOn = remembered((outline) => {
  const rests = new Map<TopicNode, readonly TopicNode[]>();
  for (const stage of outline.nodes) {
    const track = trackOf(outline, stage.topic.stage);
    if (track === null) continue;
    rests.set(
      stage,
      outline.nodes.filter(({ top, parent }) => top === track && parent === null),
    );
  }
  return rests;
});

function standingOf(under: readonly TopicNode[], found: Standings, entry: Entry | undefined): Standing {
  return under.length > 0 ? together(under.flatMap(({ id }) => found.get(id) ?? [])) : alone(entry);
}

/** A leaf that the member has not touched. In a long roadmap most are. */
const UNTOUCHED: Standing = {
  state: 'todo',
  since: null,
  snoozedUntil: null,
  done: 0,
  skipped: 0,
  total: 1,
};

function alone(entry: Entry | undefined): Standing {
  if (entry === undefined) return UNTOUCHED;
  const { state } = entry;
  return {
    state,
    since: state === 'todo' ? null : entry.since,
    snoozedUntil: isOpen(state) ? entry.snoozedUntil : null,
    done: state === 'done' ? 1 : 0,
    skipped: state === 'skipped' ? 1 : 0,
    total: 1,
  };
}

function together(parts: readonly Standing[]): Standing {
  if (parts.every((part) => part === UNTOUCHED)) return { ...UNTOUCHED, total: parts.length };
  let [done, skipped, total, begun] = [0, 0, 0, false];
  for (const part of parts) {
    done += part.done;
    skipped += part.skipped;
    total += part.total;
    begun ||= part.state === 'doing';
  }
  const state = stateOf(done, skipped, total, begun);
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

/** A skipped leaf does not begin its parent, though it may be the last one that finishes it. */
function isSkippedAside(part: Standing, whole: State): boolean {
  return whole === 'doing' && part.state === 'skipped';
}

/** Whether there is still something to do: neither done nor skipped. */
export function isOpen(state: State): boolean {
  return state === 'todo' || state === 'doing';
}

/** Whether a topic is put off beyond an instant (epoch ms), and not suggested until then. */
export function isPutOff(topic: Pick<Standing, 'snoozedUntil'> | undefined, now: number): boolean {
  const until = topic?.snoozedUntil ?? null;
  return until !== null && until > now;
}

/** The outermost topic around a topic that is now completely done, or null. */
export function outermostDone({ parent }: TopicNode, all: Standings): TopicNode | null {
  if (parent === null || all.get(parent.id)?.state !== 'done') return null;
  return outermostDone(parent, all) ?? parent;
}

/**
 * Counts the leaves of a section with its subsections, or of all tracks. Stages, tools and apps to show do not count as
 * studied topics.
 */
export function tally(outline: Outline, progress: Progress, section?: Section): Tally {
  const all = standings(outline, progress);
  const count = { todo: 0, doing: 0, done: 0, skipped: 0 };
  for (const node of leavesIn(outline, section)) count[all.get(node.id)?.state ?? 'todo'] += 1;
  const total = count.todo + count.doing + count.done;
  return {
    done: count.done,
    doing: count.doing,
    skipped: count.skipped,
    total,
    percent: percent(count.done, total),
  };
}

/** Rounds to a whole percentage. It is 100 only when all is done, and 0 only when nothing is; 0 of 0 is 0. */
export function percent(done: number, total: number): number {
  if (done === 0 || total === 0) return 0;
  if (done === total) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * done) / total)));
}

/** The leaves of one section with its subsections, or else of all tracks, in file order. */
export function leavesIn(outline: Outline, section?: Section): readonly TopicNode[] {
  if (section === undefined) return sectionLeaves(outline).tracks;
  const { bySection } = sectionLeaves(outline);
  return [...withSubsections(section)].flatMap((each) => bySection.get(each) ?? []);
}

interface SectionLeaves {
  readonly tracks: readonly TopicNode[];
  readonly bySection: ReadonlyMap<Section, readonly TopicNode[]>;
}

const sectionLeaves = remembered((outline): SectionLeaves => {
  const all = outline.nodes.filter((node) => node.children.length === 0);
  return {
    tracks: all.filter((node) => node.top.kind === 'track'),
    bySection: Map.groupBy(all, (node) => node.section),
  };
});

function withSubsections(section: Section): ReadonlySet<Section> {
  return new Set([section, ...section.sections.flatMap((child) => [...withSubsections(child)])]);
}
