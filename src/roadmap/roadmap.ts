/** A way to prove a topic. `docs/architecture.md` explains the word. */
export const METHODS = ['cheatcode', 'feynman', 'project', 'tez'] as const;
export type Method = (typeof METHODS)[number];

/** A link for further reading, of a roadmap, a section or a topic. */
export interface Resource {
  readonly label: string;
  readonly url: string;
}

/** The languages of titles that a file may give beside its own language. */
export const TITLE_LANGUAGES = ['en', 'tr'] as const;

/** A title in other languages, as far as the file gives them. */
export type Titles = Readonly<Partial<Record<(typeof TITLE_LANGUAGES)[number], string>>>;

/** The state that a mark gives a topic. A box says `todo` or `done`; note programs have more states. */
export type MarkState = 'todo' | 'doing' | 'done' | 'skipped' | 'put-off';

/**
 * A step of the career direction: finish a track, write a track's thesis, or a free step that a member declares done.
 * `track` is the key of a top-level section.
 */
export type Stage =
  | { readonly kind: 'track'; readonly track: string }
  | { readonly kind: 'tez'; readonly track: string }
  | { readonly kind: 'free' };

/** A checklist item. A topic with children is done when they are. */
export interface Topic {
  /** Its `id`, or the slugs of its path. The key is unique in the roadmap, and keeps progress through edits. */
  readonly key: string;
  /** Whether the file declares the key. A key that is made of titles adds nothing to the titles. */
  readonly declared: boolean;
  readonly title: string;
  readonly titles: Titles;
  /** Whether the file has it ticked, and its exact state. */
  readonly ticked: boolean;
  readonly state: MarkState;
  /** Other names that people search for, mostly acronyms. */
  readonly aliases: readonly string[];
  /**
   * Plain text, one note for each bullet or paragraph under the topic. It has to be escaped before Discord shows it.
   */
  readonly notes: readonly string[];
  readonly resources: readonly Resource[];
  /** The keys of the topics that come before it. */
  readonly needs: readonly string[];
  /** The same skill in other roadmaps, each as `roadmap/key`. */
  readonly same: readonly string[];
  /** How many minutes it takes, if the file says so. */
  readonly minutes: number | null;
  /** Only topics of the career direction have a stage. */
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

/** The key of the section for everything right under the title. It is no slug, so no other section can have it. */
export const OWN_SECTION = '.';

/** A heading of the roadmap, or a label line right above a checklist. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly titles: Titles;
  /** The kind of its top-level section. */
  readonly kind: SectionKind;
  readonly notes: readonly string[];
  readonly resources: readonly Resource[];
  /** The methods for each of its topics: its own, or those of the section around it. */
  readonly methods: readonly Method[];
  /** The methods for a top-level section as a whole. */
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
