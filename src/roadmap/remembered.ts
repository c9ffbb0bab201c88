import type { Outline } from './outline.ts';

/**
 * Computes something from a roadmap once and not for every answer, because a roadmap in use does not change and may
 * have thousands of topics. The result is dropped together with the roadmap.
 */
export function remembered<T>(workOut: (outline: Outline) => T): (outline: Outline) => T {
  const known = new WeakMap<Outline, { readonly value: T }>();
  return (outline) => {
    const kept = known.get(outline) ?? { value: workOut(outline) };
    known.set(outline, kept);
    return kept.value;
  };
}
