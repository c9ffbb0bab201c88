/** A way to prove a topic; see the words in README.md. */
export const METHODS = ['cheatcode', 'feynman', 'project', 'tez'] as const;
export type Method = (typeof METHODS)[number];

/** A link of the roadmap: the further reading of a roadmap, a section or a topic. */
export interface Resource {
  readonly label: string;
  readonly url: string;
}

/**
 * A step of the career direction: finish a track, write a track's thesis, or a step that one declares oneself.
 * `track` is the key of a top-level section.
 */
export type Stage =
  | { readonly kind: 'track'; readonly track: string }
  | { readonly kind: 'tez'; readonly track: string }
  | { readonly kind: 'free' };

/** A checklist item. A topic with children is done when they are. */
export interface Topic {
  /** Its `id`, or the slugs of its path; unique in the roadmap, and what keeps progress through edits. */
  readonly key: string;
  readonly title: string;
  /** Whether the file itself has it ticked. */
  readonly ticked: boolean;
  /** Other names that people search it by: acronyms, mostly. */
  readonly aliases: readonly string[];
  /** Plain text, one a bullet or paragraph that stands under it; escape it before Discord shows it. */
  readonly notes: readonly string[];
  readonly resources: readonly Resource[];
  /** Keys of the topics that come before it. */
  readonly needs: readonly string[];
  /** How long it takes, in minutes, where the file says so. */
  readonly minutes: number | null;
  /** Only in the career direction. */
  readonly stage: Stage | null;
  readonly children: readonly Topic[];
  /** Its line in the file, counted from 1. */
  readonly line: number;
}

/**
 * What a top-level section is for: a `track` is studied; `career` holds stages; `toolset` holds languages by
 * purpose; `showcase` holds apps to build.
 */
export type SectionKind = 'track' | 'career' | 'toolset' | 'showcase';

/** A heading of the roadmap, or a label line right above a checklist. */
export interface Section {
  readonly key: string;
  readonly title: string;
  /** Inside another section: that one's. */
  readonly kind: SectionKind;
  readonly notes: readonly string[];
  readonly resources: readonly Resource[];
  /** The methods that it asks for each of its topics: its own, or those of the section around it. */
  readonly methods: readonly Method[];
  /** The methods that a top-level section asks for as a whole. */
  readonly trackMethods: readonly Method[];
  readonly topics: readonly Topic[];
  readonly sections: readonly Section[];
  readonly line: number;
}

/** A titled tree read from a Markdown checklist. */
export interface Roadmap {
  readonly title: string;
  readonly notes: readonly string[];
  readonly resources: readonly Resource[];
  readonly sections: readonly Section[];
}
