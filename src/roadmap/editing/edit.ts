import type { Method, Resource, TITLE_LANGUAGES } from '../roadmap.ts';

/**
 * Where to put a topic: at the end of a topic or section, or right before or behind another topic. All are given by
 * key.
 */
export interface Place {
  readonly in: 'topic' | 'section' | 'before' | 'behind';
  readonly key: string;
}

/**
 * Where to put a section: at the end of another one, right before or behind it, all by key; or at the end of the
 * roadmap.
 */
export type SectionPlace =
  | { readonly in: 'section' | 'before' | 'behind'; readonly key: string }
  | { readonly in: 'roadmap' };

/** One change to a roadmap. Topics and sections are named by the keys that they had before all changes. */
export type Edit =
  | { readonly kind: 'add'; readonly place: Place; readonly title: string }
  | { readonly kind: 'rename'; readonly key: string; readonly title: string }
  /** Sets the title in another language than the file's; null removes it. */
  | {
      readonly kind: 'translate';
      readonly key: string;
      readonly language: (typeof TITLE_LANGUAGES)[number];
      readonly title: string | null;
    }
  | { readonly kind: 'move'; readonly key: string; readonly place: Place }
  /** Removes a topic with all its parts. */
  | { readonly kind: 'remove'; readonly key: string }
  /** Merges a topic into another one. The parts of both are then under that one, which stands for both. */
  | { readonly kind: 'merge'; readonly key: string; readonly into: string }
  | { readonly kind: 'split'; readonly key: string; readonly titles: readonly string[] }
  /** Adds a link. `label` is empty if the link shows its address. */
  | { readonly kind: 'link'; readonly key: string; readonly link: Resource }
  | { readonly kind: 'note'; readonly key: string; readonly text: string }
  /** Removes the link or note at a position, counted from 0. */
  | { readonly kind: 'unlink' | 'unnote'; readonly key: string; readonly at: number }
  /** Replaces the link or note at a position, counted from 0. */
  | { readonly kind: 'relink'; readonly key: string; readonly at: number; readonly link: Resource }
  | { readonly kind: 'renote'; readonly key: string; readonly at: number; readonly text: string }
  | { readonly kind: 'needs'; readonly key: string; readonly needs: readonly string[] }
  | { readonly kind: 'minutes'; readonly key: string; readonly minutes: number | null }
  /** Sets the methods or the title of a section. */
  | { readonly kind: 'methods'; readonly section: string; readonly methods: readonly Method[] }
  | { readonly kind: 'head'; readonly section: string; readonly title: string }
  | {
      readonly kind: 'translate-head';
      readonly section: string;
      readonly language: (typeof TITLE_LANGUAGES)[number];
      readonly title: string | null;
    }
  /** Adds a section. `titles`: its topics, at least one, because a heading without topics is no section. */
  | {
      readonly kind: 'add-section';
      readonly place: SectionPlace;
      readonly title: string;
      readonly titles: readonly string[];
    }
  /** Moves a section with everything in it. */
  | { readonly kind: 'move-section'; readonly section: string; readonly place: SectionPlace }
  | { readonly kind: 'remove-section'; readonly section: string };

/** Why a change cannot be made. */
export type EditProblem =
  /** A title or a note has nothing visible, or is too long. */
  | { readonly code: 'no-title' | 'no-note' }
  /** The topic, section, link or note does not exist. */
  | { readonly code: 'unknown'; readonly key: string }
  /** A topic or section cannot be moved into itself or into one of its parts. */
  | { readonly code: 'inside-itself' }
  /** Of two topics to be merged, one has parts and the other has none. */
  | { readonly code: 'parts-and-none' }
  /** A new section needs at least one topic. */
  | { readonly code: 'no-topics' }
  /** These topics would need one another in a circle. By their keys from before all changes. */
  | { readonly code: 'cycle'; readonly keys: readonly string[] }
  /** The file's form does not allow the change without changing something else, as in a table or in HTML. */
  | { readonly code: 'not-here' };

/** Says that a change cannot be made, and why. */
export class EditError extends Error {
  readonly problem: EditProblem;

  constructor(problem: EditProblem) {
    super(`a roadmap cannot be changed so: ${problem.code}`);
    this.problem = problem;
  }
}
