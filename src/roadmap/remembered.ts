import type { Outline } from './outline.ts';

/**
 * Computes something from a roadmap, or from one of its topics, once and not for every answer, because a roadmap in use
 * does not change and may have thousands of topics. The result is dropped together with the roadmap.
 */
export function remembered<T, Of extends object = Outline>(workOut: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { readonly value: T }>();
  return (of) => {
    const kept = known.get(of);
    if (kept !== undefined) return kept.value;
    const value = workOut(of);
    known.set(of, { value });
    return value;
  };
}
