import type { Env, Token } from 'markdown-it';
import { assemble } from './tree/assemble.ts';
import type { Block, Item } from './markdown/blocks.ts';
import { draft } from './tree/draft.ts';
import { frontMatter } from './markdown/front-matter.ts';
import { leftOut } from './tree/left-out.ts';
import type { Mark } from './markdown/marks/mark.ts';
import { usageIn } from './markdown/marks/style.ts';
import { parser } from './markdown/page.ts';
import { readBlocks } from './markdown/parse.ts';
import type { Finding, Remark } from './remark.ts';
import type { Roadmap } from './roadmap.ts';
import { LIMITS, RoadmapError } from './roadmap-error.ts';
import { checkSource, splitLines } from './source.ts';
import { type Topics, topicsBeside } from './tree/survey.ts';

export interface ReadOptions {
  /** The title of a file that names none; that of the file, or what an importing person called it. */
  readonly untitled?: string;
  /** Where the file came from, as a whole address: links to files beside it are resolved against that. */
  readonly base?: string | null;
  /** Whether bullets and numbered items are topics where the file does not say it. */
  readonly bullets?: boolean;
}

/** What a file was read as. */
export interface Reading {
  readonly roadmap: Roadmap;
  /** All that should be known of the reading, in the order of the lines. */
  readonly remarks: readonly Remark[];
  readonly counts: Counts;
}

/** What there is in a file, however it is read. */
export interface Counts {
  /** Items of lists, and rows with marks. */
  readonly items: number;
  /** Those with a box or another mark. */
  readonly boxes: number;
  /** Those whose mark says that they are done. */
  readonly ticked: number;
  /** Bullets without a mark that would be topics if bullets were. */
  readonly bullets: number;
}

/**
 * Reads a roadmap from a Markdown checklist; `docs/roadmap-files.md` says what is read as what.
 * @throws RoadmapError only if it is no text or over the limits
 */
export function readRoadmap(markdown: string, options: ReadOptions = {}): Reading {
  const { roadmap, remarks, counts } = readWithMarks(markdown, options);
  return { roadmap, remarks, counts };
}

/** As `readRoadmap`, with the mark of each topic by its key, for writing. */
export function readWithMarks(
  markdown: string,
  options: ReadOptions = {},
): Reading & { marks: ReadonlyMap<string, Mark> } {
  return makeReading(openFile(markdown, options), options);
}

/** A file that was taken apart, and can be read one way or the other. */
export interface OpenFile {
  readonly blocks: readonly Block[];
  /** What of it is a topic in each reading. */
  readonly topics: Topics;
  readonly given: string | null;
  readonly remarks: readonly Remark[];
}

/** @throws RoadmapError only if it is no text or over the limits */
export function openFile(markdown: string, { base = null }: ReadOptions): OpenFile {
  checkSource(markdown);
  const source = splitLines(markdown);
  const front = frontMatter(source);
  const body = source.map((line, at) => (at < front.lines ? '\n' : line)).join('');
  const env: Env = {};
  const tokens = parser.parse(body.replace(/^\uFEFF/u, ''), env);
  checkTags(tokens);
  const usage = usageIn(
    tokens.flatMap(({ type, content }) => {
      if (type === 'inline') return [content];
      return type === 'html_block' ? [content.replace(/<(?!input\b)[^<>]*>/giu, '\n')] : [];
    }),
  );
  const remarks: Remark[] = [];
  const report = (line: number, finding: Finding): void => void remarks.push({ line, ...finding });
  const blocks = readBlocks(tokens, { source, env, addresses: { base }, usage, report });
  return { blocks, topics: topicsBeside(leftOut(blocks)), given: front.title, remarks };
}

/** Tags of HTML may stand on one line, so that the limit of lines does not hold them. */
function checkTags(tokens: readonly Token[]): void {
  let tags = 0;
  for (const { type, content, map } of tokens) {
    if (type === 'html_block') tags += content.split('<').length - 1;
    if (tags > LIMITS.tags) {
      throw new RoadmapError((map?.[0] ?? 0) + 1, { code: 'too-many-tags', limit: LIMITS.tags });
    }
  }
}

/** @throws RoadmapError if there are too many topics */
export function makeReading(
  { blocks, topics, given, remarks: before }: OpenFile,
  { untitled = 'Roadmap', bullets = false }: ReadOptions,
): Reading & { marks: ReadonlyMap<string, Mark> } {
  const remarks = [...before];
  const report = (line: number, finding: Finding): void => void remarks.push({ line, ...finding });
  const drafted = draft(blocks, bullets, topics, report);
  const { roadmap, marks } = assemble(drafted, { given, untitled }, report);

  const items = itemsIn(blocks);
  const marked = items.filter(({ mark }) => mark !== null);
  const counts = {
    items: items.length,
    boxes: marked.length,
    ticked: marked.filter(({ mark }) => mark?.state === 'done').length,
    bullets: drafted.bullets.length,
  };
  const [first] = drafted.bullets;
  if (first && counts.bullets > counts.boxes) {
    report(first.line, { code: 'bullets-left-out', boxes: counts.boxes, bullets: counts.bullets });
  } else if (marks.size === 0) report(1, { code: 'no-topics' });
  return { roadmap, remarks: remarks.toSorted((a, b) => a.line - b.line), counts, marks };
}

function itemsIn(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'fold') return itemsIn(block.blocks);
    return block.kind === 'list' ? block.items.flatMap((item) => [item, ...itemsIn(item.blocks)]) : [];
  });
}
