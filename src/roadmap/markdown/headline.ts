import type { Headed } from './blocks.ts';
import { type Text, isWord, joinLines } from './text.ts';

/** A wrapped line is nearly full; with the addresses of its links, which are written and not shown. */
const NEARLY_FULL = 60;

/** What Logseq keeps of a block, on lines of its own: `collapsed:: true`. */
const PROPERTY = /^[a-z][\w-]*:: /u;

/**
 * Parts a title from what goes on below it: the first line is the title, and a further line or a `<br>` begins a note.
 * A sentence that an editor wrapped is one title, and a line of nothing but signs takes the next one with it.
 */
export function headline(all: readonly Text[]): Headed {
  const lines = all.filter(({ plain }, at) => at === 0 || !PROPERTY.test(plain));
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

/** Lines as paragraphs: they go on until a break that was meant. */
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
