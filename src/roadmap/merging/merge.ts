import { EditError, type Edit } from '../editing/edit.ts';
import { editInSteps } from '../editing/edit-roadmap.ts';
import { type Outline, outline } from '../outline.ts';
import type { ReadOptions } from '../read.ts';
import { RoadmapError } from '../roadmap-error.ts';
import { compareSides } from './compare.ts';
import type { Sides, Wish } from './wish.ts';

/** An owner's copy of a bundled roadmap. */
export interface Copy {
  readonly source: string;
  readonly outline: Outline;
}

/**
 * Brings what they changed into an owner's copy, by edits of its file. What the owner changed stays, and so does every
 * line that no edit touches. A change that the form of the file does not allow is left out.
 */
export function* mergeInSteps(ours: Copy, sides: Sides, options: ReadOptions): Generator<void, Copy> {
  let here = ours;
  for (const wish of compareSides(ours.outline, sides).wishes) here = yield* granted(here, wish, options);
  return here;
}

/** Makes one change. What cannot be made leaves the copy as it is. */
export function* granted(here: Copy, wish: Wish, options: ReadOptions): Generator<void, Copy> {
  const edits = wish.edits(here.outline);
  if (edits.length === 0) return here;
  const all = yield* edited(here, edits, wish, options);
  if (all !== null || edits.length === 1) return all ?? here;
  let now = here;
  for (const edit of edits) now = (yield* edited(now, [edit], wish, options)) ?? now;
  return now;
}

/** The number of their changes that a copy does not have although it could. */
export function unmade(ours: Outline, sides: Sides): number {
  return compareSides(ours, sides).wishes.filter((wish) => wish.edits(ours).length > 0).length;
}

function* edited(
  here: Copy,
  edits: readonly Edit[],
  { adds }: Wish,
  options: ReadOptions,
): Generator<void, Copy | null> {
  try {
    const made = yield* editInSteps(here.source, edits, options);
    const ids = new Map(made.added.map((key, at) => [key, adds[at] ?? '']));
    for (const [key, old] of made.was) ids.set(key, here.outline.byKey.get(old)?.id ?? '');
    return { source: made.source, outline: outline(here.outline.id, made.roadmap, ids) };
  } catch (error) {
    if (error instanceof EditError || error instanceof RoadmapError) return null;
    throw error;
  }
}
