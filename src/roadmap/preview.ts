import { type OpenFile, type ReadOptions, type Reading, makeReading, openFile } from './read.ts';
import { RoadmapError } from './roadmap-error.ts';

/** Both readings of a file, for whoever is to choose between them. */
export interface Preview {
  /** Only what is marked is a topic. */
  readonly boxes: Reading;
  /** Bullets and numbered items are topics as well. Null if that would be too many. */
  readonly bullets: Reading | null;
  /** Which to show first: the boxes, unless they are under a quarter of what could be topics. */
  readonly first: 'boxes' | 'bullets';
}

/** Boxes of so small a share of all that could be topics stand in a file by the way. */
const FEW = 1 / 4;

/**
 * Reads a file both ways.
 * @throws RoadmapError if it is no text, or over the limits even if only boxes are read
 */
export function previewRoadmap(markdown: string, options: Omit<ReadOptions, 'bullets'> = {}): Preview {
  const file = openFile(markdown, options);
  const boxes = makeReading(file, { ...options, bullets: false });
  const { boxes: marked, bullets: plain } = boxes.counts;
  const bullets = withBullets(file, options);
  const isByTheWay = bullets !== null && marked < (marked + plain) * FEW;
  return { boxes, bullets, first: isByTheWay ? 'bullets' : 'boxes' };
}

function withBullets(file: OpenFile, options: ReadOptions): Reading | null {
  try {
    return makeReading(file, { ...options, bullets: true });
  } catch (error) {
    if (error instanceof RoadmapError) return null;
    throw error;
  }
}
