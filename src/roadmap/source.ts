import { LIMITS, RoadmapError } from './roadmap-error.ts';

/**
 * Checks a file's text against the limits before it is read.
 * @throws RoadmapError if it is too large, has too many lines or is not text
 */
export function checkSource(markdown: string): void {
  if (markdown.length > LIMITS.bytes || Buffer.byteLength(markdown) > LIMITS.bytes) {
    const start = Buffer.from(markdown.slice(0, LIMITS.bytes)).subarray(0, LIMITS.bytes);
    throw new RoadmapError(splitLines(start.toString()).length, { code: 'too-large', limit: LIMITS.bytes });
  }
  const lines = splitLines(markdown);
  const bad = lines.findIndex((line) => line.includes('\0') || !line.isWellFormed());
  if (bad !== -1) throw new RoadmapError(bad + 1, { code: 'not-text' });
  if (lines.length > LIMITS.lines) {
    throw new RoadmapError(LIMITS.lines + 1, { code: 'too-many-lines', limit: LIMITS.lines });
  }
}

/** Splits a text into lines as CommonMark does. Each keeps its line end, so joining them gives the text again. */
export function splitLines(markdown: string): string[] {
  return markdown.split(/(?<=\n|\r(?!\n))/u);
}
