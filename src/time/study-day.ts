import { zoned } from './local.ts';
import { DAY } from './units.ts';

/** Day 0, 1 January 1970, was a Thursday: three days after Monday. */
const THURSDAY = 3;

/**
 * When a member's day starts: the IANA zone, and the hour from 0 to 12. Study before that hour counts for the day
 * before.
 */
export interface Clock {
  readonly timeZone: string;
  readonly dayStart: number;
}

/**
 * An instant (epoch milliseconds), and the study day (`YYYY-MM-DD`) that it counts for. The day stays, even if the
 * member changes their clock later.
 */
export interface Moment {
  readonly at: number;
  readonly date: string;
}

/** The latest hour at which a member's day can start. */
export const LATEST_DAY_START = 12;

/** A span of time, epoch milliseconds: `from` is in it, `to` is not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The study day (`YYYY-MM-DD`) of an instant. Days never go back: if clocks are set back across the start of the day,
 * the repeated hour belongs to the day that has begun.
 * @param at epoch milliseconds
 */
export function studyDay(at: number, timeZone: string, dayStart: number): string {
  return dateOf(dayAt(at, (day) => startOf(day, { timeZone, dayStart })));
}

/**
 * When a study day starts and ends. Local times follow RFC 5545: a time that clocks skip moves later by the gap, and
 * the first of two equal times counts. A date that a zone left out altogether is therefore an empty span.
 * @param date `YYYY-MM-DD`
 */
export function dayBounds(date: string, timeZone: string, dayStart: number): Span {
  const day = dayNumber(date);
  return { from: startOf(day, { timeZone, dayStart }), to: startOf(day + 1, { timeZone, dayStart }) };
}

/** The Monday of a date's ISO week. It stands for the week. */
export function weekOf(date: string): string {
  return dateOf(weekNumber(dayNumber(date)) * 7 - THURSDAY);
}

/** A date as the number of days since 1 January 1970, for counting. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** The date (`YYYY-MM-DD`) of a day number; the reverse of `dayNumber`. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The next date. */
export function dayAfter(date: string): string {
  return dateOf(dayNumber(date) + 1);
}

/** The UTC day of an instant (epoch ms), for entries that count for no member's study day. */
export function utcDay(at: number): string {
  return dateOf(Math.floor(at / DAY));
}

/** The number of the week (Monday to Sunday) that a day number lies in. Week 0 holds 1 January 1970. */
export function weekNumber(day: number): number {
  return Math.floor((day + THURSDAY) / 7);
}

/**
 * Makes a function that gives the study day (`YYYY-MM-DD`) of an instant, for many instants on one clock. Finding when
 * a day starts in a zone is slow, so it happens once a day.
 */
export function dayReader(clock: Clock): (at: number) => string {
  const starts = new Map<number, number>();
  const startsAt = (day: number): number => {
    const known = starts.get(day) ?? startOf(day, clock);
    starts.set(day, known);
    return known;
  };
  return (at) => dateOf(dayAt(at, startsAt));
}

/**
 * How many days a counted day may lie ahead of the member's clock. A day further ahead was counted by a wrong clock.
 */
const FURTHEST_AHEAD = 2;

/**
 * A member's current study day: today by their clock, or a later day on which they have already studied. A counted day
 * stays counted when they travel west or move the start of their day.
 * @param now epoch milliseconds
 * @param studied the days (`YYYY-MM-DD`) that count for them
 */
export function currentDay(now: number, { timeZone, dayStart }: Clock, studied: ReadonlySet<string>): string {
  const today = dayNumber(studyDay(now, timeZone, dayStart));
  const ahead = Array.from({ length: FURTHEST_AHEAD }, (_, index) => dateOf(today + index + 1));
  return ahead.findLast((date) => studied.has(date)) ?? dateOf(today);
}

/** The last day that has started at an instant. */
function dayAt(at: number, startsAt: (day: number) => number): number {
  let day = Math.floor(at / DAY);
  while (startsAt(day) > at) day -= 1;
  while (startsAt(day + 1) <= at) day += 1;
  return day;
}

function startOf(day: number, { timeZone, dayStart }: Clock): number {
  const key = `${timeZone} ${dayStart} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from(dateOf(day));
  const start = zoned(date, { hour: dayStart }, timeZone).epochMilliseconds;
  if (starts.size === STARTS_KEPT) starts.clear();
  starts.set(key, start);
  return start;
}

/** When days start, by clock and day. It takes long to find, and most answers ask several times for the same few. */
const starts = new Map<string, number>();
const STARTS_KEPT = 2000;
