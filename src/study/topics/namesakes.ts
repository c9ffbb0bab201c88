import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';
import { words } from '../../text/fold.ts';

/**
 * The topics of another roadmap that have the same title, in sections of the same kind. They may be the same skill.
 */
export function namesakes(node: TopicNode, other: Outline): readonly TopicNode[] {
  if (!mayShare(node)) return [];
  const all = byTitle(other).get(folded(node.topic.title)) ?? [];
  return all.filter(({ top }) => top.kind === node.top.kind);
}

/**
 * The topic of another roadmap that most likely is the same skill. If a roadmap has the title several times
 * ("Basics"), the section or topic above has to have the same title, too.
 * @returns null if there is no such topic, or several
 */
export function namesake(own: Outline, node: TopicNode, other: Outline): TopicNode | null {
  const [here, there] = [namesakes(node, own), namesakes(node, other)];
  const [only] = there;
  if (only !== undefined && there.length === 1 && here.length === 1) return only;
  const around = holder(node);
  const alike = (nodes: readonly TopicNode[]) => nodes.filter((each) => holder(each) === around);
  const [near, another] = alike(there);
  return near !== undefined && another === undefined && alike(here).length === 1 ? near : null;
}

/** A topic with parts has the state of its parts, and a stage that of its track, so they cannot be joined. */
function mayShare({ topic, children }: TopicNode): boolean {
  return children.length === 0 && topic.stage === null;
}

const byTitle = remembered((outline) =>
  Map.groupBy(outline.nodes.filter(mayShare), ({ topic }) => folded(topic.title)),
);

function holder({ path }: TopicNode): string {
  return folded(path.at(-1) ?? '');
}

function folded(title: string): string {
  return words(title).join(' ');
}
