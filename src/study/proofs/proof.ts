import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';
import { METHODS, type Method, type Section } from '../../roadmap/roadmap.ts';
import { utcDay } from '../../time/study-day.ts';
import type { Entry, Progress } from '../progress/progress.ts';
import { newEntry } from '../topics/actions.ts';
import { isOpen, leaves, leavesIn, percent, withParents } from '../topics/status.ts';

/** The state of a proof: `written` by the member, or `proven`, for which some methods need others to agree. */
export type ProofState = 'written' | 'proven';

/** A member's proofs: for each topic id, the methods by which there is work. */
export type Proofs = ReadonlyMap<string, ReadonlyMap<Method, ProofState>>;

/** A step of a topic's ladder. */
export interface Rung {
  readonly method: Method;
  readonly state: ProofState | 'open';
}

/** Whether work by a method is proven as soon as it is written. The other methods need others to agree. */
const PROVEN_BY_WRITING: Readonly<Record<Method, boolean>> = {
  cheatcode: true,
  feynman: false,
  project: true,
  tez: false,
};

/** Whether work by this method is proven without others. */
export function provesByItself(method: Method): boolean {
  return PROVEN_BY_WRITING[method];
}

/**
 * The methods that a topic asks for, in the order of the ladder. A stage that is a track's thesis asks for it. Other
 * stages, and topics with others under them, ask for nothing themselves.
 */
export function methodsOf(node: TopicNode): readonly Method[] {
  const { stage } = node.topic;
  if (stage !== null) return stage.kind === 'tez' ? ['tez'] : [];
  if (node.children.length > 0) return [];
  return METHODS.filter((method) => node.section.methods.includes(method));
}

/**
 * Whether a member may write work by a method on a topic. Any leaf takes a cheat code, an explanation or a project,
 * even if it does not ask for one. A thesis is larger, and only goes with a topic that asks for it.
 */
export function mayProve(node: TopicNode, method: Method): boolean {
  if (method === 'tez') return methodsOf(node).includes('tez');
  return node.topic.stage === null && node.children.length === 0;
}

/** Whether a topic does not ask for work by a method that is enough by itself. Such work does not count for the topic. */
export function isExtra(method: Method, node: TopicNode): boolean {
  return provesByItself(method) && !methodsOf(node).includes(method);
}

/** The steps of a topic with their states. */
export function ladder(node: TopicNode, proofs: Proofs): readonly Rung[] {
  const shown = proofs.get(node.id);
  return methodsOf(node).map((method) => ({ method, state: shown?.get(method) ?? 'open' }));
}

/** The first step that is not proven; null if there is none. */
export function nextRung(rungs: readonly Rung[]): Rung | null {
  return rungs.find((rung) => rung.state !== 'proven') ?? null;
}

/** When a thesis was begun, and when it was accepted; epoch milliseconds. */
export interface ThesisDates {
  readonly createdAt: number;
  /** Null if it is not accepted. */
  readonly provenAt: number | null;
}

/**
 * Progress in which each stage that is a thesis has the thesis's state: done since it was accepted, or in progress
 * since it was begun. Nobody ticks such a stage off.
 * @param theses by topic id
 */
export function withTheses(
  outline: Outline,
  progress: Progress,
  theses: ReadonlyMap<string, ThesisDates>,
): Progress {
  const stages = thesesOf(outline);
  if (stages.length === 0) return progress;
  const changed = new Map(progress);
  for (const { id } of stages) {
    const entry = standingOf(theses.get(id), progress.get(id));
    if (entry === null) changed.delete(id);
    else changed.set(id, entry);
  }
  return changed;
}

const thesesOf = remembered((outline): readonly TopicNode[] =>
  outline.nodes.filter((node) => node.topic.stage?.kind === 'tez'),
);

/** Of the member's own entry for the stage, only the snooze counts. */
function standingOf(thesis: ThesisDates | undefined, said: Entry | undefined): Entry | null {
  if (thesis === undefined) return said?.state === 'todo' ? said : null;
  const { createdAt, provenAt } = thesis;
  if (provenAt !== null) return newEntry('done', { at: provenAt, date: utcDay(provenAt) });
  const begun = newEntry('doing', { at: createdAt, date: utcDay(createdAt) });
  return { ...begun, snoozedUntil: said?.snoozedUntil ?? null };
}

