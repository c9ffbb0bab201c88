import type { Outline } from '../roadmap/outline.ts';

/**
 * The languages of a roadmap's tool set, in file order: the part behind the colon of a tool (`System: Golang, C`), or
 * its whole title if it has no colon.
 */
export function languagesOf({ nodes }: Outline): readonly string[] {
  const tools = nodes.filter((node) => node.top.kind === 'toolset' && node.children.length === 0);
  const named = tools.flatMap(({ topic }) => {
    const colon = topic.title.indexOf(':');
    return topic.title.slice(colon + 1).split(',');
  });
  return [...new Set(named.map((name) => name.trim()).filter((name) => name !== ''))];
}
