import { bare, type EditedFile } from './open.ts';

/**
 * Several ways to change the lines of a file. They are tried in order, and the first that reads as planned is taken.
 */
export type Ways = Iterable<readonly string[]>;

/** Lines with another indentation. Lines that are indented further keep the difference. */
export function indented(lines: readonly string[], from: string, to: string): readonly string[] {
  return lines.map((line) => {
    if (/^[\s>]*$/u.test(line)) return to.trimEnd();
    return to + (line.startsWith(from) ? line.slice(from.length) : line.trimStart());
  });
}

interface Insertion {
  readonly at: number;
  /** The lines without their ends. */
  readonly lines: readonly string[];
}

/** Replaces some lines of a file. */
export function replaced(
  file: EditedFile,
  from: number,
  count: number,
  lines: readonly string[],
): readonly string[] {
  return spliced(file, null, { from, to: from + count, left: lines });
}

/** Removes some lines of a file and adds others elsewhere. All other lines stay the same, byte for byte. */
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
      // If the last line had no line end, the new last line has none either.
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
