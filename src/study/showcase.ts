import type { Outline, TopicNode } from '../roadmap/outline.ts';

/** How many may build an app together. */
export const TEAM_SIZE = 20;

/** The apps that a roadmap gives to be built: the topics of its showcase sections, in file order. */
export function appsOf({ nodes }: Outline): readonly TopicNode[] {
  return nodes.filter(isApp);
}

export function isApp(node: TopicNode): boolean {
  return node.top.kind === 'showcase' && node.parent === null;
}

/** What stands before and after one of a list, which starts again at its ends; none for a list of one. */
export function neighbours<T>(all: readonly T[], one: T): { readonly before: T; readonly after: T } | null {
  const at = all.indexOf(one);
  const [before, after] = [all.at(at - 1), all[(at + 1) % all.length]];
  return at === -1 || all.length === 1 || before === undefined || after === undefined
    ? null
    : { before, after };
}
