/** The value that this share (0 to 1) of all values does not exceed, by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('there are no values');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A line of the report: the same figure for several bots. */
export interface Line {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly ours: number;
  /** Missing where the bot is not compared. */
  readonly fair?: number;
  readonly empty?: number;
  /** The most that ours may be: a multiple of another bot's figure, or a figure of its own. Null: for information. */
  readonly aim:
    | { readonly of: 'fair' | 'empty'; readonly ratio: number }
    | { readonly atMost: number }
    | null;
}

/** A table for a terminal, and what in it missed its aim. */
export interface Table {
  readonly text: string;
  readonly missed: readonly string[];
}

/** The report of several bots as a table. */
export function table(lines: readonly Line[]): Table {
  const rows = lines.map((line) => {
    const { what, unit, ours, fair, empty, aim } = line;
    const shown = (figure: number | undefined): string =>
      figure === undefined ? '' : `${figure.toFixed(unit === 'ms' ? 2 : 1)} ${unit}`;
    const times = (other: number | undefined): string =>
      other === undefined ? '' : (ours / other).toFixed(2);
    const [wanted, isMet] = verdict(line);
    return [
      what,
      shown(ours),
      shown(fair),
      shown(empty),
      times(fair),
      times(empty),
      wanted,
      aim && (isMet ? 'met' : 'missed'),
    ];
  });
  const text = aligned([
    ['', 'ours', 'fair', 'empty', 'of fair', 'of empty', 'aim', ''],
    ...rows.map((row) => row.map((cell) => cell ?? '')),
  ]);
  const missed = lines.filter((line) => line.aim !== null && !verdict(line)[1]);
  return { text, missed: missed.map(({ what }) => what) };
}

function verdict({ unit, ours, aim, ...others }: Line): readonly [wanted: string, isMet: boolean] {
  if (aim === null) return ['', true];
  if ('atMost' in aim) return [`${aim.atMost} ${unit}`, ours <= aim.atMost];
  return [`${aim.ratio} of ${aim.of}`, ours <= aim.ratio * (others[aim.of] ?? 0)];
}

/** A figure of our bot alone, and the most that it may be. */
export interface Figure {
  readonly what: string;
  readonly unit: 'ms' | 's' | 'MB' | 'B' | 'x' | '';
  readonly figure: number;
  readonly aim: number;
}

/** Figures of our bot alone as a table. */
export function figureTable(figures: readonly Figure[]): Table {
  const rows = figures.map(({ what, unit, figure, aim }) => [
    what,
    `${figure.toFixed(unit === '' ? 0 : 1)} ${unit}`,
    `${aim} ${unit}`,
    figure <= aim ? 'met' : 'missed',
  ]);
  const missed = figures.filter(({ figure, aim }) => figure > aim);
  return {
    text: aligned([['', 'figure', 'aim', ''], ...rows]),
    missed: missed.map(({ what }) => what),
  };
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
