import { expect, test } from 'vitest';
import { type Chance, chanceFrom } from '../../../src/study/pace/chance.ts';
import { forecast } from '../../../src/study/pace/forecast.ts';
import { dateOf, dayNumber } from '../../../src/time/study-day.ts';
import { isFull, partOf } from '../../size.ts';

const MONDAY = dayNumber('2026-11-23');
const WEEK = 7;
/** A member who is not done after so many weeks is left out, and so is one who is done before the forecast. */
const LONGEST = 600;

/** What one member does in a week, and which of the topics are done then. */
interface Life {
  /** Topics finished in each week, from their first whole week on. */
  readonly weeks: readonly number[];
  /** The days (from the first Monday on) on which each topic was finished, in order. */
  readonly days: readonly number[];
  /** How large each topic is said to be. */
  readonly sizes: readonly number[];
}

/**
 * A member of a world that the forecast was not tuned on. Their weeks are counts of a negative binomial whose rate
 * follows a mean-reverting walk with rare jumps (a new job, an exam); illness and holidays stop them for weeks of a
 * geometric length; topics differ in size, later ones are up to half larger, and the stated sizes are off by a third.
 */
function life(chance: Chance): Life {
  const { uniform, normal, exponential } = chance;
  const topics = 25 + Math.floor(uniform() * 95);
  const growth = 1 + 0.5 * uniform();
  const real = Array.from({ length: topics }, (_, at) => Math.exp(0.45 * normal()) * growth ** (at / topics));
  const sizes = real.map((size) => size * Math.exp(0.33 * normal()));
  const usual = Math.log(1 + 3.5 * exponential());
  const evenness = 1.5 + 3 * uniform();
  const stops = 0.02 + 0.07 * uniform();
  const weekend = uniform();
  let [mood, jump, away] = [0.3 * normal(), 0, 0];
  let at = 0;
  let begun = 0;
  const days: number[] = [];
  const weeks: number[] = [];
  while (at < topics && weeks.length < LONGEST) {
    mood = 0.85 * mood + 0.16 * normal();
    if (uniform() < 0.012) jump += 0.35 * normal();
    if (away === 0 && uniform() < stops) away = 1 + Math.floor(2 * exponential());
    let effort = 0;
    if (away > 0) away -= 1;
    else effort = Math.exp(usual + mood + jump) * gamma(evenness, chance);
    let done = 0;
    const whole = effort;
    while (at < topics && effort + begun >= (real[at] ?? 0)) {
      effort -= (real[at] ?? 0) - begun;
      begun = 0;
      const share = Math.min(0.999, 1 - effort / whole);
      const day = uniform() < weekend ? 5 + Math.floor(2 * share) : Math.floor(7 * share);
      days.push(weeks.length * WEEK + day);
      at += 1;
      done += 1;
    }
    begun += effort;
    weeks.push(done);
  }
  return { weeks, days: days.toSorted((a, b) => a - b), sizes };
}

/** Gamma with mean 1, by summing: the shape is rounded to halves. */
function gamma(shape: number, { normal, exponential }: Chance): number {
  const halves = Math.max(1, Math.round(shape * 2));
  let sum = halves % 2 === 1 ? normal() ** 2 / 2 : 0;
  for (let whole = 0; whole < Math.floor(halves / 2); whole += 1) sum += exponential();
  return sum / (halves / 2);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The share of members whose true end lies within the range, after so many known weeks. */
async function coverage(known: number, members: number): Promise<{ share: number; wide: number }> {
  let [within, asked] = [0, 0];
  const wide: number[] = [];
  for (let member = 0; asked < members; member += 1) {
    const { weeks, days, sizes } = life(chanceFrom(`member ${known} ${member}`));
    const before = weeks.slice(0, known);
    const done = before.reduce((sum, week) => sum + week, 0);
    if (weeks.length >= LONGEST || weeks.length <= known) continue;
    const seen = days.filter((day) => day < known * WEEK);
    const today = dateOf(MONDAY + known * WEEK - 1);
    const range = await forecast(
      {
        weeks: before,
        left: sizes.length - done,
        size: mean(sizes.slice(0, done)) / mean(sizes.slice(done)),
        weekdays: Array.from({ length: WEEK }, (_, day) => seen.filter((one) => one % WEEK === day).length),
        today,
        pausedWeeks: [],
      },
      `${member} ${today}`,
    );
    if (range === null) continue;
    asked += 1;
    const end = dateOf(MONDAY + (days.at(-1) ?? 0));
    const [early, late] = [range.early ?? '9999', range.late ?? '9999'];
    if (early <= end && end <= late) within += 1;
    if (range.late !== null)
      wide.push((dayNumber(late) - dayNumber(today)) / Math.max(1, dayNumber(early) - dayNumber(today)));
  }
  return { share: within / asked, wide: wide.toSorted((a, b) => a - b)[Math.floor(wide.length / 2)] ?? 0 };
}

/** Of a few members, the share may be off by chance: by two standard errors. */
const MEMBERS = isFull ? 1_000 : 60;
const SLACK = isFull ? 0 : 2 * Math.sqrt((0.8 * 0.2) / MEMBERS);

test.each(partOf([4, 6, 8, 12], 0, 2))(
  'after %i weeks, the range has the true end for 75 to 90 of 100',
  async (known) => {
    const { share } = await coverage(known, MEMBERS);
    expect(share).toBeGreaterThanOrEqual(0.75 - SLACK);
    expect(share).toBeLessThanOrEqual(0.9 + SLACK);
  },
);
