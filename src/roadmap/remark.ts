/** Something that the person should know: a part was left out, or was not read as it was meant. */
export type Finding =
  /** A box, a picture or a row without words for a topic, or a heading without words for a section. */
  | { readonly code: 'empty-box' | 'picture-alone' | 'row-without-text' | 'untitled-section' }
  /** A box that is indented so far that it belongs to the text above it. */
  | { readonly code: 'box-in-text' }
  /** The file has no topics in either reading. */
  | { readonly code: 'no-topics' }
  /** Bullets and numbered items that only the other reading makes topics. */
  | { readonly code: 'bullets-left-out'; readonly boxes: number; readonly bullets: number }
  /** A link to a neighbouring file, when the address of this file is unknown. */
  | { readonly code: 'relative-link'; readonly address: string }
  /** A link that a button of Discord cannot open, or that contains a password. */
  | { readonly code: 'unusable-link'; readonly address: string }
  /** A paragraph that is too long. Only its beginning was read. */
  | { readonly code: 'paragraph-cut'; readonly limit: number }
  | { readonly code: 'unknown-directive'; readonly directive: string; readonly meant: string | null }
  | { readonly code: 'repeated-directive' | 'misplaced-directive'; readonly directive: string }
  | { readonly code: 'bad-value'; readonly directive: string; readonly value: string }
  | { readonly code: 'duplicate-id'; readonly id: string; readonly firstLine: number }
  | { readonly code: 'unknown-topic' | 'unknown-track'; readonly key: string }
  /** Topics that need one another in a circle. The needs that lead to later topics of the circle are left out. */
  | { readonly code: 'needs-cycle'; readonly keys: readonly string[] };

/** A finding with its line in the file, counted from 1. */
export type Remark = Finding & { readonly line: number };

/** Receives the findings during the reading. */
export type Report = (line: number, finding: Finding) => void;
