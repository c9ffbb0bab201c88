import type { Outline, TopicNode } from '../outline.ts';
import type { Settled } from './settle.ts';

/** Progress that goes along to other topics in a new version. All by topic id. */
export type Carry =
  /** Done or skipped there is done or skipped here; what was begun is begun in the first of these, if `begun`. */
  | { readonly kind: 'copy'; readonly from: string; readonly to: readonly string[]; readonly begun: boolean }
  /** Done or skipped if all of those were; begun if some were, if `begun`. */
  | {
      readonly kind: 'gather';
      readonly from: readonly string[];
      readonly to: string;
      readonly begun: boolean;
    };

/**
 * What goes along from the topics of one version to those of the next, beside what is the same topic:
 * a topic that gains parts is done in those that are new with it (later ones are open); one that loses its last part is
 * done if all parts were; what is split off is done if the whole was; what is merged is done if all were, else begun.
 */
export function carriesBetween(before: Outline, after: Outline, settled: Settled): readonly Carry[] {
  const oldId = (key: string): string => before.byKey.get(key)?.id ?? '';
  const newId = (key: string): string => after.byKey.get(key)?.id ?? '';
  const carries: Carry[] = [];

  for (const [nextKey, oldKey] of settled.same) {
    const [old, next] = [before.byKey.get(oldKey), after.byKey.get(nextKey)];
    if (old === undefined || next === undefined) continue;
    if (old.children.length === 0 && next.children.length > 0) {
      // A part that was a topic of its own before has its own progress.
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
