import { OWN_SECTION, type Section } from '../roadmap.ts';
import { bare, type EditedFile } from './open.ts';

/** The lines of a section with everything under it. Counted from 0; an end is the line after the last. */
export interface SectionLines {
  readonly first: number;
  /** The end without the blank lines after it. */
  readonly end: number;
  /** The end of the blank lines after it. */
  readonly gapEnd: number;
  /** The level of its heading, or the level that a heading in its place would have; 1 to 6. */
  readonly level: number;
  /** Whether it has a heading, and not a label. */
  readonly isHeading: boolean;
}

/**
 * Finds the lines of a section. It ends at the next heading that is not below it, or at the next label or section.
 */
export function sectionLines(file: EditedFile, section: Section): SectionLines {
  const top = section.line - 1;
  const heading = section.key === OWN_SECTION ? undefined : file.headings.get(top);
  const isHeading = heading !== undefined;
  const { first, after } = isHeading
    ? { first: top, after: nextHeading(file, top, heading.level) }
    : loose(file, section);
  let end = after;
  while (end > first + 1 && isBlank(file.lines[end - 1])) end -= 1;
  let gapEnd = end;
  while (gapEnd < file.lines.length && isBlank(file.lines[gapEnd])) gapEnd += 1;
  return { first, end, gapEnd, level: heading?.level ?? levelAt(file, top), isHeading };
}

/** The lines of a section under a label or an item without a box, in a fold, or right under the title of the file. */
function loose(file: EditedFile, section: Section): { readonly first: number; readonly after: number } {
  const top = section.line - 1;
  const item = section.key === OWN_SECTION ? undefined : file.items.get(top);
  if (item !== undefined) return { first: top, after: item.end };
  const fold = foldAround(file, top);
  if (fold !== null) return fold;
  const own = new Set(allOf([section]));
  const next = allOf(file.roadmap.sections)
    .filter((one) => !own.has(one) && one.line - 1 > top)
    .map(({ line }) => line - 1);
  return { first: top, after: Math.min(nextHeading(file, top, 6), ...next) };
}

/** The HTML fold whose summary is on a line, or on the line after its beginning. */
function foldAround(
  { lines }: EditedFile,
  at: number,
): { readonly first: number; readonly after: number } | null {
  const first = [at, at - 1].find((line) => /<details\b/iu.test(lines[line] ?? ''));
  if (first === undefined) return null;
  let depth = 0;
  for (let line = first; line < lines.length; line += 1) {
    for (const [tag] of (lines[line] ?? '').matchAll(/<\/?details\b/giu))
      depth += tag.startsWith('</') ? -1 : 1;
    if (depth <= 0) return { first, after: line + 1 };
  }
  return null;
}

/** The first line of the next heading of this level or above; the end of the file if there is none. */
function nextHeading({ headings, lines }: EditedFile, from: number, level: number): number {
  for (const next of headings.values()) if (next.first > from && next.level <= level) return next.first;
  return lines.length;
}

/** The level of a heading right below the last heading before a line. */
function levelAt({ headings }: EditedFile, line: number): number {
  const above = [...headings.values()].findLast(({ first }) => first < line);
  return Math.min(6, (above?.level ?? 1) + 1);
}

function isBlank(line: string | undefined): boolean {
  return bare(line).trim() === '';
}

/** Some sections with all sections in them, in file order. */
export function allOf(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...allOf(section.sections)]);
}
