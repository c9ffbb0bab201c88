import type { Mark } from './marks/mark.ts';
import type { Text } from './text.ts';

/** What a file is made of, as far as a roadmap cares. Lines are counted from 1. */
export type Block = Heading | Paragraph | List | Fold | Comment;

/** A title, and what goes on below it in the same paragraph. */
export interface Headed {
  readonly title: Text;
  readonly notes: readonly Text[];
}

export interface Heading extends Headed {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  /** Its box, if it has one: a heading without topics under it is a topic then. */
  readonly mark: Mark | null;
  readonly line: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly lines: readonly Text[];
  readonly line: number;
  /** The line after its last. */
  readonly end: number;
}

/** A list, a table whose rows are marked, or lines that are marked one by one. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Item[];
  readonly line: number;
}

export interface Item extends Headed {
  readonly from: 'bullet' | 'row';
  /** Its box or what stands for one; null for a plain bullet. */
  readonly mark: Mark | null;
  /** The mark that a plain bullet can be given. */
  readonly blank: Mark | null;
  readonly line: number;
  /** What stands in it below its own paragraph. */
  readonly blocks: readonly Block[];
}

/** Something with a name that can be folded or is framed: `<details>`, a callout. */
export interface Fold extends Headed {
  readonly kind: 'fold';
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** Comments that stand by themselves. */
export interface Comment {
  readonly kind: 'comment';
  readonly comments: readonly string[];
  readonly line: number;
}
