import type { Block, Heading, Item, Paragraph } from './blocks.ts';
import type { Resource } from './roadmap.ts';
import type { Text } from './text.ts';

/** A roadmap on its way: the file's tree, before directives, keys and kinds. */
export interface SectionDraft extends TopicsDraft {
  readonly sections: SectionDraft[];
}

export interface TopicDraft extends TopicsDraft {
  readonly ticked: boolean;
}

interface TopicsDraft {
  readonly text: Text;
  readonly line: number;
  readonly notes: string[];
  readonly resources: Resource[];
  readonly topics: TopicDraft[];
}

/**
 * Builds the tree of a file's blocks. The first heading is the title of the whole, unless another heading stands
 * beside it: it is the title if all later headings are below it, or the next one is above it.
 * @returns the whole as one section, whose text is the title (empty if there is none)
 */
export function draft(blocks: readonly Block[]): SectionDraft {
  const title = findTitle(blocks);
  const whole = newSection(title?.text ?? NO_TEXT, title?.line ?? 1);
  // The headings that the next one may stand under, the innermost last.
  const around: Part[] = [];
  for (const part of split(whole, blocks, title)) {
    while ((around.at(-1)?.level ?? -1) >= part.level) around.pop();
    around.at(-1)?.section.sections.push(part.section);
    around.push(part);
    node(part.section, part.under);
  }
  return whole;
}

/** A heading, 1 to 6, with all up to the next one. The whole is at level 0. */
interface Part {
  readonly level: number;
  readonly section: SectionDraft;
  readonly under: Block[];
}

function split(whole: SectionDraft, blocks: readonly Block[], title: Heading | null): readonly Part[] {
  let part: Part = { level: 0, section: whole, under: [] };
  const parts = [part];
  for (const block of blocks) {
    if (block === title) continue;
    if (block.kind === 'heading') {
      part = { level: block.level, section: newSection(block.text, block.line), under: [] };
      parts.push(part);
    } else {
      part.under.push(block);
    }
  }
  return parts;
}

const NO_TEXT: Text = { plain: '', onlyLinks: false, resources: [], comments: [] };

function newSection(text: Text, line: number): SectionDraft {
  return { text, line, notes: [], resources: [...text.resources], topics: [], sections: [] };
}

function findTitle(blocks: readonly Block[]): Heading | null {
  const [first, second, ...further] = blocks.filter((block) => block.kind === 'heading');
  if (!first || hasTasks(blocks.slice(0, blocks.indexOf(first)))) return null;
  if (!second || second.level < first.level) return first;
  return [second, ...further].every((heading) => heading.level > first.level) ? first : null;
}

/** Puts blocks where they belong: what labels a checklist opens a section for it, other text is a note. */
function node(holder: SectionDraft | TopicDraft, blocks: readonly Block[]): void {
  // A list may be followed by another, with other bullets: readers see one list, so the label is for both.
  let labelled = holder;
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    if (block.kind === 'list') {
      for (const item of block.items) placeItem(labelled, item);
    } else if (next && isLabel(block, next)) {
      labelled = openSection(holder, block);
    } else {
      labelled = holder;
      note(holder, block.text.resources, block.text.onlyLinks ? '' : block.text.plain);
    }
  }
}

function placeItem(holder: SectionDraft | TopicDraft, { task, blocks }: Item): void {
  const [first, ...rest] = blocks;
  if (task) {
    const topic: TopicDraft = { ...task, notes: [], resources: [...task.text.resources], topics: [] };
    holder.topics.push(topic);
    node(topic, blocks);
  } else if (!hasTasks(blocks)) {
    note(holder, resourcesIn(blocks), linesIn(blocks).join('\n'));
  } else if (first && first.kind !== 'list') {
    node(openSection(holder, first), rest);
  } else {
    node(holder, blocks);
  }
}

/** A line directly above a checklist, without a blank line between them, names it. */
function isLabel(block: Block, next: Block): block is Paragraph {
  if (block.kind !== 'paragraph' || next.kind !== 'list' || !next.items.some((item) => item.task))
    return false;
  return block.end === block.line + 1 && block.end === next.line;
}

/** Sections do not stand inside topics: there, what would name one is a note. */
function openSection(
  holder: SectionDraft | TopicDraft,
  label: Heading | Paragraph,
): SectionDraft | TopicDraft {
  if ('sections' in holder) {
    const section = newSection(label.text, label.line);
    holder.sections.push(section);
    return section;
  }
  note(holder, label.text.resources, label.text.plain);
  return holder;
}

function note(holder: TopicsDraft, resources: readonly Resource[], text: string): void {
  holder.resources.push(...resources);
  if (text !== '') holder.notes.push(text);
}

function hasTasks(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'list' && block.items.some((item) => item.task !== null || hasTasks(item.blocks)),
  );
}

function resourcesIn(blocks: readonly Block[]): readonly Resource[] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap((item) => resourcesIn(item.blocks)) : block.text.resources,
  );
}

/** The lines of a note; what is nested in it keeps its bullets. */
function linesIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'list') return block.text.onlyLinks || !block.text.plain ? [] : [block.text.plain];
    return block.items.flatMap((item) =>
      linesIn(item.blocks).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`)),
    );
  });
}
