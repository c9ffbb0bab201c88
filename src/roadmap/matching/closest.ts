import { words } from '../../text/fold.ts';
import type { TopicNode } from '../outline.ts';

/**
 * The topics whose titles share most words with one, the closest first. They are offered to a person who says what
 * became of a topic.
 * @param most how many
 */
export function closestByTitle(
  title: string,
  among: readonly TopicNode[],
  most: number,
): readonly TopicNode[] {
  const wanted = new Set(words(title));
  const likeness = ({ topic }: TopicNode): number => {
    const own = new Set(words(topic.title));
    return (2 * own.intersection(wanted).size) / (own.size + wanted.size || 1);
  };
  return among
    .map((node) => ({ node, score: likeness(node) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ node }) => node);
}
