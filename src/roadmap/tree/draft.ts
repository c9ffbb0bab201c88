import type { Block, Headed, Heading, Item, Paragraph } from '../markdown/blocks.ts';
import { directiveIn } from './directives.ts';
import { paragraphs } from '../markdown/headline.ts';
import type { Mark } from '../markdown/marks/mark.ts';
import type { Report } from '../remark.ts';
import type { Resource } from '../roadmap.ts';
import { type Topics, bulletsBy, isBoldLine, survey } from './survey.ts';
import { type PlacedLink, type Text, isVisible, noText } from '../markdown/text.ts';
import { type Title, titleOf } from './title.ts';

/** A section of the file's tree, before directives, keys and kinds are read. */
export interface SectionDraft extends Draft {
  readonly sections: SectionDraft[];
}

export interface TopicDraft extends Draft {
  /** Its mark, or the mark that it would have. */
  readonly mark: Mark;
}

interface Draft {
  readonly title: Title;
  readonly line: number;
  readonly comments: readonly string[];
  readonly notes: string[];
  readonly resources: Resource[];
  /** Links that cannot be used. They are reported if this piece is kept. */
  readonly unusable: PlacedLink[];
  readonly topics: TopicDraft[];
}

type Holder = SectionDraft | TopicDraft;

/** A place that the next blocks may belong to. */
interface Level {
  /** 0 for the whole file, 1 to 6 for headings, 7 for bold lines, 8 for labels. */
  readonly rank: number;
  readonly holder: Holder;
}
const BOLD = 7;
const LABEL = 8;
/** How many items are laid between two yields. */
const STEP = 200;
/** A label may have a blank line after it if it ends with a colon and is no longer than this. */
const LONGEST_LABEL = 120;
/** The most blank lines between a label and its list. A block of code takes more. */
const FARTHEST_LABEL = 2;

/** The tree of a file. */
export interface WholeDraft {
  /** The section that holds the whole file, under its title. */
  readonly whole: SectionDraft;
  /** Whether the title comes from a heading. */
  readonly isTitled: boolean;
  /** Bullets that the other reading would make topics. */
  readonly bullets: readonly Item[];
}

/**
 * Builds the tree of a file's blocks, and yields every few milliseconds. The title is the first heading of level 1 that
 * has topics under it, wherever it stands.
 * @param bullets whether bullets are topics if the file does not say so
 */
export function* draft(
  blocks: readonly Block[],
  bullets: boolean,
  topics: Topics,
  report: Report,
): Generator<void, WholeDraft> {
  const first = blocks.findIndex(({ kind }) => kind !== 'comment');
  const leading = blocks
    .slice(0, Math.max(0, first))
    .flatMap((block) => (block.kind === 'comment' ? block.comments : []));
  const isBullets = bulletsBy(leading, bullets);
  const rest = blocks.slice(Math.max(0, first));
  const title = findTitle(rest, isBullets, topics);
  const comments = [...leading, ...(title?.title.comments ?? [])];
  const whole = newSection(title ?? { title: noText(1), notes: [], line: 1 }, comments);
  const drafter = new Drafter(topics, report, title);
  yield;
  yield* drafter.lay(whole, rest, bulletsBy(comments, bullets));
  return { whole, isTitled: title !== null, bullets: drafter.bullets };
}

/**
 * Finds the heading with the title. If no heading of level 1 has topics under it, the first heading is the title if the
 * second one has a higher rank. The author then wrote the title too small.
 */
function findTitle(blocks: readonly Block[], bullets: boolean, topics: Topics): Heading | null {
  const { hasTopics, bullets: modes } = survey(blocks, bullets, topics);
  const isEmpty = !blocks.some((block, at) => topics.isIn(block, modes[at] ?? bullets, false));
  const headings = blocks.flatMap((block, at) =>
    block.kind === 'heading' ? [{ heading: block, isOver: isEmpty || hasTopics[at] === true }] : [],
  );
  const canBe = ({ heading, isOver }: (typeof headings)[number]): boolean =>
    isOver && titleOf(heading.title) !== null;
  const first = headings.find((one) => one.heading.level === 1 && canBe(one));
  if (first) return first.heading;
  const [small, next] = headings;
  return small && next && next.heading.level < small.heading.level && canBe(small) ? small.heading : null;
}

class Drafter {
  readonly bullets: Item[] = [];
  readonly #topics: Topics;
  readonly #report: Report;
  readonly #title: Heading | null;
  #items = 0;

  constructor(topics: Topics, report: Report, title: Heading | null) {
    this.#topics = topics;
    this.#report = report;
    this.#title = title;
  }

