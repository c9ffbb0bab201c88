import type { Mark } from './marks/mark.ts';
import type { Text } from './text.ts';

/** The pieces of a file that matter for a roadmap. Lines are counted from 1. */
export type Block = Heading | Paragraph | List | Fold | Comment;

/** A title, and the lines after it in the same paragraph. */
export interface Headed {
  readonly title: Text;
  readonly notes: readonly Text[];
}

export interface Heading extends Headed {
  readonly kind: 'heading';
  /** The level of the heading, 1 to 6. */
  readonly level: number;
  /** Its box, or null. A heading with a box becomes a topic if no topics stand under it. */
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
  /** Its box or another mark; null for a plain bullet. */
  readonly mark: Mark | null;
  /** The mark that a plain bullet would have if bullets are topics. */
  readonly blank: Mark | null;
  readonly line: number;
  /** The blocks in it below its own paragraph. */
  readonly blocks: readonly Block[];
}

/** Something with a name that folds or has a frame: `<details>`, or a callout. */
export interface Fold extends Headed {
  readonly kind: 'fold';
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** Comments outside of any other block. */
export interface Comment {
  readonly kind: 'comment';
  readonly comments: readonly string[];
  readonly line: number;
}
