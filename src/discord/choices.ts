import type { TopicNode } from '../roadmap/outline.ts';
import { remembered } from '../roadmap/remembered.ts';
import type { LoadedRoadmap } from '../store/roadmaps/library.ts';
import { LIMITS } from '../view/components.ts';
import { clip, plain } from '../view/escape.ts';
import { fullLabel, label } from '../view/topics/topic-text.ts';
import type { Choice } from './command.ts';

/**
 * The suggestions during typing. Each has a label of its own, because some clients send the label and not the value.
 */
export interface Labels<T> {
  /** The suggestions in Discord's form, as many as it takes. */
  choices(offered: readonly T[]): readonly Choice[];
  /** The item of a label, or null if the text is no label. */
  labelled(typed: string): T | null;
}

/**
 * Makes labels.
 * @param all every item that may ever be suggested, because labels must differ from all others
 * @param namesOf the name of an item, and a longer name for items whose names are equal
 */
export function labelsOf<T extends { readonly id: string }>(
  all: readonly T[],
  namesOf: (item: T) => { readonly short: string; readonly full: string },
): Labels<T> {
  const shared = Map.groupBy(all, (item) => shown(namesOf(item).short));
  const byLabel = new Map<string, T>();
  const byId = new Map<string, string>();
  /** Counts how often each name was used. Otherwise thousands of equal names would each count from the beginning. */
  const used = new Map<string, number>();
  for (const [short, items] of shared) {
    for (const item of items) {
      const wanted = items.length === 1 ? short : shown(namesOf(item).full);
      const isTaken = (name: string): boolean => byLabel.has(name) || (name !== short && shared.has(name));
      let own = wanted;
      for (let number = used.get(wanted) ?? 1; isTaken(own); number += 1) {
        own = numbered(wanted, number + 1);
        used.set(wanted, number + 1);
      }
      byLabel.set(own, item);
      byId.set(item.id, own);
    }
  }
  return {
    choices: (offered) =>
      offered
        .slice(0, LIMITS.optionsPerSelect)
        .map((item) => ({ name: byId.get(item.id) ?? shown(namesOf(item).short), value: item.id })),
    labelled: (typed) => byLabel.get(plain(typed)) ?? null,
  };
}

/** A name as Discord takes it for a suggestion. */
function shown(name: string): string {
  return clip(plain(name), LIMITS.optionText);
}

/** `Caching · Databases (2)`, because a file may contain the same title twice in the same place. */
function numbered(name: string, number: number): string {
  const suffix = ` (${number})`;
  return clip(name, LIMITS.optionText - suffix.length) + suffix;
}

/**
 * The labels of a roadmap's topics. They are kept, because making thousands of them takes longer than a keystroke
 * should.
 */
export const topicLabels = remembered((outline) =>
  labelsOf(outline.nodes, (node) => ({ short: label(node, LIMITS.optionText), full: fullLabel(node) })),
);

/** Suggestions from a roadmap that is not the default one. Each label names its roadmap. */
export function labelsElsewhere(roadmap: LoadedRoadmap, offered: readonly TopicNode[]): readonly Choice[] {
  const suffix = suffixOf(roadmap);
  return topicLabels(roadmap)
    .choices(offered)
    .map(({ name, value }) => ({ name: clip(name, LIMITS.optionText - suffix.length) + suffix, value }));
}

/**
 * Finds the topic of a roadmap that a text names: by its id, by the label of a suggestion, or by its words. Null if
 * that is ambiguous.
 */
export function resolveTopic(roadmap: LoadedRoadmap, typed: string): TopicNode | null {
  const suffix = suffixOf(roadmap);
  const named = typed.endsWith(suffix) ? typed.slice(0, -suffix.length) : typed;
  return topicLabels(roadmap).labelled(named) ?? roadmap.finder.resolve(named);
}

function suffixOf({ tree }: LoadedRoadmap): string {
  return ` · ${clip(plain(tree.title), 40)}`;
}
