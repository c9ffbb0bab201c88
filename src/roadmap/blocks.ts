import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { LIMITS, RoadmapError } from './roadmap-error.ts';
import { type Text, readText } from './text.ts';

/** What a file is made of, as far as a roadmap cares. Lines are counted from 1; `end` is the line after the last. */
export type Block = Heading | Paragraph | List;

export interface Heading {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  readonly text: Text;
  readonly line: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Text;
  readonly line: number;
  readonly end: number;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Item[];
  readonly line: number;
}

export interface Item {
  /** What stands behind the item's `[ ]` or `[x]`; null for a plain bullet. */
  readonly task: Task | null;
  /** What stands in the item, without the task's own line. */
  readonly blocks: readonly Block[];
}

export interface Task {
  readonly ticked: boolean;
  readonly text: Text;
  readonly line: number;
}

// One level more than is allowed is still read, so that the line that goes too deep can be named.
const parser = new MarkdownIt({ html: true, linkify: true, maxNesting: 2 * LIMITS.depth + 1 });
parser.core.ruler.enableOnly(['normalize', 'block', 'strip_references']);

/**
 * Reads the blocks of a Markdown file as GitHub reads it. Quotes are read as if they were not quoted; code, tables
 * and HTML are left out.
 * @throws RoadmapError where lists are nested too deep or a paragraph is too long
 */
export function readBlocks(markdown: string): Block[] {
  const env: Env = {};
  return new Reader(parser.parse(markdown, env), env).blocks();
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #env: Env;
  #at = 0;

  constructor(tokens: readonly Token[], env: Env) {
    this.#tokens = tokens;
    this.#env = env;
  }

  /** Reads on until what surrounds the blocks closes. */
  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token && token.nesting >= 0; token = this.#next()) {
      if (token.type === 'heading_open') {
        blocks.push({ kind: 'heading', level: Number(token.tag.slice(1)), ...this.#text(token) });
      } else if (token.type === 'paragraph_open') {
        blocks.push({ kind: 'paragraph', ...this.#text(token) });
      } else if (token.type === 'blockquote_open') {
        checkDepth(token);
        blocks.push(...this.blocks());
      } else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
        checkDepth(token);
        blocks.push({ kind: 'list', items: this.#items(), line: lineOf(token) });
      } else if (token.nesting > 0) {
        this.#skip();
      }
    }
    return blocks;
  }

  #items(): Item[] {
    const items: Item[] = [];
    while (this.#next()?.type === 'list_item_open') {
      const task = this.#task();
      items.push({ task, blocks: this.blocks() });
    }
    return items;
  }

  /** Reads the task whose text opens an item; leaves everything where it is if there is none. */
  #task(): Task | null {
    const open = this.#tokens[this.#at];
    const content = this.#tokens[this.#at + 1]?.content;
    const marker = open?.type === 'paragraph_open' && content ? /^\[([ xX])\](?=\s|$)/u.exec(content) : null;
    if (!open || !marker) return null;
    this.#at += 1;
    const { text, line } = this.#text(open, marker[0].length);
    return { ticked: marker[1] !== ' ', text, line };
  }

  /** Reads the text of a heading or paragraph, and its end. */
  #text(open: Token, from = 0): { text: Text; line: number; end: number } {
    const line = lineOf(open);
    const content = this.#next()?.content.slice(from) ?? '';
    this.#at += 1;
    if (content.length > LIMITS.text)
      throw new RoadmapError(line, { code: 'text-too-long', limit: LIMITS.text });
    const tokens: Token[] = [];
    parser.inline.parse(content, parser, this.#env, tokens);
    return { text: readText(tokens), line, end: (open.map?.[1] ?? line) + 1 };
  }

  #skip(): void {
    for (let depth = 1; depth > 0;) depth += this.#next()?.nesting ?? -1;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }
}

function checkDepth(token: Token): void {
  if (token.level < 2 * LIMITS.depth) return;
  throw new RoadmapError(lineOf(token), { code: 'too-deep', limit: LIMITS.depth });
}

/** Every opening block token of markdown-it carries its lines. */
function lineOf(token: Token): number {
  return (token.map?.[0] ?? 0) + 1;
}
