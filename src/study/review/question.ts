import { createHash } from 'node:crypto';

/** A question that another member of the group asked. */
export interface Gap {
  readonly id: string;
  readonly text: string;
}

/** The question of a review. */
export type Question =
  /** The cues of a cheat code: recall what was below each. */
  | { readonly kind: 'cues'; readonly cues: readonly string[] }
  /** Another member's question. */
  | { readonly kind: 'gap'; readonly text: string }
  /** A request to explain the topic in three sentences. */
  | { readonly kind: 'explain' };

/**
 * Chooses the question of a review. It stays the same however often it is shown, and the next review has another one.
 * Each question is hashed with the review's name, so a new question in the pool changes the choice only if the new
 * one wins.
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

/** The item whose name has the smallest hash with the seed. */
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
