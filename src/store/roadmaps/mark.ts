/** The mark of progress that a version of a roadmap carried, by which it is removed when the version is undone. */
export function markOf(roadmapId: string, version: number): string {
  return `${roadmapId}@${version}`;
}
