import { type Block, readBlocks } from '../../playground/page/markdown/blocks.ts';
import type { TextNode } from '../../playground/page/markdown/inline.ts';

/** A text as Discord reads it: the visible letters, and every mark. */
export interface Read {
  readonly seen: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** The name in discord-markdown-parser. The playground's page reads `quote` and `list`. */
  readonly kind: string;
  /** The visible text inside it. */
  readonly seen: string;
  /** The target of a link, or null. */
  readonly target: string | null;
  /** The id in a mention, or null. */
  readonly id: string | null;
}

const LETTERS: ReadonlySet<string> = new Set(['text', 'emoticon', 'newline', 'br', 'twemoji']);

/** Reads Markdown as Discord's clients do. */
export function read(markdown: string): Read {
  return together(readBlocks(markdown).map(readBlock), '');
}

/** The kinds of marks in a text, without the expected ones. */
export function marksBut(markdown: string, ...expected: readonly string[]): readonly string[] {
  return read(markdown)
    .marks.map(({ kind }) => kind)
    .filter((kind) => !expected.includes(kind));
}

function readBlock(block: Block): Read {
  switch (block.kind) {
    case 'text':
      return together(block.nodes.map(readNode), '');
    case 'quote':
      return marked('quote', together(block.content.map(readBlock), '\n'));
    case 'list': {
      const items = block.items.map(({ content }) => together(content.map(readBlock), '\n'));
      return marked('list', together(items, '\n'));
    }
  }
}

function readNode(node: TextNode): Read {
  const { type, content } = node;
  const inner =
    typeof content === 'string' ? { seen: content, marks: [] } : together((content ?? []).map(readNode), '');
  if (type === 'newline' || type === 'br') return { seen: '\n', marks: [] };
  if (type === 'twemoji') return { seen: node.name ?? '', marks: [] };
  return LETTERS.has(type) ? inner : marked(type, inner, node);
}

function marked(kind: string, inner: Read, node: Partial<TextNode> = {}): Read {
  const mark = { kind, seen: inner.seen, target: node.target ?? null, id: node.id ?? null };
  return { seen: inner.seen, marks: [mark, ...inner.marks] };
}

function together(parts: readonly Read[], between: string): Read {
  return { seen: parts.map(({ seen }) => seen).join(between), marks: parts.flatMap(({ marks }) => marks) };
}
