/** Topics of several roadmaps that count as one. */
export const skills = {
  also: 'Also in your other roadmaps:',
  ask: (others: number): string => (others === 1 ? 'Count it in both?' : `Count it in all ${others + 1}?`),
  shares: 'What you’ve done, your work and reviews then count in each.',
  yes: 'Yes, count it',
  no: 'Keep them apart',
  /** A button: the screen that says in which roadmaps a topic counts. */
  open: 'Where it counts',
  countsIn: (titles: string): string => `-# Counts in ${titles}, too`,
  with: 'Counts together with:',
  alone: 'Counts in this roadmap only.',
  explained: '-# What you do in one counts in all: done, your work, reviews.',
  choose: 'Count it together with…',
  part: 'Keep it apart',
  joined: 'They count together now.',
  clash: 'One of these roadmaps has both topics, so they can’t count together.',
  parted: 'Kept apart. What you’ve done so far stays in each.',
  left: 'Kept apart. You find this under *Where it counts* in the topic’s *More…* list.',
};
