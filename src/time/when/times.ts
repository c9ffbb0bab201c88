import { zoned } from '../local.ts';
import type { Part } from './lexicon.ts';
import type { Reader } from './meaning.ts';
import type { Spoken } from './said.ts';

/** A time of day, and how many days it is after the named day (`tonight at 12`). */
export interface SaidTime {
  readonly hour: number;
  readonly minute: number;
  readonly daysLater: 0 | 1;
}

/** A part of the day: its first and its last hour (above 24: of the next day), and its usual hour. */
const PARTS: Readonly<Record<Part, { readonly from: number; readonly to: number; readonly usual: number }>> =
  {
    morning: { from: 4, to: 11, usual: 9 },
    noon: { from: 11, to: 14, usual: 12 },
    afternoon: { from: 12, to: 18, usual: 15 },
    evening: { from: 16, to: 23, usual: 19 },
    night: { from: 19, to: 29, usual: 21 },
    midnight: { from: 24, to: 24, usual: 24 },
  };

/**
 * The times of day that may be meant. An hour from 1 to 11 without minutes, or in one figure, may be in the morning
 * or in the evening, unless am, pm or a part of the day is given. Two figures with minutes are on the 24-hour clock.
 * @param usualHour the hour if the text has none
 * @returns none if hour and part of the day contradict each other
 */
export function timesOf({ clock, part }: Spoken, usualHour: number): readonly SaidTime[] {
  if (clock === undefined)
    return [part === undefined ? time(usualHour, 0) : time(usualOf(part, usualHour), 0)];
  const minute = clock.minute ?? 0;
  const { hour } = clock;
  if (clock.pm !== null) return [time((hour % 12) + (clock.pm ? 12 : 0), minute)];
  if (part !== undefined) {
    const { from, to } = PARTS[part];
    return [hour, hour + 12, hour + 24]
      .filter(
        (candidate) =>
          candidate >= from && candidate <= to && (hour <= 12 || candidate === hour || hour === 24),
      )
      .slice(0, 1)
      .map((candidate) => time(candidate, minute));
  }
  const isOpen = hour >= 1 && hour <= 11 && (clock.minute === null || clock.length === 1);
  return isOpen ? [time(hour, minute), time(hour + 12, minute)] : [time(hour, minute)];
}

/** Whether the time is in the night of the day before. A named day may then be either of them. */
export function isAfterMidnight({ daysLater }: SaidTime): boolean {
  return daysLater === 1;
}

function usualOf(part: Part, usualHour: number): number {
  const { from, to, usual } = PARTS[part];
  return usualHour >= from && usualHour <= to ? usualHour : usual;
}

function time(hour: number, minute: number): SaidTime {
  return { hour: hour % 24, minute, daysLater: hour >= 24 ? 1 : 0 };
}

/** Whether a text says a time of day, as hours or as a part of the day. */
export function isTimeSaid({ clock, part }: Spoken): boolean {
  return clock !== undefined || part !== undefined;
}

/** The instant of a time of day on a date, in epoch milliseconds. */
export function instantOf(
  date: Temporal.PlainDate,
  { hour, minute }: SaidTime,
  { timeZone }: Pick<Reader, 'timeZone'>,
): number {
  return zoned(date, { hour, minute }, timeZone).epochMilliseconds;
}
