import { parse as parseText } from 'discord-markdown-parser';

/** A node of discord-markdown-parser's syntax tree, with the fields that its rules set. */
export interface TextNode {
  readonly type: string;
  readonly content?: string | readonly TextNode[];
  readonly target?: string;
  readonly lang?: string;
  readonly level?: number;
  readonly id?: string;
  readonly name?: string;
  readonly fullName?: string;
  readonly timestamp?: string;
  readonly format?: string;
}

/** Reads all of Discord's chat text except lists. Masked links are read, as in messages of bots. */
export function parse(text: string): TextNode[] {
  const nodes: TextNode[] = [];
  // The parser's own type says nothing of a node's fields: it allows any name with any value.
  for (const node of parseText(text, 'extended') as TextNode[]) {
    const last = nodes.at(-1);
    // The parser splits text at every mark and non-ASCII letter. Joined pieces are better for screen readers.
    if (node.type === 'text' && last?.type === 'text') {
      nodes[nodes.length - 1] = { type: 'text', content: textOf(last) + textOf(node) };
    } else nodes.push(node);
  }
  return nodes;
}

const textOf = ({ content }: TextNode): string => (typeof content === 'string' ? content : '');
