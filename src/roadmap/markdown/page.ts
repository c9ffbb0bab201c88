import MarkdownIt, { type Env, type Token } from 'markdown-it';
import type { Addresses } from './addresses.ts';
import type { Headed } from './blocks.ts';
import { headline } from './headline.ts';
import type { FoundMark, Mark } from './marks/mark.ts';
import { placed } from './marks/find.ts';
import type { Style, Usage } from './marks/style.ts';
import type { Raw } from './raw.ts';
import type { Report } from '../remark.ts';
import { LIMITS } from '../roadmap-error.ts';
import { type Text, readLines } from './text.ts';

// The parser reads one level more than is allowed, so that the error can name the line that goes too deep.
export const parser = new MarkdownIt({ html: true, linkify: true, maxNesting: 2 * LIMITS.depth + 1 });
// `tokensInSteps` reads the blocks, and `linesOf` the texts in them.
parser.core.ruler.enableOnly(['normalize']);

/** What is known about a whole file while its blocks are read. */
export interface Page {
  /** The lines of the file. */
  readonly source: readonly string[];
  /** The link definitions that texts refer to by name. */
  readonly env: Env;
  readonly addresses: Addresses;
  readonly usage: Usage;
  readonly report: Report;
}

/** Reads a text with its links and comments, line by line. */
export function linesOf(text: string, line: number, { env, addresses, report }: Page): readonly Text[] {
  if (text.length > LIMITS.text) report(line, { code: 'paragraph-cut', limit: LIMITS.text });
  const tokens: Token[] = [];
  const start = text.slice(0, LIMITS.text).toWellFormed();
  parser.inline.parse(start.replace(/\[\^[^[\]\s]{1,40}\](?!:)/gu, ''), parser, env, tokens);
  return readLines(tokens, line, addresses);
}

/** Reads the title of an item, a heading or a cell, without the mark that was found in it. */
export function headed(raw: Raw, found: FoundMark | null, page: Page): Headed & { mark: Mark | null } {
  return {
    ...headline(linesOf(found?.rest ?? raw.text, raw.line, page)),
    mark: found ? placed(found, raw) : null,
  };
}

/** The mark that can be put before a text without one, in the style of its list. */
export function blankMark(raw: Raw, { added }: Style): Mark {
  const { line, column } = raw.spot(raw.text.length - raw.text.trimStart().length);
  return { state: 'todo', line, from: column, to: column, done: added, open: '' };
}
