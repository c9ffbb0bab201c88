import type { Env, Token } from 'markdown-it';
import { assemble } from './tree/assemble.ts';
import type { Block, Item } from './markdown/blocks.ts';
import { draft } from './tree/draft.ts';
import { frontMatter } from './markdown/front-matter.ts';
import { leftOut } from './tree/left-out.ts';
import type { Mark } from './markdown/marks/mark.ts';
import { usageIn } from './markdown/marks/style.ts';
import { atOnce, inTurns } from './in-turns.ts';
import { readBlocks } from './markdown/parse.ts';
import { tokensInSteps } from './markdown/tokens.ts';
import type { Finding, Remark } from './remark.ts';
import type { Roadmap } from './roadmap.ts';
import { LIMITS, RoadmapError } from './roadmap-error.ts';
import { checkSource, splitLines } from './source.ts';
import { type Topics, topicsBeside } from './tree/survey.ts';

export interface ReadOptions {
  /** The title that the importing person typed. It is used instead of any that the file names. */
  readonly title?: string;
  /** The title for a file that names none, such as the name of the file. */
  readonly untitled?: string;
  /** The whole address that the file came from. Links to neighbouring files are resolved against it. */
  readonly base?: string | null;
  /** Whether bullets and numbered items are topics if the file does not say so. */
  readonly bullets?: boolean;
}

/** A roadmap that was read from a file, with remarks on the reading. */
export interface Reading {
  readonly roadmap: Roadmap;
  /** Everything that the person should know about the reading, in the order of the lines. */
  readonly remarks: readonly Remark[];
  readonly counts: Counts;
}

/** The contents of a file in numbers. They are the same for both readings. */
export interface Counts {
  /** Items of lists, and marked rows. */
  readonly items: number;
  /** Items with a box or another mark. */
  readonly boxes: number;
  /** Items whose mark says that they are done. */
  readonly ticked: number;
  /** Unmarked bullets that the other reading would make topics. */
  readonly bullets: number;
}

/**
 * Reads a roadmap from a Markdown checklist. `docs/roadmap-files.md` describes how each part is read.
 * @throws RoadmapError only if it is no text or over the limits
 */
export function readRoadmap(markdown: string, options: ReadOptions = {}): Reading {
  const { roadmap, remarks, counts } = readWithMarks(markdown, options);
  return { roadmap, remarks, counts };
}

/** Does the same as `readRoadmap`, but lets other work of the process run every few milliseconds. */
export async function readInTurns(markdown: string, options: ReadOptions = {}): Promise<Reading> {
  const { roadmap, remarks, counts } = await inTurns(readInSteps(markdown, options));
  return { roadmap, remarks, counts };
}

/** A reading with the mark of each topic by its key, for writing. */
export interface ReadingWithMarks extends Reading {
  readonly marks: ReadonlyMap<string, Mark>;
  /** The blocks of Markdown, in which an edit finds its place. */
  readonly tokens: readonly Token[];
}

/** Does the same as `readRoadmap`, and also gives the marks. */
export function readWithMarks(markdown: string, options: ReadOptions = {}): ReadingWithMarks {
  return atOnce(readInSteps(markdown, options));
}

/** Does the same as `readWithMarks`, and yields every few milliseconds: 5,000 topics take half a second. */
export function* readInSteps(markdown: string, options: ReadOptions = {}): Generator<void, ReadingWithMarks> {
  const file = yield* openInSteps(markdown, options);
  return yield* makeReading(file, options);
}

/** A file in blocks, ready for either reading. */
export interface OpenFile {
  readonly blocks: readonly Block[];
  /** Decides what is a topic in each reading. */
  readonly topics: Topics;
  readonly given: string | null;
  /** Whether bullets are topics, if the file says so at its top. */
  readonly bullets: boolean | null;
  readonly remarks: readonly Remark[];
  readonly tokens: readonly Token[];
}

/** @throws RoadmapError only if it is no text or over the limits */
export function* openInSteps(markdown: string, options: ReadOptions): Generator<void, OpenFile> {
  checkSource(markdown);
  const source = splitLines(markdown);
  const front = frontMatter(source);
  const base = options.base ?? front.base;
  const body = source.map((line, at) => (at < front.lines ? '\n' : line)).join('');
  const env: Env = {};
  yield;
  const tokens = yield* tokensInSteps(body.replace(/^\uFEFF/u, ''), env);
  checkTags(tokens);
  yield;
  const usage = usageIn(
    tokens.flatMap(({ type, content }) => {
      if (type === 'inline') return [content];
      return type === 'html_block' ? [content.replace(/<(?!input\b)[^<>]*>/giu, '\n')] : [];
    }),
  );
  const remarks: Remark[] = [];
  const report = (line: number, finding: Finding): void => void remarks.push({ line, ...finding });
  yield;
  const blocks = yield* readBlocks(tokens, { source, env, addresses: { base }, usage, report });
  yield;
  const { title: given, bullets } = front;
  const topics = topicsBeside(leftOut(blocks));
  yield;
  return { blocks, topics, given, bullets, remarks, tokens };
}

/** Limits the HTML tags. They may all stand on one line, so the limit of lines does not limit them. */
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
export function* makeReading(
  { blocks, topics, given, bullets: said, remarks: before, tokens }: OpenFile,
  { title, untitled = 'Roadmap', bullets = false }: ReadOptions,
): Generator<void, ReadingWithMarks> {
  const remarks = [...before];
  const report = (line: number, finding: Finding): void => void remarks.push({ line, ...finding });
  const drafted = yield* draft(blocks, said ?? bullets, topics, report);
  yield;
  const { roadmap, marks } = yield* assemble(drafted, { given: title ?? given, untitled }, report);

  yield;
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
  return { roadmap, remarks: remarks.toSorted((a, b) => a.line - b.line), counts, marks, tokens };
}

function itemsIn(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'fold') return itemsIn(block.blocks);
    return block.kind === 'list' ? block.items.flatMap((item) => [item, ...itemsIn(item.blocks)]) : [];
  });
}
