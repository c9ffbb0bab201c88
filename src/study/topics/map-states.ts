import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Progress, State } from '../progress/progress.ts';
import { isProven, type Proofs, provenTopics } from '../proofs/proof.ts';
import { standings } from './status.ts';

/** How a topic stands on a map. */
export interface MapState {
  /** `some`: a part of the group has done it. */
  readonly mark: 'todo' | 'doing' | 'some' | 'done' | 'proven' | 'skipped';
  /**
   * For a leaf: how many members have done it, and how many have not skipped it. For a parent: the sums over its
   * leaves.
   */
  readonly done: number;
  readonly of: number;
}

/** A member's progress and proofs. */
interface Study {
  readonly progress: Progress;
  readonly proofs: Proofs;
}

const NOTHING: Proofs = new Map();

/** One member's map: every topic's state, by topic id. */
export function ownStates(outline: Outline, { progress, proofs }: Study): ReadonlyMap<string, MapState> {
  const all = standings(outline, progress);
  const proven = provenTopics(outline, progress, proofs);
  return new Map(
    outline.nodes.map(({ id }) => {
      const standing = all.get(id);
      const [done, skipped, total] = [standing?.done ?? 0, standing?.skipped ?? 0, standing?.total ?? 0];
      return [
        id,
        { mark: proven.has(id) ? 'proven' : (standing?.state ?? 'todo'), done, of: total - skipped },
      ];
    }),
  );
}

/**
 * A group's map: every topic's state, by topic id. A stage of the career direction that stands for a track is done by
 * the members who have done that track.
 * @param members the members who let the group see their topics, by user id
 */
export function groupStates(
  outline: Outline,
  members: ReadonlyMap<string, Progress>,
  proofs: ReadonlyMap<string, Proofs>,
): ReadonlyMap<string, MapState> {
  const states = new Map<string, MapState>();
  // Children come after their parent in file order, so going backwards reaches them first.
  for (const node of outline.nodes.toReversed()) {
    const state =
      node.children.length === 0
        ? leafState(outline, node, { members, proofs })
        : parentState(node.children.flatMap(({ id }) => states.get(id) ?? []));
    states.set(node.id, state);
  }
  return states;
}

function leafState(
  outline: Outline,
  node: TopicNode,
  {
    members,
    proofs,
  }: { readonly members: ReadonlyMap<string, Progress>; readonly proofs: ReadonlyMap<string, Proofs> },
): MapState {
  // Only a stage rests on other topics. For the others, a member's own entry is enough.
  const stateOf = (progress: Progress): State =>
    (node.top.kind === 'career' ? standings(outline, progress) : progress).get(node.id)?.state ?? 'todo';
  const count = { todo: 0, doing: 0, done: 0, skipped: 0 };
  for (const progress of members.values()) count[stateOf(progress)] += 1;
  const of = members.size - count.skipped;
  const isDoneByAll = of > 0 && count.done === of;
  const isProvenByAll =
    isDoneByAll &&
    [...members].every(
      ([userId, progress]) =>
        stateOf(progress) === 'skipped' || isProven(node, progress, proofs.get(userId) ?? NOTHING),
    );
  const mark = isProvenByAll ? 'proven' : isDoneByAll ? 'done' : openMark(count);
  return { mark, done: count.done, of };
}

function openMark({ todo, doing, done }: Record<'todo' | 'doing' | 'done', number>): MapState['mark'] {
  if (done > 0) return 'some';
  if (doing > 0) return 'doing';
  return todo > 0 ? 'todo' : 'skipped';
}

function parentState(parts: readonly MapState[]): MapState {
  const [done, of] = [sum(parts.map((part) => part.done)), sum(parts.map((part) => part.of))];
  const are = (...marks: readonly MapState['mark'][]): boolean =>
    parts.every(({ mark }) => marks.includes(mark));
  if (are('skipped')) return { mark: 'skipped', done, of };
  if (are('proven', 'skipped')) return { mark: 'proven', done, of };
  if (are('done', 'proven', 'skipped')) return { mark: 'done', done, of };
  return { mark: done > 0 ? 'some' : are('todo', 'skipped') ? 'todo' : 'doing', done, of };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