/**
 * Counts the leaves that ask for proof, and those of them that are proven: ticked off, and shown by each method that
 * they ask for.
 */
export interface ProofTally {
  readonly proven: number;
  readonly total: number;
  /** A whole number from 0 to 100. It is 100 only when all is proven, and 0 only when nothing is. */
  readonly percent: number;
}

/** Whether a topic is proven: ticked off, asked for at least one method, and shown by all of them. */
export function isProven(node: TopicNode, progress: Progress, proofs: Proofs): boolean {
  const rungs = ladder(node, proofs);
  const isDone = node.topic.stage?.kind === 'tez' || progress.get(node.id)?.state === 'done';
  return isDone && rungs.length > 0 && rungs.every((rung) => rung.state === 'proven');
}

/**
 * Whether a member who has written about a topic may tick it off: `offer` once everything that it asks for is proven,
 * `possible` before that. Not for a stage, which asks for more than a tick, nor for a topic that is already done or
 * skipped.
 */
export function tickAfterProof(
  node: TopicNode,
  progress: Progress,
  proofs: Proofs,
): 'offer' | 'possible' | 'no' {
  if (node.topic.stage !== null || !isOpen(progress.get(node.id)?.state ?? 'todo')) return 'no';
  const rungs = ladder(node, proofs);
  return rungs.length > 0 && nextRung(rungs) === null ? 'offer' : 'possible';
}

/**
 * The ids of the proven topics: leaves, and topics with others under them whose leaves are all proven (skipped ones
 * aside).
 */
export function provenTopics(outline: Outline, progress: Progress, proofs: Proofs): ReadonlySet<string> {
  const isProvenLeaf = (node: TopicNode): boolean => isProven(node, progress, proofs);
  const counts = (node: TopicNode): boolean => progress.get(node.id)?.state !== 'skipped';
  const proven = new Set<string>();
  // Nothing else can be proven, in a roadmap of thousands.
  for (const node of withParents(outline, proofs.keys())) {
    const counted = leaves(node).filter(counts);
    if (counted.length > 0 && counted.every(isProvenLeaf)) proven.add(node.id);
  }
  return proven;
}

/** A count of what a group has proven, which goes on member by member. */
export interface ProvenCount {
  add(progress: Progress, proofs: Proofs): void;
  /** The share of leaves that the members have proven together, in whole percent. Skipped leaves do not count. */
  percent(): number;
}

/** Begins to count what a group has proven of the leaves of a track, or of all tracks (null), that ask for proof. */
export function countProven(outline: Outline, section: Section | null): ProvenCount {
  const asking = askingIn(outline, section ?? undefined);
  const count = { proven: 0, total: 0 };
  return {
    add(progress, proofs) {
      const { proven, total } = countIn(asking, progress, proofs);
      count.proven += proven;
      count.total += total;
    },
    percent: () => percent(count.proven, count.total),
  };
}

/** Counts the proven leaves of a section with its subsections, or of all tracks. Skipped leaves are left out. */
export function proofTally(
  outline: Outline,
  progress: Progress,
  proofs: Proofs,
  section?: Section,
): ProofTally {
  const { proven, total } = countIn(askingIn(outline, section), progress, proofs);
  return { proven, total, percent: percent(proven, total) };
}

/** The leaves that ask for proof, without stages: of a section with its subsections, or of all tracks. */
function askingIn(outline: Outline, section?: Section): readonly TopicNode[] {
  const asking = allAsking(outline);
  return leavesIn(outline, section).filter((node) => asking.has(node));
}

const allAsking = remembered(
  ({ nodes }): ReadonlySet<TopicNode> =>
    new Set(nodes.filter((node) => node.topic.stage === null && methodsOf(node).length > 0)),
);

function countIn(
  asking: readonly TopicNode[],
  progress: Progress,
  proofs: Proofs,
): { readonly proven: number; readonly total: number } {
  const counting = asking.filter((node) => progress.get(node.id)?.state !== 'skipped');
  // Without any work nothing is proven, and most topics have none.
  const proven = counting.filter((node) => proofs.has(node.id) && isProven(node, progress, proofs));
  return { proven: proven.length, total: counting.length };
}
