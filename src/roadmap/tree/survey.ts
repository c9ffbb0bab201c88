import type { Block, Item, Paragraph } from '../markdown/blocks.ts';
import { topicsIn } from './directives.ts';
import { isVisible } from '../markdown/text.ts';

/** Decides what is a topic in each reading of a file. */
export interface Topics {
  /**
   * Whether an item is a topic, if `bullets` are or are not. A nested item that has only links is further reading, not
   * a topic.
   */
  isTopic(item: Item, bullets: boolean, isNested: boolean): boolean;
  /** Whether a block contains a topic. */
  isIn(block: Block, bullets: boolean, isNested: boolean): boolean;
  /** Whether an item is no topic even if bullets are. */
  isLeftOut(item: Item): boolean;
}

/** Whether an item has words, and a mark or a place for one. */
function isOwn({ title, mark, blank }: Item, bullets: boolean): boolean {
  const hasWords = isVisible(title.plain) || isVisible(title.pictured);
  return hasWords && (mark !== null || (bullets && blank !== null));
}

function isReading({ mark, title }: Item, isNested: boolean): boolean {
  return isNested && !mark && title.onlyLinks;
}

/** @param leftOut items that are no topics even if bullets are */
export function topicsBeside(leftOut: ReadonlySet<Item>): Topics {
  const isIn = (block: Block, bullets: boolean, isNested: boolean): boolean => {
    if (block.kind === 'heading') return block.mark !== null;
    if (block.kind === 'fold') return block.blocks.some((inner) => isIn(inner, bullets, isNested));
    if (block.kind !== 'list') return false;
    return block.items.some((item) => {
      if (isOwn(item, bullets) && !leftOut.has(item) && !isReading(item, isNested)) return true;
      return item.blocks.some((inner) => isIn(inner, bullets, true));
    });
  };
  return {
    isTopic: (item, bullets, isNested) => {
      if (!isOwn(item, bullets) || leftOut.has(item)) return false;
      return !isReading(item, isNested) || item.blocks.some((block) => isIn(block, bullets, true));
    },
    isIn,
    isLeftOut: (item) => leftOut.has(item),
  };
}

/** Whether a paragraph is a single bold line, which stands for a heading. */
export function isBoldLine(block: Block): block is Paragraph {
  const [line, ...others] = block.kind === 'paragraph' ? block.lines : [];
  return line !== undefined && others.length === 0 && line.isBold && line.plain.length <= 100;
}

/** What lies below the headings and bold lines of a list of blocks. */
export interface Survey {
  /** Whether bullets are topics, for each block. The nearest heading above that says so decides. */
  readonly bullets: readonly boolean[];
  /** Whether there is a topic below each heading and bold line, before the next heading that ends it. */
  readonly hasTopics: readonly boolean[];
}

/** @param bullets whether bullets are topics above the first heading */
export function survey(blocks: readonly Block[], bullets: boolean, topics: Topics): Survey {
  const modes = modesOf(blocks, bullets);
  // The number of blocks with topics before each block.
  const sums = [0];
  for (const [at, block] of blocks.entries()) {
    sums.push((sums[at] ?? 0) + (topics.isIn(block, modes[at] ?? bullets, false) ? 1 : 0));
  }
  // The next heading of each level after the present block. Index 0 is the next bold line.
  const next = Array<number>(7).fill(blocks.length);
  const hasTopics = blocks.map(() => false);
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== 'heading' && !(block && isBoldLine(block))) continue;
    const [from, to] = block.kind === 'heading' ? [1, block.level] : [0, 6];
    const end = Math.min(...next.slice(from, to + 1));
    hasTopics[at] = (sums[end] ?? 0) > (sums[at + 1] ?? 0);
    if (block.kind === 'heading') {
      next[block.level] = at;
      next.fill(blocks.length, block.level + 1);
      next[0] = blocks.length;
    } else next[0] = at;
  }
  return { bullets: modes, hasTopics };
}

function modesOf(blocks: readonly Block[], bullets: boolean): readonly boolean[] {
  const levels = [{ level: 0, bullets }];
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      while ((levels.at(-1)?.level ?? 0) >= block.level) levels.pop();
      levels.push({
        level: block.level,
        bullets: bulletsBy(block.title.comments, levels.at(-1)?.bullets ?? bullets),
      });
    }
    return levels.at(-1)?.bullets ?? bullets;
  });
}

/** Whether bullets are topics below a title with these comments. */
export function bulletsBy(comments: readonly string[], above: boolean): boolean {
  const said = topicsIn(comments);
  return said === null ? above : said === 'bullets';
}
