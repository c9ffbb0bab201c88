/** What a past post was about. */
interface PastPost {
  readonly roadmapId: string;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * Orders roadmaps for the next daily post: the one whose last post is longest ago comes first, then the order in
 * which they are followed. A roadmap without anything left to post gives its turn to the next.
 * @param followed ids, the default one first
 */
export function turnOrder(followed: readonly string[], past: readonly PastPost[]): readonly string[] {
  const last = new Map<string, number>();
  for (const { roadmapId, at } of past) last.set(roadmapId, Math.max(at, last.get(roadmapId) ?? at));
  const since = (id: string): number => last.get(id) ?? -Infinity;
  // Sorting is stable, so roadmaps that never had a post keep their order.
  return followed.toSorted((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0));
}
