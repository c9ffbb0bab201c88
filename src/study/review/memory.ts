/** How well a topic is likely to be remembered, as a person would say it. */
export type Memory = 'fresh' | 'fading' | 'faint';

/** From these chances on, a topic is fresh, or at least not yet faint. */
const [FRESH, FADING] = [0.9, 0.5];

/** A chance in words. `retrievability`: the chance that it is remembered, 0 to 1. */
export function memoryOf(retrievability: number): Memory {
  return retrievability >= FRESH ? 'fresh' : retrievability >= FADING ? 'fading' : 'faint';
}
