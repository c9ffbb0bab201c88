import { createHash } from 'node:crypto';

/** A gap that somebody else of the group asked about. */
export interface Gap {
  readonly id: string;
  readonly text: string;
}

/** What a review asks. */
export type Question =
  /** Recall before you look: what stood under these? */
  | { readonly kind: 'cues'; readonly cues: readonly string[] }
  /** Somebody else's question. */
  | { readonly kind: 'gap'; readonly text: string }
  /** Explain it in three sentences. */
  | { readonly kind: 'explain' };

/**
 * The question of one review out of what there is. The same at each look, and another one the next time: it is drawn by the
 * review's own name, so that something new to ask changes it only if it is drawn itself.
 * @param review what names the review: the member, the topic, and how often they have reviewed it
 */
export function questionOf(
  review: { readonly userId: string; readonly topicId: string; readonly reps: number },
  cues: readonly string[],
  gaps: readonly Gap[],
): Question {
  const seed = `${review.userId}\n${review.topicId}\n${review.reps}`;
  const kinds = ['explain', ...(cues.length > 0 ? ['cues'] : []), ...(gaps.length > 0 ? ['gap'] : [])];
  const kind = drawn(seed, kinds, (name) => name);
  if (kind === 'cues') return { kind, cues };
  const gap = kind === 'gap' ? drawn(seed, gaps, ({ id }) => id) : undefined;
  return gap === undefined ? { kind: 'explain' } : { kind: 'gap', text: gap.text };
}

/** The item whose name, hashed with the seed, comes first. */
function drawn<T>(seed: string, items: readonly T[], nameOf: (item: T) => string): T | undefined {
  const lot = (item: T): string =>
    createHash('sha256')
      .update(`${seed}\n${nameOf(item)}`)
      .digest('hex');
  const [first] = items
    .map((item) => ({ item, lot: lot(item) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1));
  return first?.item;
}
