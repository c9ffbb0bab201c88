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

/** A group's map that is made member by member, so that a large group can be read in pieces. */
export interface GroupStates {
  /** Adds a member who lets the group see their topics. */
  add(study: Study): void;
  /**
   * Every topic's state, by topic id. A stage of the career direction that stands for a track is done by the members who
   * have done that track.
   */
  states(): ReadonlyMap<string, MapState>;
}

/** Begins the map of a group. */
export function countStates(outline: Outline): GroupStates {
  const stages = outline.nodes.filter((node) => node.top.kind === 'career' && node.children.length === 0);
  const counts = new Map<string, LeafCount>();
  const countOf = (id: string): LeafCount =>
    counts.getOrInsertComputed(id, () => ({ doing: 0, done: 0, skipped: 0, proven: 0 }));
  let people = 0;
  return {
    add({ progress, proofs }) {
      people += 1;
      const all = standings(outline, progress);
      // Only a stage rests on other topics. For the others, a member's own entry is enough.
      const stateOf = (node: TopicNode): State =>
        (node.top.kind === 'career' ? all : progress).get(node.id)?.state ?? 'todo';
      const marked = [...progress.keys()].flatMap((id) => outline.byId.get(id) ?? []);
      for (const node of new Set([...stages, ...marked])) {
        const state = stateOf(node);
        if (state !== 'todo') countOf(node.id)[state] += 1;
      }
      for (const id of proofs.keys()) {
        const node = outline.byId.get(id);
        if (node === undefined || stateOf(node) === 'skipped' || !isProven(node, progress, proofs)) continue;
        countOf(id).proven += 1;
      }
    },
    states() {
      const states = new Map<string, MapState>();
      // Children come after their parent in file order, so going backwards reaches them first.
      for (const node of outline.nodes.toReversed()) {
        const state =
          node.children.length === 0
            ? leafState(people, counts.get(node.id) ?? { doing: 0, done: 0, skipped: 0, proven: 0 })
            : parentState(node.children.flatMap(({ id }) => states.get(id) ?? []));
        states.set(node.id, state);
      }
      return states;
    },
  };
}

/** How many members stand how with a leaf, and for how many who have not skipped it it is proven. */
interface LeafCount {
  doing: number;
  done: number;
  skipped: number;
  proven: number;
}

function leafState(people: number, { doing, done, skipped, proven }: LeafCount): MapState {
  const of = people - skipped;
  const isDoneByAll = of > 0 && done === of;
  const isProvenByAll = isDoneByAll && proven === of;
  const mark = isProvenByAll
    ? 'proven'
    : isDoneByAll
      ? 'done'
      : openMark({ todo: of - doing - done, doing, done });
  return { mark, done, of };
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
