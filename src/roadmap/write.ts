import type { Mark } from './markdown/marks/mark.ts';
import { type ReadingWithMarks, type ReadOptions, readWithMarks } from './read.ts';
import { splitLines } from './source.ts';

/**
 * Writes ticks into a roadmap file. Afterwards exactly the topics with the given keys are ticked. Nothing else changes,
 * and a mark that already says so stays as it is.
 * @param options how the file is read
 * @throws RoadmapError if the file cannot be read
 */
export function writeTicks(markdown: string, ticked: ReadonlySet<string>, options?: ReadOptions): string {
  return writeTicksOf(markdown, ticked, readWithMarks(markdown, options));
}

/** Does the same for a file that was read already. */
export function writeTicksOf(
  markdown: string,
  ticked: ReadonlySet<string>,
  { marks }: Pick<ReadingWithMarks, 'marks'>,
): string {
  const changed = [...marks].filter(([key, { state }]) => ticked.has(key) !== (state === 'done'));
  const lines = splitLines(markdown);
  // Later marks of a line are written first, so that the columns of the earlier ones stay right.
  for (const [, mark] of changed.toSorted(([, a], [, b]) => b.from - a.from)) {
    const line = lines[mark.line - 1] ?? '';
    lines[mark.line - 1] = line.slice(0, mark.from) + written(mark) + line.slice(mark.to);
  }
  return lines.join('');
}

function written({ state, done, open }: Mark): string {
  return state === 'done' ? open : done;
}