  /** Puts blocks in their place. A block that names topics opens a section for them, and other text becomes a note. */
  *lay(holder: Holder, blocks: readonly Block[], bullets: boolean): Generator<void, void> {
    const { bullets: modes, hasTopics } = survey(blocks, bullets, this.#topics);
    const levels: Level[] = [{ rank: 0, holder }];
    const upTo = (rank: number): Holder => {
      while ((levels.at(-1)?.rank ?? 0) >= rank) levels.pop();
      return levels.at(-1)?.holder ?? holder;
    };
    const open = (rank: number, opened: Holder): void => {
      levels.push({ rank, holder: opened });
    };

    for (const [at, block] of blocks.entries()) {
      const isBullets = modes[at] ?? bullets;
      if (block.kind === 'heading') {
        const above = upTo(block.level);
        open(
          block.level,
          block === this.#title ? holder : this.#heading(above, block, hasTopics[at] ?? false),
        );
      } else if (block.kind === 'list') {
        for (const item of block.items) yield* this.#item(levels.at(-1)?.holder ?? holder, item, isBullets);
      } else if (block.kind === 'fold') {
        const above = upTo(LABEL);
        const inner = this.#topics.isIn(block, isBullets, false);
        const own = inner ? this.#section(above, block) : above;
        if (!inner) note(above, block.title);
        yield* this.lay(own, block.blocks, bulletsBy(block.title.comments, isBullets));
      } else if (block.kind === 'comment') {
        this.#misplaced(block.comments, block.line);
      } else if (isBoldLine(block) && hasTopics[at]) {
        open(BOLD, this.#section(upTo(BOLD), labelOf(block)));
      } else if (this.#isLabel(block, blocks[at + 1], isBullets)) {
        open(LABEL, this.#section(upTo(LABEL), labelOf(block)));
      } else if (!this.#isNoise(block, blocks[at + 1])) {
        const above = upTo(LABEL);
        for (const text of paragraphs(block.lines)) this.#note(above, text);
      }
    }
  }

  /** Opens a section for a heading. A heading with a box and without topics below it becomes a topic. */
  #heading(above: Holder, heading: Heading, hasTopics: boolean): Holder {
    if (!heading.mark || hasTopics) return this.#section(above, heading);
    return this.#topic(above, heading, heading.mark) ?? above;
  }

  /** Opens a section if there is a title for it. Topics have no sections inside, so there the title becomes a note. */
  #section(above: Holder, headed: Headed & { line: number }): Holder {
    if (!('sections' in above)) {
      note(above, headed.title);
      return above;
    }
    if (!titleOf(headed.title)) {
      if (isHeading(headed)) this.#report(headed.line, { code: 'untitled-section' });
      return above;
    }
    const section = newSection(headed, headed.title.comments);
    above.sections.push(section);
    return section;
  }

  *#item(holder: Holder, item: Item, bullets: boolean): Generator<void, void> {
    this.#items += 1;
    if (this.#items % STEP === 0) yield;
    const isNested = !('sections' in holder);
    const mark = item.mark ?? (this.#topics.isTopic(item, bullets, isNested) ? item.blank : null);
    if (mark) yield* this.lay(this.#topic(holder, item, mark) ?? holder, item.blocks, bullets);
    else {
      if (this.#topics.isTopic(item, true, isNested)) this.bullets.push(item);
      if (item.blocks.some((block) => this.#topics.isIn(block, bullets, true))) {
        yield* this.lay(this.#section(holder, item), item.blocks, bullets);
      } else {
        for (const inner of itemsIn(item.blocks)) {
          if (this.#topics.isTopic(inner, true, true)) this.bullets.push(inner);
        }
        if (isNested || !this.#topics.isLeftOut(item)) this.#aside(holder, item);
      }
    }
  }

  /** @returns null if there is no title for it; this is reported */
  #topic(holder: Holder, headed: Headed & { line: number; from?: string }, mark: Mark): TopicDraft | null {
    const title = titleOf(headed.title);
    if (!title) {
      const empty = headed.from === 'row' ? 'row-without-text' : 'empty-box';
      this.#report(headed.line, { code: headed.title.hasPicture ? 'picture-alone' : empty });
      return null;
    }
    const topic: TopicDraft = { ...newDraft(headed, title, headed.title.comments), mark };
    holder.topics.push(topic);
    return topic;
  }

  /** Makes one note of a plain bullet and everything in it. */
  #aside(holder: Holder, item: Item): void {
    const texts = [item.title, ...item.notes, ...textsIn(item.blocks)];
    for (const text of texts) addLinks(holder, text);
    for (const text of texts) this.#misplaced(text.comments, text.line);
    const lines = linesIn(item);
    if (lines.length > 0) holder.notes.push(lines.join('\n'));
  }

  #note(holder: Holder, text: Text): void {
    note(holder, text);
    this.#misplaced(text.comments, text.line);
  }

  /**
   * Whether a line names the topics of the list after it. It does so right above the list, or across a blank line if it
   * ends with a colon.
   */
  #isLabel(block: Paragraph, next: Block | undefined, bullets: boolean): boolean {
    const [line, ...others] = block.lines;
    if (!line || others.length > 0 || next?.kind !== 'list') return false;
    if (!this.#topics.isIn(next, bullets, false)) return false;
    if (block.end === next.line && block.end === block.line + 1) return true;
    // Blocks of code are left out. A label further up names the code and not the list behind it.
    if (next.line - block.end > FARTHEST_LABEL) return false;
    return /[:：]$/u.test(line.plain) && line.plain.length <= LONGEST_LABEL;
  }

  /**
   * Whether a paragraph is of no use: the placeholder of a table of contents, a footnote, or the name of a list from
   * which nothing is taken.
   */
  #isNoise({ lines }: Paragraph, next: Block | undefined): boolean {
    const [line, ...others] = lines;
    if (!line || /^(?:\[?\[_?toc_?\]\]?|@\[toc\]|\{:toc\}|\$\{toc\}|\[\^[^[\]]+\]:.*)$/iu.test(line.plain))
      return true;
    const isLabel = others.length === 0 && /[:：]$/u.test(line.plain);
    return isLabel && next?.kind === 'list' && next.items.every((item) => this.#topics.isLeftOut(item));
  }

  #misplaced(comments: readonly string[], line: number): void {
    for (const comment of comments) {
      const directive = directiveIn(comment);
      if (directive !== null) this.#report(line, { code: 'misplaced-directive', directive });
    }
  }
}

function newSection(headed: Headed & { line: number }, comments: readonly string[]): SectionDraft {
  return {
    ...newDraft(headed, titleOf(headed.title) ?? { title: '', whole: null }, comments),
    sections: [],
  };
}

function newDraft(
  { title: text, notes, line }: Headed & { line: number },
  title: Title,
  comments: readonly string[],
): Draft {
  const made: Draft = { title, line, comments, notes: [], resources: [], unusable: [], topics: [] };
  if (title.whole !== null) made.notes.push(title.whole);
  addLinks(made, text);
  for (const one of notes) note(made, one);
  return made;
}

function isHeading(headed: object): boolean {
  return 'kind' in headed && headed.kind === 'heading';
}

function labelOf({ lines, line }: Paragraph): Headed & { line: number } {
  return { title: lines[0] ?? noText(line), notes: [], line };
}

function note(holder: Draft, text: Text): void {
  addLinks(holder, text);
  if (!text.onlyLinks && isVisible(text.plain)) holder.notes.push(text.plain);
}

function addLinks(holder: Draft, text: Text): void {
  holder.resources.push(...text.resources);
  holder.unusable.push(...text.unusable);
}

/** The lines of a note. Nested items keep their bullets. */
function linesIn(item: Item): readonly string[] {
  const own = [item.title, ...item.notes].flatMap((text) => visibleText(text));
  const inner = item.blocks.flatMap(linesOfBlock);
  return [...own, ...inner];
}

function linesOfBlock(block: Block): readonly string[] {
  if (block.kind === 'list') {
    return block.items.flatMap((item) =>
      linesIn(item).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`)),
    );
  }
  if (block.kind === 'fold') return [...visibleText(block.title), ...block.blocks.flatMap(linesOfBlock)];
  if (block.kind === 'heading') return visibleText(block.title);
  return block.kind === 'paragraph' ? paragraphs(block.lines).flatMap(visibleText) : [];
}

function visibleText(text: Text): readonly string[] {
  return text.onlyLinks || !isVisible(text.plain) ? [] : [text.plain];
}

function textsIn(blocks: readonly Block[]): readonly Text[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list')
      return block.items.flatMap((item) => [item.title, ...item.notes, ...textsIn(item.blocks)]);
    if (block.kind === 'fold') return [block.title, ...textsIn(block.blocks)];
    if (block.kind === 'heading') return [block.title, ...block.notes];
    return block.kind === 'paragraph' ? block.lines : [];
  });
}

function itemsIn(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'fold') return itemsIn(block.blocks);
    return block.kind === 'list' ? block.items.flatMap((item) => [item, ...itemsIn(item.blocks)]) : [];
  });
}
