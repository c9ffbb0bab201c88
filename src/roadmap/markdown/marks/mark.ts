import type { MarkState } from '../../roadmap.ts';

/** A mark as it was found in a piece of text. */
export interface FoundMark {
  readonly state: MarkState;
  /** What is written over by another tick: from one offset to another. */
  readonly from: number;
  readonly to: number;
  /** The text without the mark. */
  readonly rest: string;
  /** What is put in its place for a tick, and for none. */
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
