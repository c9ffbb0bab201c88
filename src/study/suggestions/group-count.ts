import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';
import type { Progress } from '../progress/progress.ts';
import { isOpen, isPutOff, leaves } from '../topics/status.ts';
import { needsOf, studyOrder } from './order.ts';

/** How the members of a group stand with the leaves of a roadmap's tracks. */
export interface GroupCount {
  readonly people: number;
  /** To how many members a topic is open: they have neither done nor skipped it. */
  readonly openTo: (leaf: TopicNode) => number;
  /** How many of them could begin it now: they have settled the topics that it needs, and have not put it off. */
  readonly readyFor: (leaf: TopicNode) => number;
}

/** A count that goes on, so that a large group can be counted so many members at a time. */
export interface GoingCount extends GroupCount {
  add(member: Progress): void;
}

/**
 * Counts a group member by member. What a member costs depends on what they have marked, and not on the size of the
 * roadmap, except for the topics that need others.
 * @param now epoch milliseconds
 */
export function countGroup(outline: Outline, now: number): GoingCount {
  const needing = needingIn(outline);
  const settled = new Map<string, number>();
  const putOff = new Map<string, number>();
  const readyAfterNeeds = new Map<string, number>();
  let people = 0;
  const openTo = ({ id }: TopicNode): number => people - (settled.get(id) ?? 0);
  return {
    get people() {
      return people;
    },
    openTo,
    readyFor: (leaf) =>
      needing.has(leaf.id) ? (readyAfterNeeds.get(leaf.id) ?? 0) : openTo(leaf) - (putOff.get(leaf.id) ?? 0),
    add(member) {
      people += 1;
      const isOpenTo = (id: string): boolean => isOpen(member.get(id)?.state ?? 'todo');
      for (const [id, entry] of member) {
        if (!isOpen(entry.state)) addOne(settled, id);
        else if (isPutOff(entry, now)) addOne(putOff, id);
      }
      for (const [id, needs] of needing) {
        if (needs.some(isOpenTo) || !isOpenTo(id) || isPutOff(member.get(id), now)) continue;
        addOne(readyAfterNeeds, id);
      }
    },
  };
}

/** Counts a whole group at once. */
export function countedGroup(outline: Outline, now: number, members: Iterable<Progress>): GroupCount {
  const count = countGroup(outline, now);
  for (const member of members) count.add(member);
  return count;
}

/** The leaves that need others of a track, and the ids of the leaves that they need. */
const needingIn = remembered((outline): ReadonlyMap<string, readonly string[]> => {
  const needing = new Map<string, readonly string[]>();
  for (const leaf of studyOrder(outline)) {
    const needs = needsOf(outline, leaf).filter((need) => need.top.kind === 'track');
    const ids = needs.flatMap(leaves).map(({ id }) => id);
    if (ids.length > 0) needing.set(leaf.id, ids);
  }
  return needing;
});

function addOne(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
