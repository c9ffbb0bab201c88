import { bare, type EditedFile } from './open.ts';

/** What the lines of a file may become. An edit is tried in several ways, and the first that reads as planned is taken. */
export type Ways = Iterable<readonly string[]>;

/** Lines with another indentation; those between them stay as far behind it as they are. */
export function indented(lines: readonly string[], from: string, to: string): readonly string[] {
  return lines.map((line) => {
    if (/^[\s>]*$/u.test(line)) return to.trimEnd();
    return to + (line.startsWith(from) ? line.slice(from.length) : line.trimStart());
  });
}

interface Insertion {
  readonly at: number;
  /** Without their ends. */
  readonly lines: readonly string[];
}

export function replaced(
  file: EditedFile,
  from: number,
  count: number,
  lines: readonly string[],
): readonly string[] {
  return spliced(file, null, { from, to: from + count, left: lines });
}

/** Takes some lines out of a file and puts others in, elsewhere in it. What is not touched stays byte for byte. */
export function spliced(
  { lines, lineEnd }: EditedFile,
  insertion: Insertion | null,
  removal: { readonly from: number; readonly to: number; readonly left: readonly string[] } | null = null,
): readonly string[] {
  const out: string[] = [];
  const add = (line: string, end: string): void => {
    const last = out.at(-1);
    if (last !== undefined && !/[\r\n]$/u.test(last)) out[out.length - 1] = last + lineEnd;
    out.push(line + end);
  };
  for (let at = 0; at <= lines.length; at += 1) {
    if (insertion?.at === at) {
      for (const line of insertion.lines) add(line, lineEnd);
      // A file whose last line has no end is left with one that has none.
      const before = lines.at(-1) ?? '';
      if (at === lines.length && endOf(before, '') === '') out[out.length - 1] = bare(out.at(-1));
    }
    if (removal?.from === at) {
      const last = lines[removal.to - 1] ?? '';
      const ends = removal.left.map((_, index) => endOf(lines[at + index] ?? last, lineEnd));
      for (const [index, line] of removal.left.entries()) {
        add(line, index === removal.left.length - 1 ? endOf(last, '') : (ends[index] ?? lineEnd));
      }
    }
    const line = lines[at];
    if (line === undefined || (removal && at >= removal.from && at < removal.to)) continue;
    add(line, '');
  }
  return out;
}

function endOf(line: string, otherwise: string): string {
  return /(?:\r\n|\r|\n)$/u.exec(line)?.[0] ?? otherwise;
}
