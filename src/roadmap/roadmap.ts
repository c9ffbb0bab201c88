/** A way to prove a topic; see the words in README.md. */
export const METHODS = ['cheatcode', 'feynman', 'project', 'tez'] as const;
export type Method = (typeof METHODS)[number];

/** A link of the roadmap: the further reading of a roadmap, a section or a topic. */
export interface Resource {
  readonly label: string;
  readonly url: string;
}

/** Languages that a file may give its titles in, beside the one that it is written in. */
export const TITLE_LANGUAGES = ['en', 'tr'] as const;

/** A title in other languages than that of the file, where the file gives it. */
export type Titles = Readonly<Partial<Record<(typeof TITLE_LANGUAGES)[number], string>>>;

/** What a mark in a file says of a topic: a box says `todo` or `done`, note programs say more. */
export type MarkState = 'todo' | 'doing' | 'done' | 'skipped' | 'put-off';

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
  /** Whether the file names the key; one that is made of titles says no more than they do. */
  readonly declared: boolean;
  readonly title: string;
  readonly titles: Titles;
  /** Whether the file itself has it ticked, and what else its mark says. */
  readonly ticked: boolean;
  readonly state: MarkState;
  /** Other names that people search it by: acronyms, mostly. */
  readonly aliases: readonly string[];
  /** Plain text, one a bullet or paragraph that stands under it; escape it before Discord shows it. */
  readonly notes: readonly string[];
  readonly resources: readonly Resource[];
  /** Keys of the topics that come before it. */
  readonly needs: readonly string[];
  /** Topics of other roadmaps that are the same skill, each as `roadmap/key`. */
  readonly same: readonly string[];
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

/** The key of the section of what stands directly under the title. It is no slug, so that no other section has it. */
export const OWN_SECTION = '.';

/** A heading of the roadmap, or a label line right above a checklist. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly titles: Titles;
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
  readonly titles: Titles;
  readonly notes: readonly string[];
  readonly resources: readonly Resource[];
  readonly sections: readonly Section[];
}
