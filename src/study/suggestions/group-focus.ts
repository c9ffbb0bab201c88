import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';
import type { Progress } from '../progress/progress.ts';
import { type Standing, standings, studied } from '../topics/status.ts';
import { countGroup, type GroupCount } from './group-count.ts';
import { chooseGroupTopic } from './group-topic.ts';
import type { Offer } from './suggest.ts';

/**
 * What a group might do together: finish a topic that several members have begun (`near` says how many are one leaf
 * away), or begin the topic that is next for most.
 */
export type Focus =
  | { readonly kind: 'finish'; readonly node: TopicNode; readonly begun: number; readonly near: number }
  | { readonly kind: 'next'; readonly node: TopicNode };

/** What has to be known of a group for its focus, counted member by member. */
export interface FocusCount {
  readonly group: GroupCount;
  /** How many members have begun each topic with others under it, and how many of these are one leaf away, by its id. */
  readonly begun: ReadonlyMap<string, { readonly begun: number; readonly near: number }>;
  add(member: Progress): void;
}

/** Begins to count a group for its focus. `now`: epoch milliseconds */
export function countFocus(outline: Outline, now: number): FocusCount {
  const group = countGroup(outline, now);
  const begun = new Map<string, { begun: number; near: number }>();
  return {
    group,
    begun,
    add(member) {
      group.add(member);
      const all = standings(outline, member);
      for (const { id } of parentsIn(outline)) {
        const standing = all.get(id);
        if (standing?.state !== 'doing') continue;
        const count = begun.getOrInsertComputed(id, () => ({ begun: 0, near: 0 }));
        count.begun += 1;
        if (isNear(standing)) count.near += 1;
      }
    },
  };
}

/** The topics of the tracks that have others under them. */
const parentsIn = remembered((outline): readonly TopicNode[] =>
  studied(outline).filter((node) => node.children.length > 0),
);

/**
 * Finds the group's focus. Among topics with others under them that at least two members (or the only one) have
 * begun, it takes the one that most are one leaf away from finishing, then the one that most have begun. Without such
 * a topic it is the group's next topic.
 * @param input.count its members, counted for this roadmap and this instant
 * @param input.past what was posted, as for the group's topic
 * @param input.now epoch milliseconds
 * @returns null when most have finished everything
 */
export function nextFocus(input: {
  readonly outline: Outline;
  readonly count: FocusCount;
  readonly past: readonly Offer[];
  readonly now: number;
}): Focus | null {
  const { outline, count, past, now } = input;
  const { group } = count;
  const enough = Math.min(2, group.people);

  const [together] = parentsIn(outline)
    .flatMap((node) => {
      const counted = count.begun.get(node.id);
      return counted === undefined || counted.begun < enough
        ? []
        : [{ kind: 'finish', node, ...counted } as const];
    })
    .toSorted((a, b) => b.near - a.near || b.begun - a.begun || a.node.order - b.node.order);
  if (together !== undefined) return together;

  const next = chooseGroupTopic({ outline, group, past, now });
  return next && { kind: 'next', node: next.main.node };
}

function isNear({ done, skipped, total }: Standing): boolean {
  return total - done - skipped === 1;
}
