import { RENAMED } from './time-zone-names.ts';
import { timeZoneChoices, type TimeZoneChoice } from './time-zone.ts';

/** A shorter text would match nearly every name. */
const SHORTEST = 3;
/** No zone's name is longer, and each letter costs another search. */
const LONGEST = 40;
const NEAR = 5;

/**
 * The zones that somebody may have meant when their text names none, likeliest first: zones that match the
 * text, else zones that match its beginning ("Istambul"), else the zones of the reader's country. The list is
 * never empty.
 * @param now epoch milliseconds
 * @param locale the reader's locale
 * @param place gives a zone's city in the reader's language
 */
export function nearZones(
  typed: string,
  now: number,
  locale: string,
  place?: (zone: string) => string,
): readonly TimeZoneChoice[] {
  const whole = typed.trim().slice(0, LONGEST);
  const asTyped = timeZoneChoices(whole, now, locale, place);
  if (asTyped.length > 0) return asTyped;
  for (let length = whole.length - 1; length >= SHORTEST; length -= 1) {
    const found = timeZoneChoices(whole.slice(0, length), now, locale, place);
    if (found.length > 0) return found.slice(0, NEAR);
  }
  return timeZoneChoices('', now, locale, place);
}

/**
 * The zone of a country with a single zone. Discord gives no other hint of where somebody is than their locale.
 * @param locales the most telling locale first
 * @returns an IANA name, or null if no locale names a country with a single zone
 */
export function zoneOfLocale(locales: readonly string[]): string | null {
  for (const locale of locales) {
    const [only, ...others] = new Intl.Locale(locale).maximize().getTimeZones() ?? [];
    if (only !== undefined && others.length === 0) return RENAMED[only] ?? only;
  }
  return null;
}
