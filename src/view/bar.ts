const CELLS = 10;

/**
 * A percentage as a bar of ten cells. It is empty only at 0 and full only at 100. The figure is written beside it.
 */
export function bar(percent: number): string {
  const filled =
    percent === 0
      ? 0
      : percent === 100
        ? CELLS
        : Math.min(CELLS - 1, Math.max(1, Math.round((percent * CELLS) / 100)));
  return '▰'.repeat(filled) + '▱'.repeat(CELLS - filled);
}
