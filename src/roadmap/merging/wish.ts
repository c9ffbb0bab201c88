import type { Edit } from '../editing/edit.ts';
import type { Outline } from '../outline.ts';

/** A change that a merge wants to make. Keys change with each edit, so the edits are named when their turn comes. */
export interface Wish {
  /** @returns the edits for the roadmap as it is by then, one after the other; none if there is nothing left to do */
  readonly edits: (now: Outline) => readonly Edit[];
  /** The ids of the topics that come with it, in the order in which they are added. */
  readonly adds: readonly string[];
}

/** Something that both sides changed, each in another way. */
export interface Conflict {
  readonly kind: 'title' | 'turkish' | 'minutes' | 'place' | 'gone' | 'section';
  /** What it is about, as the owner's roadmap calls it. */
  readonly title: string;
  /** Both values, for people. `theirs` is null where they have removed it. */
  readonly ours: string | null;
  readonly theirs: string | null;
  /** Makes it as they have it. */
  readonly take: Wish;
}

/** The versions of a bundled roadmap: the one that a copy was last brought up to, and the newer one. */
export interface Sides {
  readonly base: Outline;
  readonly theirs: Outline;
}

/** What a merge has to do, in this order, and what it has to ask. */
export interface Comparison {
  readonly wishes: readonly Wish[];
  readonly conflicts: readonly Conflict[];
}

/** Nothing is to be done, and nothing to be asked. */
export const NOTHING: Comparison = { wishes: [], conflicts: [] };

/** A change that makes these edits. `adds`: the ids of the topics that come with it, in the order in which they are added. */
export function wish(edits: Wish['edits'], adds: readonly string[] = []): Wish {
  return { edits, adds };
}
