/** A point of a measured course. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How much `y` grows with `x`, by least squares, and the standard error of that. */
export interface Slope {
  readonly slope: number;
  readonly error: number;
}

/** The slope of the line with the least squares through at least three points. */
export function slopeOf(points: readonly Point[]): Slope {
  const count = points.length;
  if (count < 3) throw new Error('a slope with its error needs three points');
  const [meanX, meanY] = [sum(points.map(({ x }) => x)) / count, sum(points.map(({ y }) => y)) / count];
  const spreadX = sum(points.map(({ x }) => (x - meanX) ** 2));
  const slope = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spreadX;
  const left = sum(points.map(({ x, y }) => (y - meanY - slope * (x - meanX)) ** 2));
  return { slope, error: Math.sqrt(left / (count - 2) / spreadX) };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
