import { DAY } from '../time/units.ts';
import type { Words } from '../words/index.ts';

/**
 * An instant as Discord shows it to each viewer in their own language and zone.
 * @param at epoch ms
 * @param style `D` a long date, `d` a short one, `t` a time, `f` both, `R` how long ago
 */
export function when(at: number, style: 'D' | 'd' | 't' | 'f' | 'F' | 'R'): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}

/** From so long ago on, a date says more than "x days ago"; milliseconds. */
const MONTH = 31 * DAY;

/** How long ago or ahead an instant is if it is near, else its date. Both in epoch ms. */
export function near(at: number, now: number): string {
  return when(at, Math.abs(now - at) < MONTH ? 'R' : 'D');
}

/** A local date written out: `24 November`, `24 Kasım`. */
export function dayName(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, { ...options, timeZone: 'UTC' }).format(midnight(date));
}

/** A date as people of the language type it: `24 Nov 2026`, `24.11.2026`. */
export function typedDate({ locale, later }: Words, date: string): string {
  return dayName(date, locale, { day: 'numeric', month: later.typedMonth, year: 'numeric' });
}

/** An instant (epoch ms) in a zone: `Tue 24 Nov, 09:00`. */
export function momentName(
  at: number,
  { locale, names, timeZone }: { locale: string; names: 'short' | 'long'; timeZone: string },
): string {
  const day = dateFormat(locale, { weekday: names, day: 'numeric', month: names, timeZone });
  return `${day.format(at)}, ${clockTime(at, timeZone)}`;
}

/** The time of day of an instant (epoch ms) in a zone: `09:00`. */
export function clockTime(at: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return local.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Two local dates and what lies between: `16 – 22 November`, `16 – 22 Kasım`. */
export function dayRange(from: string, to: string, locale: string): string {
  const dates = dateFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return dates.formatRange(midnight(from), midnight(to));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format for dates. Each is kept, because making one takes a hundred times as long as using it. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

function midnight(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
}
