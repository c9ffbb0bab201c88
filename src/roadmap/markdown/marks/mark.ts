import type { MarkState } from '../../roadmap.ts';

/** A mark that was found in a piece of text. */
export interface FoundMark {
  readonly state: MarkState;
  /** The range of the text that another tick replaces. */
  readonly from: number;
  readonly to: number;
  /** The text without the mark. */
  readonly rest: string;
  /** The text that replaces it for a tick, and for an open box. */
  readonly done: string;
  readonly open: string;
}

/** A mark with its place in the file; see `FoundMark`. */
export interface Mark {
  readonly state: MarkState;
  /** Counted from 1. */
  readonly line: number;
  /** Columns of its line, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly done: string;
  readonly open: string;
}
