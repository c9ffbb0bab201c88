/** What tells which roadmaps a member studies or has studied, oldest first. */
interface Studied {
  readonly progress: readonly { readonly roadmap: string }[];
  readonly activity: readonly {
    readonly roadmap: string;
    readonly batch: string;
    readonly skill_id: string | null;
  }[];
  /** Their main roadmap, those that they follow beside it, and their own. */
  readonly chosen: readonly string[];
  readonly own: readonly string[];
}

/**
 * The roadmaps whose files belong to a member's export: their own, and those with progress that they chose or acted
 * in. A topic that counts in other roadmaps as well does not make those theirs.
 */
export function exportedRoadmaps({ progress, activity, chosen, own }: Studied): readonly string[] {
  const studied = new Set(chosen);
  const deeds = new Set<string>();
  for (const { roadmap, batch, skill_id: skill } of activity) {
    // The first row of a deed is about the topic that the member chose; the others count the same.
    const deed = `${batch} ${skill}`;
    if (skill === null || !deeds.has(deed)) studied.add(roadmap);
    deeds.add(deed);
  }
  const begun = progress.map(({ roadmap }) => roadmap).filter((id) => studied.has(id));
  return [...new Set([...begun, ...own])];
}
