import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Progress } from '../progress/progress.ts';
import { suggest } from './suggest.ts';

/** Where a member is on a roadmap. */
export interface Present {
  readonly node: TopicNode;
  /** Whether it is in progress; otherwise it is the next one to start. */
  readonly isBegun: boolean;
}

/**
 * The topic that a member began last of those in progress, or else the next one to start. Stages of the career direction
 * are no place on the way.
 * @param now epoch ms, for topics that are put off
 * @returns null if nothing is left
 */
export function whereTheyAre(outline: Outline, progress: Progress, now: number): Present | null {
  const stages = new Set(outline.nodes.filter(({ top }) => top.kind === 'career').map(({ id }) => id));
  const [first] = suggest({ outline, progress, now, count: 1, except: stages });
  return first === undefined ? null : { node: first.node, isBegun: first.reason.kind === 'in-progress' };
}
