/** The value that this share (0 to 1) of all values does not exceed, by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('there are no values');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A line of the report: the same figure for both bots. */
export interface Line {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly ours: number;
  readonly bare: number;
  /** The target: our figure divided by the bare bot's may be at most this. */
  readonly aim: number;
}

/** The report as a table for a terminal. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, unit, ours, bare, aim }) => {
    const ratio = ours / bare;
    const digits = unit === 'ms' ? 2 : 1;
    return [
      what,
      `${ours.toFixed(digits)} ${unit}`,
      `${bare.toFixed(digits)} ${unit}`,
      ratio.toFixed(2),
      aim.toFixed(1),
      ratio <= aim ? 'met' : 'missed',
    ];
  });
  return aligned([['', 'ours', 'bare', 'ratio', 'aim', ''], ...rows]);
}

/** A figure of our bot alone, and the most that it may be. */
export interface Figure {
  readonly what: string;
  readonly unit: 'ms' | 's' | 'MB' | 'x' | '';
  readonly figure: number;
  readonly aim: number;
}

/** Figures as a table for a terminal. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, unit, figure, aim }) => [
    what,
    `${figure.toFixed(unit === '' ? 0 : 1)} ${unit}`,
    `${aim} ${unit}`,
    figure <= aim ? 'met' : 'missed',
  ]);
  return aligned([['', 'figure', 'aim', ''], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
