import { assemble } from './assemble.ts';
import { readBlocks } from './blocks.ts';
import { draft } from './draft.ts';
import type { Roadmap } from './roadmap.ts';
import { checkSource, decodeSource } from './source.ts';

/**
 * Reads a roadmap from a Markdown checklist; the rules are those of "Roadmap files" in the README.
 *
 * Headings without any topic below them are left out: a README has many of those. A trailing colon is no part of a
 * title. Topics that stand directly under the file's title (or under no heading) make a section of that name.
 * @param untitled the title of a file that has none
 * @throws RoadmapError at what cannot be read, with its line
 */
export function readRoadmap(markdown: string, untitled = 'Roadmap'): Roadmap {
  checkSource(markdown);
  return assemble(draft(readBlocks(markdown.replace(/^\uFEFF/u, ''))), untitled);
}

/**
 * Reads a roadmap from a file's bytes.
 * @returns the roadmap and the Markdown that it was read from
 * @throws RoadmapError also if the bytes are too many or are not UTF-8 text
 */
export function readRoadmapBytes(bytes: Uint8Array, untitled?: string): { source: string; roadmap: Roadmap } {
  const source = decodeSource(bytes);
  return { source, roadmap: readRoadmap(source, untitled) };
}
