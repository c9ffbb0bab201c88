/** What a reader of the file should know: what was left out, or not taken as it was meant. */
export type Finding =
  /** A box, a picture or a row of a table that has no words to be a topic by, a heading that has none to be a section by. */
  | { readonly code: 'empty-box' | 'picture-alone' | 'row-without-text' | 'untitled-section' }
  /** A box that is indented so far that it is a part of the text above it. */
  | { readonly code: 'box-in-text' }
  /** Nothing in the file is a topic, in either reading. */
  | { readonly code: 'no-topics' }
  /** Bullets and numbered items that the other reading would make topics. */
  | { readonly code: 'bullets-left-out'; readonly boxes: number; readonly bullets: number }
  /** A link to a file beside this one, and nothing is known of where this one stands. */
  | { readonly code: 'relative-link'; readonly address: string }
  /** A link that a button of Discord cannot open, or that carries a password. */
  | { readonly code: 'unusable-link'; readonly address: string }
  /** A paragraph so long that only its beginning was read. */
  | { readonly code: 'paragraph-cut'; readonly limit: number }
  | { readonly code: 'unknown-directive'; readonly directive: string; readonly meant: string | null }
  | { readonly code: 'repeated-directive' | 'misplaced-directive'; readonly directive: string }
  | { readonly code: 'bad-value'; readonly directive: string; readonly value: string }
  | { readonly code: 'duplicate-id'; readonly id: string; readonly firstLine: number }
  | { readonly code: 'unknown-topic' | 'unknown-track'; readonly key: string }
  /** Topics that wait for one another; what they need of later ones among them is left out. */
  | { readonly code: 'needs-cycle'; readonly keys: readonly string[] };

/** A finding with the line of the file that it is about, counted from 1. */
export type Remark = Finding & { readonly line: number };

/** Takes what is found on the way. */
export type Report = (line: number, finding: Finding) => void;
