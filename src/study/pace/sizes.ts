import type { TopicNode } from '../../roadmap/outline.ts';

/** Beyond these, the minutes of a roadmap say more about how they were written than about the topics. */
const [LEAST, MOST] = [1 / 3, 3];

/**
 * How large the topics that were done are in comparison with those that are left, by the minutes that the roadmap says.
 * A topic without any counts as those around it, and then as all others.
 * @returns 1 if nothing is known
 */
export function sizeRatio(done: readonly TopicNode[], left: readonly TopicNode[]): number {
  const all = [...done, ...left];
  const bySection = Map.groupBy(all, ({ section }) => section);
  const usual = meanOf(all.flatMap(({ topic }) => topic.minutes ?? []));
  const around = new Map(
    [...bySection].map(([section, own]) => [
      section,
      meanOf(own.flatMap(({ topic }) => topic.minutes ?? [])),
    ]),
  );
  const sizeOf = ({ topic, section }: TopicNode): number | null =>
    topic.minutes ?? around.get(section) ?? usual;
  const [before, after] = [
    meanOf(done.flatMap((node) => sizeOf(node) ?? [])),
    meanOf(left.flatMap((node) => sizeOf(node) ?? [])),
  ];
  return before === null || after === null ? 1 : Math.min(MOST, Math.max(LEAST, before / after));
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
