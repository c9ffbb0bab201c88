import type { Headed } from './blocks.ts';
import { type Text, isWord, joinLines } from './text.ts';

/** An editor wraps a line only when it is nearly full, in characters. The addresses of its links count as well. */
const NEARLY_FULL = 60;

/** A line in which Logseq keeps a property of a block: `collapsed:: true`. */
const PROPERTY = /^[a-z][\w-]*:: /u;

/**
 * Splits a title from the notes below it. The first line is the title, and each further line or `<br>` begins a note. A
 * sentence that an editor wrapped stays one title. A first line of signs alone is joined with the next line.
 */
export function headline(all: readonly Text[]): Headed {
  const lines = withoutDrawers(all.filter(({ plain }, at) => at === 0 || !PROPERTY.test(plain)));
  let end = 1;
  let hasWords = isWord(lines[0]?.plain ?? '');
  for (let next = lines[end]; next; next = lines[end]) {
    const here = lines[end - 1];
    if (hasWords && !(here && isWrapped(here, next))) break;
    hasWords ||= isWord(next.plain);
    end += 1;
  }
  const title = joinLines(lines.slice(0, end));
  const comments = all.flatMap((line) => line.comments);
  return { title: { ...title, comments }, notes: paragraphs(lines.slice(end)) };
}

/** Leaves out the drawers in which Logseq keeps when somebody worked: from `:LOGBOOK:` to `:END:`. */
function withoutDrawers(lines: readonly Text[]): readonly Text[] {
  const left: Text[] = [];
  let isInside = false;
  for (const [at, line] of lines.entries()) {
    isInside ||= at > 0 && line.plain === ':LOGBOOK:';
    if (!isInside) left.push(line);
    if (line.plain === ':END:') isInside = false;
  }
  return left;
}

/** Joins lines to paragraphs. A paragraph ends where the author meant a break. */
export function paragraphs(lines: readonly Text[]): readonly Text[] {
  const groups: Text[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (!group || line.afterBreak) groups.push([line]);
    else group.push(line);
  }
  return groups.map(joinLines);
}

function isWrapped(line: Text, next: Text): boolean {
  const length = line.links.reduce((sum, link) => sum + link.length, line.plain.length);
  const goesOn = !/[.!?:;。！？：]$/u.test(line.plain) && /^[\p{Ll}\p{N}(]/u.test(next.plain);
  return length >= NEARLY_FULL && !next.afterBreak && goesOn;
}
