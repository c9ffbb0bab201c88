import type { Section } from '../roadmap.ts';
import { withDirective } from './directive.ts';
import { bare, type EditedFile } from './open.ts';
import { allOf, sectionLines } from './section-lines.ts';
import { replaced, spliced, type Ways } from './splice.ts';
import { SPELLINGS } from './typed.ts';

/** Where to put a section: beside or in another one. Null: at the end of the file. */
export type SectionAnchor = {
  readonly in: 'section' | 'before' | 'behind';
  readonly section: Section;
} | null;

/**
 * Changes the title of a section in its place. If something in the file names the section by its key, the key is
 * declared as well.
 */
export function* retitleSection(file: EditedFile, section: Section, title: string): Ways {
  const at = section.line - 1;
  const line = bare(file.lines[at]);
  const written = SPELLINGS.flatMap((spell) =>
    [section.title, ...SPELLINGS.map((one) => one(section.title))].flatMap((old) => {
      const from = old === '' ? -1 : line.indexOf(old);
      return from === -1 ? [] : [line.slice(0, from) + spell(title) + line.slice(from + old.length)];
    }),
  );
  for (const one of new Set(written)) yield replaced(file, at, 1, [one]);
  for (const one of new Set(written)) {
    for (const lines of withDirective([one], 'id', section.key)) yield replaced(file, at, 1, lines);
  }
}

/** Adds a section with its first topics to a file. */
export function* addSection(
  file: EditedFile,
  anchor: SectionAnchor,
  title: string,
  titles: readonly string[],
): Ways {
  const { at, level, isHeading } = spotOf(file, anchor);
  for (const spell of SPELLINGS) {
    const forms = formsOf(spell(title), level);
    for (const head of isHeading ? forms : forms.toReversed()) {
      for (const box of ['- [ ] ', '- ']) {
        const lines = [head, '', ...titles.map((one) => box + spell(one))];
        yield spliced(file, { at, lines: apart(file, at, lines) });
      }
    }
  }
}

/** Moves a section with everything under it, and gives its headings the levels that they need there. */
export function* moveSection(file: EditedFile, section: Section, anchor: SectionAnchor): Ways {
  const { at, level } = spotOf(file, anchor);
  const own = sectionLines(file, section);
  const block = file.lines.slice(own.first, own.end).map(bare);
  const ways = [relevelled(file, own.first, block, own.isHeading ? level - own.level : 0)];
  if (!own.isHeading) {
    for (const spell of SPELLINGS)
      ways.push([`${'#'.repeat(level)} ${spell(section.title)}`, '', ...block.slice(1)]);
  }
  for (const lines of ways) {
    for (const left of leftOf(file, own)) {
      yield spliced(file, { at, lines: apart(file, at, lines) }, { from: own.first, to: own.gapEnd, left });
    }
  }
}

/** Removes a section with everything under it. */
export function* removeSection(file: EditedFile, section: Section): Ways {
  const own = sectionLines(file, section);
  for (const left of leftOf(file, own)) {
    yield spliced(file, null, { from: own.first, to: own.gapEnd, left });
  }
}

interface Spot {
  /** The line before which the section goes. */
  readonly at: number;
  readonly level: number;
  /** Whether sections have headings there. */
  readonly isHeading: boolean;
}

function spotOf(file: EditedFile, anchor: SectionAnchor): Spot {
  if (anchor === null) {
    const last = file.roadmap.sections.at(-1);
    if (last !== undefined) return spotOf(file, { in: 'behind', section: last });
    const [title] = file.headings.values();
    return { at: file.lines.length, level: Math.min(6, (title?.level ?? 1) + 1), isHeading: true };
  }
  const { section } = anchor;
  const { first, end, level, isHeading } = sectionLines(file, section);
  if (anchor.in === 'before') return { at: first, level, isHeading };
  if (anchor.in === 'behind') return { at: end, level, isHeading };
  const inner = section.sections.map((one) => sectionLines(file, one)).find((one) => one.isHeading);
  return { at: end, level: inner?.level ?? Math.min(6, level + 1), isHeading };
}

/** The ways to write a section's title, the most natural one first. */
function formsOf(title: string, level: number): readonly string[] {
  return [`${'#'.repeat(level)} ${title}`, `**${title}**`, `${title}:`];
}

/** The lines with a blank line before and after them, where there is none. */
function apart(file: EditedFile, at: number, lines: readonly string[]): readonly string[] {
  const isBlank = (line: number): boolean => bare(file.lines[line]).trim() === '';
  return [...(isBlank(at - 1) ? [] : ['']), ...lines, ...(isBlank(at) ? [] : [''])];
}

/** What stays in the place of a section: nothing, or the link definitions that the rest of the file uses. */
function leftOf(
  file: EditedFile,
  { first, end }: { readonly first: number; readonly end: number },
): readonly (readonly string[])[] {
  const definitions = file.lines
    .slice(first, end)
    .map(bare)
    .filter((line) => /^ {0,3}\[[^\]]+\]:\s*\S/u.test(line));
  return [[], [''], ...(definitions.length === 0 ? [] : [[...definitions, '']])];
}

/** The lines of a section with its headings some levels deeper or higher. `first`: the number of the first line. */
function relevelled(
  file: EditedFile,
  first: number,
  block: readonly string[],
  by: number,
): readonly string[] {
  if (by === 0) return block;
  const sections = new Set(allOf(file.roadmap.sections).map(({ line }) => line - 1));
  const lines: string[] = [];
  for (let at = 0; at < block.length; at += 1) {
    const line = block[at] ?? '';
    const heading = file.headings.get(first + at);
    if (heading === undefined) {
      const isHtml = sections.has(first + at);
      lines.push(
        isHtml ? line.replace(/(<\/?h)([1-6])\b/giu, (_, tag, level) => `${tag}${Number(level) + by}`) : line,
      );
      continue;
    }
    const marks = '#'.repeat(Math.max(1, heading.level + by));
    const hashes = /^ {0,3}#+/u.exec(line)?.[0];
    if (hashes !== undefined) lines.push(marks + line.slice(hashes.length));
    else {
      const length = heading.end - heading.first;
      const title = block.slice(at, at + length - 1).map((one) => one.trim());
      lines.push(`${marks} ${title.join(' ')}`);
      at += length - 1;
    }
  }
  return lines;
}
