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
  // The sections that the next block stands in, the innermost last.
  const around: { level: number; section: SectionDraft }[] = [{ level: 0, section: whole }];

  for (const [at, block] of blocks.entries()) {
    if (block === title) continue;
    if (block.kind === 'heading') {
      while ((around.at(-1)?.level ?? 0) >= block.level) around.pop();
      const section = newSection(block.text, block.line);
      (around.at(-1)?.section ?? whole).sections.push(section);
      around.push({ level: block.level, section });
    } else {
      place(around.at(-1)?.section ?? whole, block, blocks[at - 1], blocks[at + 1]);
    }
  }
  return whole;
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

/** Puts a block where it belongs: a checklist's label opens a section, other text is a note. */
function place(holder: SectionDraft | TopicDraft, block: Block, before?: Block, after?: Block): void {
  if (block.kind === 'list') {
    const inside = before && isLabel(before, block) ? openSection(holder, before) : holder;
    for (const item of block.items) placeItem(inside, item);
  } else if (!after || !isLabel(block, after)) {
    note(holder, block.text.resources, block.text.onlyLinks ? '' : block.text.plain);
  }
}

function placeAll(holder: SectionDraft | TopicDraft, blocks: readonly Block[]): void {
  for (const [at, block] of blocks.entries()) place(holder, block, blocks[at - 1], blocks[at + 1]);
}

function placeItem(holder: SectionDraft | TopicDraft, { task, blocks }: Item): void {
  const [first, ...rest] = blocks;
  if (task) {
    const topic: TopicDraft = { ...task, notes: [], resources: [...task.text.resources], topics: [] };
    holder.topics.push(topic);
    placeAll(topic, blocks);
  } else if (!hasTasks(blocks)) {
    note(holder, resourcesIn(blocks), linesIn(blocks).join('\n'));
  } else if (first && first.kind !== 'list') {
    placeAll(openSection(holder, first), rest);
  } else {
    placeAll(holder, blocks);
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
