/** How many last steps of two keys are compared, in this order. Whole keys come first. */
const TAILS = [3, 2, 1];

/**
 * Matches the topics of the same file in two readings. A newer Roadmate may make other keys of it, or see topics that
 * were not seen before. Both lists are in file order.
 * @returns the old key by the new key
 */
export function alignKeys(old: readonly string[], next: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const openOld = new Set(old);
  const pair = (oldKey: string, nextKey: string): void => {
    found.set(nextKey, oldKey);
    openOld.delete(oldKey);
  };
  for (const key of next) if (openOld.has(key)) pair(key, key);
  for (const steps of TAILS) {
    const tails = Map.groupBy(openOld, (key) => tailOf(key, steps));
    const open = next.filter((key) => !found.has(key));
    for (const [tail, nextKeys] of Map.groupBy(open, (key) => tailOf(key, steps))) {
      const oldKeys = tails.get(tail) ?? [];
      if (oldKeys.length !== nextKeys.length) continue;
      for (const [at, oldKey] of oldKeys.entries()) pair(oldKey, nextKeys[at] ?? '');
    }
  }
  return found;
}

/** The last steps of a key, without the numbers that distinguish equal titles. */
function tailOf(key: string, steps: number): string {
  return key
    .split('/')
    .slice(-steps)
    .map((step) => step.replace(/-\d+$/u, ''))
    .join('/');
}
