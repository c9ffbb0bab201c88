import type { Block, Headed } from './blocks.ts';

/** The beginning, the name or the end of a fold, in the order of the file. */
export type FoldMark =
  | { readonly kind: 'fold-open' }
  | { readonly kind: 'fold-close' }
  | ({ readonly kind: 'fold-name'; readonly line: number } & Headed);

/**
 * Puts the blocks between a beginning and its end into a fold. A fold that is never closed becomes a label with its
 * name, and ends with its section.
 */
export function pairFolds(blocks: readonly (Block | FoldMark)[]): Block[] {
  const closed = closedOnes(blocks);
  const levels: { name: (Headed & { line: number }) | null; blocks: Block[] }[] = [
    { name: null, blocks: [] },
  ];
  for (const block of blocks) {
    const here = levels.at(-1);
    if (!here) break;
    if (block.kind === 'fold-open') {
      if (closed.has(block)) levels.push({ name: null, blocks: [] });
    } else if (block.kind === 'fold-name') {
      const isInside = levels.length > 1 && here.name === null && here.blocks.length === 0;
      if (isInside) here.name = block;
      else here.blocks.push(asLabel(block));
    } else if (block.kind === 'fold-close') {
      if (!closed.has(block)) continue;
      levels.pop();
      const { name, blocks: inside } = here;
      const { title, notes, line } = name ?? {};
      if (title && notes && line)
        levels.at(-1)?.blocks.push({ kind: 'fold', title, notes, line, blocks: inside });
      else for (const one of inside) levels.at(-1)?.blocks.push(one);
    } else here.blocks.push(block);
  }
  return levels[0]?.blocks ?? [];
}

/** The deepest nesting of folds. Blocks that lie deeper stay in the last fold. */
const DEPTH = 10;

function closedOnes(blocks: readonly (Block | FoldMark)[]): ReadonlySet<Block | FoldMark> {
  const open: FoldMark[] = [];
  const closed = new Set<Block | FoldMark>();
  for (const block of blocks) {
    if (block.kind === 'fold-open') open.push(block);
    if (block.kind !== 'fold-close') continue;
    const begin = open.pop();
    if (begin && open.length < DEPTH) closed.add(begin).add(block);
  }
  return closed;
}

function asLabel({ title, line }: Headed & { line: number }): Block {
  return { kind: 'paragraph', lines: [{ ...title, isBold: true }], line, end: line + 1 };
}
