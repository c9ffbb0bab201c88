import type { Outline, TopicNode } from '../outline.ts';
import type { Settled } from './settle.ts';

/** Progress that moves on to other topics in a new version. All topics are given by id. */
export type Carry =
  /** Each of `to` is done or skipped if `from` is. If `begun`, the first of `to` is begun if `from` is. */
  | { readonly kind: 'copy'; readonly from: string; readonly to: readonly string[]; readonly begun: boolean }
  /** `to` is done or skipped if all of `from` are. If `begun`, it is begun if some of them are. */
  | {
      readonly kind: 'gather';
      readonly from: readonly string[];
      readonly to: string;
      readonly begun: boolean;
    };

/**
 * The progress that moves from the topics of a version to other topics of the next. If a done topic gains parts, the
 * parts that are new at that moment are done; later ones are open. If a topic loses its last part, it is done if all
 * parts were. If a done topic was split, its pieces are done. If topics were merged, the result is done if all were,
 * else begun.
 */
export function carriesBetween(before: Outline, after: Outline, settled: Settled): readonly Carry[] {
  const oldId = (key: string): string => before.byKey.get(key)?.id ?? '';
  const newId = (key: string): string => after.byKey.get(key)?.id ?? '';
  const carries: Carry[] = [];

  for (const [nextKey, oldKey] of settled.same) {
    const [old, next] = [before.byKey.get(oldKey), after.byKey.get(nextKey)];
    if (old === undefined || next === undefined) continue;
    if (old.children.length === 0 && next.children.length > 0) {
      // A part that was a topic before has its own progress.
      const parts = leavesOf(next).filter(({ id }) => !before.byId.has(id));
      const fresh = parts.filter(({ topic }) => !settled.returning.has(topic.key)).map(({ id }) => id);
      if (fresh.length > 0) carries.push({ kind: 'copy', from: old.id, to: fresh, begun: true });
    } else if (old.children.length > 0 && next.children.length === 0) {
      const parts = leavesOf(old).map(({ id }) => id);
      carries.push({ kind: 'gather', from: parts, to: next.id, begun: false });
    }
  }
  for (const [old, parts] of settled.split) {
    carries.push({ kind: 'copy', from: oldId(old), to: parts.map(newId), begun: false });
  }
  for (const [old, next] of settled.replaced) {
    carries.push({ kind: 'copy', from: oldId(old), to: [newId(next)], begun: true });
  }
  for (const [next, olds] of settled.merged) {
    const from = olds.flatMap((key) => before.byKey.get(key) ?? []).flatMap(leavesOf);
    carries.push({ kind: 'gather', from: from.map(({ id }) => id), to: newId(next), begun: true });
  }
  return carries;
}

function leavesOf(node: TopicNode): readonly TopicNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}
