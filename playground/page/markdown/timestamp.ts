import { dateFormat } from '../date-format.ts';

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/**
 * The text of `<t:seconds:style>` for a reader's locale and IANA time zone. The relative style needs `now`, in epoch
 * milliseconds. The result is null for an instant that no date can hold, which Discord shows unchanged.
 */
export function formatTimestamp(
  seconds: number,
  style: string | undefined,
  viewer: { readonly locale: string; readonly timeZone: string },
  now: number,
): string | null {
  if (!(Math.abs(seconds) <= 8.64e12)) return null;
  if (style === 'R') return formatRelative(seconds - Math.floor(now / 1000), viewer.locale);
  const options = { ...(STYLES[style ?? 'f'] ?? STYLES['f']), timeZone: viewer.timeZone };
  return dateFormat(viewer.locale, options).format(seconds * 1000);
}

function formatRelative(distance: number, locale: string): string {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(distance / size), unit);
}
