import { fold } from '../../text/fold.ts';
import type { Outline, TopicNode } from '../outline.ts';
import type { Match } from './match.ts';
import { type Answers, settle, type Settled } from './settle.ts';

/** A topic before and after. */
export interface Changed {
  readonly old: TopicNode;
  readonly next: TopicNode;
}

/** The changes in a new version, for people. Each topic is in one of these lists, or has not changed. */
export interface Difference {
  readonly added: readonly TopicNode[];
  /** Topics with another title, wherever they are. */
  readonly renamed: readonly Changed[];
  /** Topics with the same title in another section or topic. */
  readonly moved: readonly Changed[];
  /** Topics that were archived in an earlier version and are back. */
  readonly returning: readonly TopicNode[];
  /** Several old topics that are one now. */
  readonly merged: readonly { readonly olds: readonly TopicNode[]; readonly next: TopicNode }[];
  /** Old topics that are several now. */
  readonly split: readonly { readonly old: TopicNode; readonly nexts: readonly TopicNode[] }[];
  readonly gone: readonly TopicNode[];
  /** Old topics that may still be there, but nobody has said so yet. */
  readonly open: readonly TopicNode[];
}

/**
 * Compares two versions of a roadmap, given the match of their topics.
 * @param answers what people have said about topics so far
 */
export function differenceOf(before: Outline, after: Outline, match: Match, answers: Answers): Difference {
  const settled = settle(match, answers);
  const same = [...settled.same].flatMap(([next, old]): readonly Changed[] => {
    const [was, is] = [before.byKey.get(old), after.byKey.get(next)];
    return was === undefined || is === undefined ? [] : [{ old: was, next: is }];
  });
  const split = splitIn(before, after, settled);
  const whole = same.filter(({ old }) => !settled.split.has(old.topic.key));
  const renamed = whole.filter(({ old, next }) => old.topic.title !== next.topic.title);
  const isMoved = movesIn(same);
  const moved = whole.filter((pair) => pair.old.topic.title === pair.next.topic.title && isMoved(pair));
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
    split,
    gone: left.filter((node) => !isOpen(node)),
    open: left.filter(isOpen),
  };
}

function splitIn(before: Outline, after: Outline, { same, split }: Settled): Difference['split'] {
  const first = new Map([...same].map(([next, old]) => [old, next]));
  return [...split].flatMap(([key, others]) => {
    const old = before.byKey.get(key);
    const nexts = [first.get(key) ?? '', ...others].flatMap((next) => after.byKey.get(next) ?? []);
    return old === undefined ? [] : [{ old, nexts }];
  });
}

function mergedIn(before: Outline, after: Outline, { merged }: Settled): Difference['merged'] {
  return [...merged].flatMap(([next, olds]) => {
    const node = after.byKey.get(next);
    return node === undefined
      ? []
      : [{ olds: olds.flatMap((key) => before.byKey.get(key) ?? []), next: node }];
  });
}

/** Makes a test for pairs that have moved. If a whole section was renamed, its topics have not moved. */
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
