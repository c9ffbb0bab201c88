import { parse, type TextNode } from './inline.ts';

interface ListItem {
  readonly content: readonly Block[];
}

/** The blocks of a message's text, from top to bottom. */
export type Block =
  | { readonly kind: 'text'; readonly nodes: readonly TextNode[] }
  | { readonly kind: 'quote'; readonly content: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] };

const MARKER = /^( *)(?:([-*])|(\d{1,9})\.) +(?=\S)/;
const DEEPEST = 10;

/**
 * Reads chat text as Discord shows it. discord-markdown-parser does not read lists, nor quotes that contain lists, so
 * both are read here and the parser gets their content.
 */
export function readBlocks(text: string, depth = 0): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let run: string[] = [];
  const endRun = (): void => {
    if (run.length > 0) blocks.push({ kind: 'text', nodes: parse(run.join('\n')) });
    run = [];
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (isInFence(run)) {
      run.push(line);
      at += 1;
    } else if (depth < DEEPEST && MARKER.test(line)) {
      endRun();
      const end = endOf(lines, at, (next) => continues(line, next));
      blocks.push(readList(lines.slice(at, end), depth));
      at = end;
    } else if (depth < DEEPEST && line.startsWith('>>> ')) {
      endRun();
      blocks.push({
        kind: 'quote',
        content: readBlocks([line.slice(4), ...lines.slice(at + 1)].join('\n'), depth + 1),
      });
      at = lines.length;
    } else if (depth < DEEPEST && line.startsWith('> ')) {
      endRun();
      const end = endOf(lines, at, (next) => next.startsWith('> '));
      const inner = lines.slice(at, end).map((quoted) => quoted.slice(2));
      blocks.push({ kind: 'quote', content: readBlocks(inner.join('\n'), depth + 1) });
      at = end;
    } else {
      run.push(line);
      at += 1;
    }
  }
  endRun();
  return blocks;
}

const isInFence = (run: readonly string[]): boolean => (run.join('\n').match(/```/g)?.length ?? 0) % 2 === 1;

function endOf(lines: readonly string[], start: number, belongs: (line: string) => boolean): number {
  let end = start + 1;
  while (end < lines.length && belongs(lines[end] ?? '')) end += 1;
  return end;
}

/**
 * Whether a line continues a list. Items and indented lines do. An item of the other kind at the edge begins another
 * list.
 */
function continues(first: string, next: string): boolean {
  const [, edge = '', bullet] = MARKER.exec(first) ?? [];
  const marker = MARKER.exec(next);
  if (marker === null) return /^ +\S/.test(next);
  const [, indent = '', nextBullet] = marker;
  return indent.length > edge.length + 1 || (bullet === undefined) === (nextBullet === undefined);
}

/** Items with the indentation of the first line (or one space more) are siblings. Deeper items are nested. */
function readList(lines: readonly string[], depth: number): Block {
  const first = MARKER.exec(lines[0] ?? '');
  const outer = (first?.[1] ?? '').length + 1;
  const items: string[][] = [];
  for (const line of lines) {
    const marker = MARKER.exec(line);
    if (marker !== null && (marker[1] ?? '').length <= outer) items.push([line.slice(marker[0].length)]);
    else items.at(-1)?.push(marker === null ? line.trimStart() : line);
  }
  return {
    kind: 'list',
    start: first?.[3] === undefined ? null : Number(first[3]),
    items: items.map((item) => ({ content: readBlocks(item.join('\n'), depth + 1) })),
  };
}
