import { atOnce } from './in-turns.ts';
import { type OpenFile, type ReadOptions, type Reading, makeReading, openInSteps } from './read.ts';
import { RoadmapError } from './roadmap-error.ts';

/** Both readings of a file, for a person who chooses between them. */
export interface Preview {
  /** The reading in which only marked items are topics. */
  readonly boxes: Reading;
  /** The reading in which bullets and numbered items are topics, too. Null if there would be too many. */
  readonly bullets: Reading | null;
  /** The reading to show first: the boxes, unless they are under a quarter of all possible topics. */
  readonly first: 'boxes' | 'bullets';
}

/** A smaller share of boxes among all possible topics is incidental. */
const FEW = 1 / 4;

/**
 * Reads a file both ways.
 * @throws RoadmapError if it is no text, or is over the limits even if only boxes are read
 */
export function previewRoadmap(markdown: string, options: Omit<ReadOptions, 'bullets'> = {}): Preview {
  return atOnce(previewInSteps(markdown, options));
}

/** Does the same as `previewRoadmap`, and yields every few milliseconds. */
export function* previewInSteps(
  markdown: string,
  options: Omit<ReadOptions, 'bullets'> = {},
): Generator<void, Preview> {
  const file = yield* openInSteps(markdown, options);
  const boxes = yield* makeReading(file, { ...options, bullets: false });
  const { boxes: marked, bullets: plain } = boxes.counts;
  // Without plain bullets both readings are the same, and reading a long file takes long.
  const bullets = plain === 0 ? boxes : yield* withBullets(file, options);
  const isByTheWay = bullets !== null && marked < (marked + plain) * FEW;
  return { boxes, bullets, first: isByTheWay ? 'bullets' : 'boxes' };
}

function* withBullets(file: OpenFile, options: ReadOptions): Generator<void, Reading | null> {
  try {
    return yield* makeReading(file, { ...options, bullets: true });
  } catch (error) {
    if (error instanceof RoadmapError) return null;
    throw error;
  }
}
