import { type Outline, topicId } from './outline.ts';
import type { Section } from './roadmap.ts';

/** A section at any depth, with its place in the roadmap. */
export interface Heading {
  /**
   * Opaque, short, and the same at every start. It is made like the id of a topic, which is safe because sections and
   * topics are never looked up together.
   */
  readonly id: string;
  readonly section: Section;
  /** Titles from the top-level section down to this section. */
  readonly path: readonly string[];
  /** The index of its top-level section. */
  readonly topIndex: number;
}

/** Every section of a roadmap, in file order. */
export function headingsOf({ id, tree }: Outline): readonly Heading[] {
  const under = (section: Section, above: readonly string[], topIndex: number): readonly Heading[] => {
    const path = [...above, section.title];
    const own = { id: topicId(id, section.key), section, path, topIndex };
    return [own, ...section.sections.flatMap((child) => under(child, path, topIndex))];
  };
  return tree.sections.flatMap((section, index) => under(section, [], index));
}
