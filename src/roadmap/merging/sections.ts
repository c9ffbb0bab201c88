import { allOf } from '../editing/section-lines.ts';
import type { Outline } from '../outline.ts';
import type { Section } from '../roadmap.ts';

/**
 * Finds a section of one version in another version of the same roadmap. It is the one with the same key, else the one
 * that holds most of its topics.
 * @returns null if the other version has neither
 */
export function counterpart(section: Section, from: Outline, to: Outline): Section | null {
  const sections = allOf(to.tree.sections);
  const same = sections.find(({ key }) => key === section.key);
  if (same !== undefined) return same;
  const counts = new Map<string, number>();
  for (const node of from.nodes) {
    const there = node.section.key === section.key ? to.byId.get(node.id)?.section.key : undefined;
    if (there !== undefined) counts.set(there, (counts.get(there) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return sections.find(({ key }) => key === most?.[0]) ?? null;
}

/** The section that holds a section; null for a top-level one. */
export function sectionAround(section: Section, { tree }: Outline): Section | null {
  return allOf(tree.sections).find(({ sections }) => sections.some(({ key }) => key === section.key)) ?? null;
}
