import { allOf } from '../editing/section-lines.ts';
import type { Outline } from '../outline.ts';
import { changedTopic, newTopic, removedTopic } from './topics.ts';
import { counterpart, sectionAround } from './sections.ts';
import { type Comparison, type Conflict, NOTHING, type Sides, wish, type Wish } from './wish.ts';

/**
 * Compares an owner's copy with two versions of the bundled roadmap that it was made from, topic by topic by their ids.
 * What only they changed is wished for. What both changed differently is a conflict, and the owner's stays. What the
 * owner removed stays removed.
 */
export function compareSides(ours: Outline, sides: Sides): Comparison {
  const { base, theirs } = sides;
  const found = [
    ...newSections(ours, sides),
    ...theirs.nodes.map((node) => {
      const was = base.byId.get(node.id);
      if (was === undefined) return newTopic(node, ours, sides);
      const own = ours.byId.get(node.id);
      return own === undefined ? NOTHING : changedTopic({ was, next: node, own }, ours, sides);
    }),
    renamedSections(ours, sides),
    // Parts go before what they are parts of.
    ...base.nodes.toReversed().map((was) => removedTopic(was, ours, sides)),
  ];
  return {
    wishes: found.flatMap(({ wishes }) => wishes),
    conflicts: found.flatMap(({ conflicts }) => conflicts),
  };
}

/** Sections that are new on their side and have a new topic come with those topics. */
function newSections(ours: Outline, { base, theirs }: Sides): readonly Comparison[] {
  const known = new Set(
    allOf(base.tree.sections).map((section) => counterpart(section, base, theirs)?.key ?? ''),
  );
  return allOf(theirs.tree.sections)
    .filter((section) => !known.has(section.key) && counterpart(section, theirs, ours) === null)
    .map((section): Comparison => {
      const fresh = section.topics.flatMap(({ key }) => {
        const node = theirs.byKey.get(key);
        return node === undefined || base.byId.has(node.id) || ours.byId.has(node.id) ? [] : [node];
      });
      if (fresh.length === 0) return NOTHING;
      const around = sectionAround(section, theirs);
      const beside = around?.sections ?? theirs.tree.sections;
      const before = beside.slice(0, beside.indexOf(section)).toReversed();
      const made = wish(
        (now) => {
          const previous = before.map((one) => counterpart(one, theirs, now)).find((one) => one !== null);
          const holder = around === null ? null : counterpart(around, theirs, now);
          const place =
            previous !== undefined
              ? ({ in: 'behind', key: previous.key } as const)
              : holder === null
                ? ({ in: 'roadmap' } as const)
                : ({ in: 'section', key: holder.key } as const);
          const titles = fresh.map(({ topic }) => topic.title);
          return [{ kind: 'add-section', place, title: section.title, titles }];
        },
        fresh.map(({ id }) => id),
      );
      return { wishes: [made], conflicts: [] };
    });
}

function renamedSections(ours: Outline, { base, theirs }: Sides): Comparison {
  const wishes: Wish[] = [];
  const conflicts: Conflict[] = [];
  for (const was of allOf(base.tree.sections)) {
    const next = counterpart(was, base, theirs);
    const own = counterpart(was, base, ours);
    if (next === null || own === null || next.title === was.title || own.title === next.title) continue;
    const take = wish((now) => {
      const there = counterpart(own, ours, now);
      return there === null ? [] : [{ kind: 'head', section: there.key, title: next.title }];
    });
    if (own.title === was.title) wishes.push(take);
    else {
      conflicts.push({ kind: 'section', title: own.title, ours: own.title, theirs: next.title, take });
    }
  }
  return { wishes, conflicts };
}
