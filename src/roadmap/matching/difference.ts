import { fold } from '../../text/fold.ts';
import type { Outline, TopicNode } from '../outline.ts';
import type { Match } from './match.ts';
import { type Answers, settle, type Settled } from './settle.ts';

/** A topic as it was, and as it is. */
export interface Changed {
  readonly old: TopicNode;
  readonly next: TopicNode;
}

/** What is different in a new version, for people: each topic stands in one of these lists, or has not changed. */
export interface Difference {
  readonly added: readonly TopicNode[];
  /** Called otherwise by now, wherever they stand. */
  readonly renamed: readonly Changed[];
  /** Called the same, and in another section or topic. */
  readonly moved: readonly Changed[];
  /** Were archived in an earlier version, and are there again. */
  readonly returning: readonly TopicNode[];
  /** Several topics that are one by now. */
  readonly merged: readonly { readonly olds: readonly TopicNode[]; readonly next: TopicNode }[];
  readonly gone: readonly TopicNode[];
  /** May still be there, and nobody has said so yet. */
  readonly open: readonly TopicNode[];
}

/**
 * Compares two versions of a roadmap by what is known of who is who.
 * @param answers what people said of topics so far
 */
export function differenceOf(before: Outline, after: Outline, match: Match, answers: Answers): Difference {
  const settled = settle(match, answers);
  const same = [...settled.same].flatMap(([next, old]): readonly Changed[] => {
    const [was, is] = [before.byKey.get(old), after.byKey.get(next)];
    return was === undefined || is === undefined ? [] : [{ old: was, next: is }];
  });
  const renamed = same.filter(({ old, next }) => old.topic.title !== next.topic.title);
  const isMoved = movesIn(same);
  const moved = same.filter((pair) => pair.old.topic.title === pair.next.topic.title && isMoved(pair));
  const known = new Set([
    ...settled.same.keys(),
    ...settled.returning.keys(),
    ...settled.merged.keys(),
    ...[...settled.split.values()].flat(),
  ]);
  const kept = new Set([...settled.same.values(), ...[...settled.merged.values()].flat()]);
  const left = before.nodes.filter(({ topic }) => !kept.has(topic.key));
  const isOpen = ({ topic: { key } }: TopicNode): boolean => match.likely.has(key) && !answers.has(key);
  return {
    added: after.nodes.filter(({ topic }) => !known.has(topic.key)),
    renamed,
    moved,
    returning: after.nodes.filter(({ topic }) => settled.returning.has(topic.key)),
    merged: mergedIn(before, after, settled),
    gone: left.filter((node) => !isOpen(node)),
    open: left.filter(isOpen),
  };
}

function mergedIn(before: Outline, after: Outline, { merged }: Settled): Difference['merged'] {
  return [...merged].flatMap(([next, olds]) => {
    const node = after.byKey.get(next);
    return node === undefined
      ? []
      : [{ olds: olds.flatMap((key) => before.byKey.get(key) ?? []), next: node }];
  });
}

/** Tells which topics stand elsewhere: a section that was renamed takes its topics along, and these have not moved. */
function movesIn(same: readonly Changed[]): (pair: Changed) => boolean {
  const nextOf = new Map(same.map(({ old, next }) => [old, next]));
  const shared = new Map<string, Map<string, number>>();
  for (const { old, next } of same) {
    const to = shared.get(old.section.key) ?? new Map<string, number>();
    to.set(next.section.key, (to.get(next.section.key) ?? 0) + 1);
    shared.set(old.section.key, to);
  }
  const sectionOf = new Map(
    [...shared].map(([from, to]) => [from, [...to].toSorted(([, a], [, b]) => b - a)[0]?.[0]]),
  );
  return ({ old, next }) => {
    if (old.parent === null && next.parent === null) {
      const isSameName = fold(old.section.title) === fold(next.section.title);
      return !isSameName && sectionOf.get(old.section.key) !== next.section.key;
    }
    if (old.parent === null || next.parent === null) return true;
    return nextOf.get(old.parent) !== next.parent;
  };
}
