import { createHash } from 'node:crypto';

/** A gap that somebody else of the group asked about. */
export interface Gap {
  readonly id: string;
  readonly text: string;
}

/** The question of a review. */
export type Question =
  /** Recall before you look: what stood under these? */
  | { readonly kind: 'cues'; readonly cues: readonly string[] }
  /** Somebody else's question. */
  | { readonly kind: 'gap'; readonly text: string }
  /** Explain it in three sentences. */
  | { readonly kind: 'explain' };

/**
 * Chooses the question of a review. It is the same each time it is shown, and another one in the next review. The
 * choice depends on the review's own name, so a new question in the pool only changes it if it is chosen itself.
 * @param review the name of the review: the member, the topic, and how often they have reviewed it
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
