import { dateOf, dayNumber, weekOf } from '../../time/study-day.ts';
import { type Chance, chanceFrom } from './chance.ts';

/** What a forecast is made from. */
export interface Pace {
  /** How much was done in each of the last whole weeks, oldest first, without weeks of planned pauses. */
  readonly weeks: readonly number[];
  /** How much is left, in the same unit. */
  readonly left: number;
  /** The mean size of what was done, as a share of the mean size of what is left. */
  readonly size: number;
  /** How much was done on each weekday, Monday first. */
  readonly weekdays: readonly number[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The Mondays of the coming weeks that a planned pause takes (`YYYY-MM-DD`). */
  readonly pausedWeeks: readonly string[];
}

/**
 * The day on or before which a tenth (`early`), half (`likely`), or nine tenths (`late`) of all futures end. Null: beyond
 * the horizon.
 */
export interface Forecast {
  readonly early: string | null;
  readonly likely: string | null;
  readonly late: string | null;
}

/** So many weeks count at most, and so many of them have to be active for a forecast. */
export const PACE_WEEKS = { most: 12, active: 4 } as const;
/** How far a forecast looks ahead, in weeks: about ten years. */
const HORIZON = 520;
const PATHS = 500;
/** Paths of one slice. Between slices, others get their turn. */
const SLICE = 50;

/** How many of the weeks were active. */
export function activeWeeks(weeks: readonly number[]): number {
  return weeks.filter((done) => done > 0).length;
}

/**
 * Forecasts when everything is done, for somebody who goes on as in these weeks. It draws futures: each weighs the
 * active weeks anew (Bayesian bootstrap, Rubin 1981), because a few weeks do not tell the mean well; has a level that
 * is unsure and drifts from week to week; and takes breaks as often as there were some. The constants were tuned on
 * simulated members, so that four of five ends lie within the range; `test/study/pace` checks that on others.
 * @param seed who asks and on which day
 * @param rest called between slices of the work; it may let others run
 * @returns null with too few active weeks
 */
export async function forecast(
  pace: Pace,
  seed: string,
  rest: () => Promise<void> = () => Promise.resolve(),
): Promise<Forecast | null> {
  if (activeWeeks(pace.weeks) < PACE_WEEKS.active) return null;
  const chance = chanceFrom(seed);
  const model = modelOf(pace);
  const ends: number[] = [];
  while (ends.length < PATHS) {
    for (let path = 0; path < SLICE; path += 1) ends.push(endOf(pace, model, chance));
    await rest();
  }
  ends.sort((a, b) => a - b);
  return { early: dayAt(ends, 0.1), likely: dayAt(ends, 0.5), late: dayAt(ends, 0.9) };
}

function dayAt(ends: readonly number[], share: number): string | null {
  const end = ends[Math.round(share * (ends.length - 1))] ?? Infinity;
  return Number.isFinite(end) ? dateOf(end) : null;
}

interface Model {
  /** The active weeks. */
  readonly pool: readonly number[];
  readonly mean: number;
  /** The chance that a break begins in a week. */
  readonly breaks: number;
  /** The coming weeks that are paused, counted from this week. */
  readonly paused: ReadonlySet<number>;
  /** The share of a week that is done up to and including each weekday, Monday first. */
  readonly upTo: readonly number[];
}

/** Every weekday gets a little, because a few weeks say little about it. */
const ANY_DAY = 0.5;

function modelOf({ weeks, weekdays, today, pausedWeeks }: Pace): Model {
  const pool = weeks.filter((done) => done > 0);
  const emptyRuns = weeks.filter((done, at) => done === 0 && weeks[at - 1] !== 0).length;
  const shares = Array.from({ length: 7 }, (_, day) => (weekdays[day] ?? 0) + ANY_DAY);
  const all = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return {
    pool,
    mean: pool.reduce((total, done) => total + done, 0) / pool.length,
    breaks: (emptyRuns + 0.6) / (weeks.length + 20),
    paused: new Set(pausedWeeks.map((monday) => (dayNumber(monday) - dayNumber(weekOf(today))) / 7)),
    upTo: shares.map((share) => (sum += share / all)),
  };
}

/** The day number on which one drawn future ends; infinite beyond the horizon. */
function endOf({ left, size, today }: Pace, model: Model, chance: Chance): number {
  const draw = weekDrawer(model, chance);
  let level =
    (0.6 / Math.sqrt(model.pool.length)) * chance.normal() + 0.15 * chance.normal() + Math.log(size);
  let onBreak = 0;
  let open = left;
  const monday = dayNumber(weekOf(today));
  // Of this week, only what comes after today is left.
  let past = model.upTo[dayNumber(today) - monday] ?? 0;
  for (let week = 0; week < HORIZON; week += 1) {
    level += 0.1 * chance.normal();
    if (onBreak === 0 && chance.uniform() < model.breaks) {
      onBreak = 1 + Math.floor(1.5 * chance.exponential());
    }
    const isOff = onBreak > 0 || model.paused.has(week);
    if (onBreak > 0) onBreak -= 1;
    if (!isOff) {
      const whole = draw() * Math.exp(level);
      const done = whole * (1 - past);
      if (done >= open) {
        const share = past + open / whole;
        const day = model.upTo.findIndex((upTo) => upTo >= share - 1e-9);
        return monday + 7 * week + (day === -1 ? 6 : day);
      }
      open -= done;
    }
    past = 0;
  }
  return Infinity;
}

/** Draws weeks from the pool by weights that are drawn once: Gamma(1) for each, and Gamma(0.5) for their mean. */
function weekDrawer({ pool, mean }: Model, { uniform, normal, exponential }: Chance): () => number {
  const values = [...pool, mean];
  let total = 0;
  const upTo = values.map((_, at) => (total += at < pool.length ? exponential() : normal() ** 2 / 2));
  return () => {
    const drawn = uniform() * total;
    return values[upTo.findIndex((weight) => drawn < weight)] ?? mean;
  };
}
