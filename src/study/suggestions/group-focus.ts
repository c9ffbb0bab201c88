import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { chooseGroupTopic } from './group-topic.ts';
import type { Progress } from '../progress/progress.ts';
import { type Standing, standings, studied } from '../topics/status.ts';
import type { Offer } from './suggest.ts';

/**
 * What a group might do together: finish a topic that several members have begun (`near` says how many are one leaf
 * away), or begin the topic that is next for most.
 */
export type Focus =
  | { readonly kind: 'finish'; readonly node: TopicNode; readonly begun: number; readonly near: number }
  | { readonly kind: 'next'; readonly node: TopicNode };

/**
 * Finds the group's focus. Among topics with others under them that at least two members (or the only one) have
 * begun, it takes the one that most are one leaf away from finishing, then the one that most have begun. Without such
 * a topic it is the group's next topic.
 * @param input.past what was posted, as for the group's topic
 * @param input.now epoch milliseconds
 * @returns null when most have finished everything
 */
export function nextFocus(input: {
  readonly outline: Outline;
  readonly members: ReadonlyMap<string, Progress>;
  readonly past: readonly Offer[];
  readonly now: number;
}): Focus | null {
  const { outline, members } = input;
  const everybody = [...members.values()].map((progress) => standings(outline, progress));
  const enough = Math.min(2, members.size);

  const [together] = studied(outline)
    .filter((node) => node.children.length > 0)
    .map((node) => {
      const begun = everybody
        .flatMap((all) => all.get(node.id) ?? [])
        .filter(({ state }) => state === 'doing');
      return { kind: 'finish', node, begun: begun.length, near: begun.filter(isNear).length } as const;
    })
    .filter(({ begun }) => begun > 0 && begun >= enough)
    .toSorted((a, b) => b.near - a.near || b.begun - a.begun || a.node.order - b.node.order);
  if (together !== undefined) return together;

  const next = chooseGroupTopic(input);
  return next && { kind: 'next', node: next.main.node };
}

function isNear({ done, skipped, total }: Standing): boolean {
  return total - done - skipped === 1;
}
