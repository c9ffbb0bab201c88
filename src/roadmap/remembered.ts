import type { Outline } from './outline.ts';

/**
 * Works something out of a roadmap once and not for every answer: a roadmap in use stays the same, and may have thousands of
 * topics. It goes when the roadmap does.
 */
export function remembered<T>(workOut: (outline: Outline) => T): (outline: Outline) => T {
  const known = new WeakMap<Outline, { readonly value: T }>();
  return (outline) => {
    const kept = known.get(outline) ?? { value: workOut(outline) };
    known.set(outline, kept);
    return kept.value;
  };
}
