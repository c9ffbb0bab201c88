/** A roadmap among others. `baseId`: the one that it is a copy of; null if it is none. */
interface Listed {
  readonly id: string;
  readonly baseId: string | null;
}

/** Those that others in the list are copies of. A copy has the title of its original, so these need another. */
export function originalsIn(roadmaps: readonly Listed[]): ReadonlySet<string> {
  return new Set(roadmaps.flatMap(({ baseId }) => baseId ?? []));
}

/** Leaves out originals that are not followed while a copy of theirs is: the copy has taken their place. */
export function besideCopies<Each extends Listed>(
  roadmaps: readonly Each[],
  followed: readonly string[],
): readonly Each[] {
  const replaced = originalsIn(roadmaps.filter(({ id }) => followed.includes(id)));
  return roadmaps.filter(({ id }) => followed.includes(id) || !replaced.has(id));
}
