import { RENAMED } from './time-zone-names.ts';
import { timeZoneChoices, type TimeZoneChoice } from './time-zone.ts';

/** Fewer letters than these fit nearly everything. */
const SHORTEST = 3;
/** Longer than any name; each letter beyond would cost a search of its own. */
const LONGEST = 40;
const NEAR = 5;

/**
 * What may have been meant by something typed that is no time zone, likeliest first: what it fits, else what its
 * beginning fits ("Istambul"), else the zones of the reader's own country. Never empty.
 * @param now epoch milliseconds
 * @param locale the reader's
 */
export function nearZones(typed: string, now: number, locale: string): readonly TimeZoneChoice[] {
  const whole = typed.trim().slice(0, LONGEST);
  const asTyped = timeZoneChoices(whole, now, locale);
  if (asTyped.length > 0) return asTyped;
  for (let length = whole.length - 1; length >= SHORTEST; length -= 1) {
    const found = timeZoneChoices(whole.slice(0, length), now, locale);
    if (found.length > 0) return found.slice(0, NEAR);
  }
  return timeZoneChoices('', now, locale);
}

/**
 * The zone of a country that has only one; a locale is the only hint that Discord gives of where somebody is.
 * @param locales the most telling one first
 * @returns an IANA name, or null if none of the locales settles it
 */
export function zoneOfLocale(locales: readonly string[]): string | null {
  for (const locale of locales) {
    const [only, ...others] = new Intl.Locale(locale).maximize().getTimeZones() ?? [];
    if (only !== undefined && others.length === 0) return RENAMED[only] ?? only;
  }
  return null;
}
