import { setImmediate as turn } from 'node:timers/promises';
import { fold as foldLetters } from '../text/fold.ts';
import { localAt } from './local.ts';
import { placeOf } from './place.ts';
import { ALSO_CALLED, RENAMED } from './time-zone-names.ts';
import { ABBREVIATIONS } from './zone-abbreviations.ts';

/** A choice of an autocompletion: the text that is shown, and the IANA name. */
export interface TimeZoneChoice {
  readonly name: string;
  readonly value: string;
}

/** A person looks through no more choices and reads no longer lines. Discord's own limits are the same. */
const MAX_CHOICES = 25;
const MAX_NAME = 100;

/**
 * The longest text that is accepted as a time zone, in characters. Some clients send the label of a choice, and labels
 * are longer than names.
 */
export const ZONE_LENGTH = MAX_NAME;

/** A time zone with all the names that people find it by, folded. */
interface Zone {
  readonly name: string;
  readonly city: string;
  /** The ISO code of its country, or null if it lies in no country. */
  readonly country: string | null;
  readonly path: string;
  readonly cities: readonly string[];
  readonly countries: readonly string[];
}

/**
 * Finds the time zone that somebody named. They may type an IANA name in any case, a whole city, a whole country with a
 * single zone (in English or Turkish), or the label of a choice. Nothing is guessed: for an abbreviation, an offset or
 * the beginning of a name, `timeZoneChoices` offers what may be meant.
 * @returns the IANA name, or null if the text names no zone or several
 */
export function timeZoneOf(typed: string): string | null {
  const wanted = fold(nameInLabel(typed));
  if (Object.hasOwn(ABBREVIATIONS, wanted)) return null;
  const named = zones().filter((zone) => (rankOf(zone, wanted) ?? Infinity) <= EXACT);
  const [only] = named;
  if (only !== undefined) return named.length === 1 ? only.name : null;
  return otherName(typed.trim());
}

/**
 * At most 25 zones for a text that somebody is typing, the likeliest first. Each has its country, its present offset
 * and the time on its clocks. People may also type an offset (`+3`, `UTC-4:30`), an abbreviation (`PST`) or the code of
 * a country (`TR`).
 * @param now epoch milliseconds
 * @param locale the reader's locale: country names are in its language, and zones of its country come first
 * @param place gives a zone's city in the reader's language
 */
export function timeZoneChoices(
  typed: string,
  now: number,
  locale: string,
  place: (zone: string) => string = ownName,
): readonly TimeZoneChoice[] {
  const home = homeOf(locale);
  const offset = typedOffset(typed);
  const wanted = fold(nameInLabel(typed));
  const found =
    offset === null
      ? lookedUp(wanted, home)
      : zones()
          .filter((zone) => localAt(now, zone.name).offsetNanoseconds === offset * 60e9)
          .map((zone) => ({ zone, rank: 0 }));
  const countries = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
  const sorted = found.toSorted(
    (a, b) => a.rank - b.rank || byHome(a.zone, b.zone, home) || compare(a.zone.name, b.zone.name),
  );
  return [...new Set(sorted.map(({ zone }) => zone))]
    .slice(0, MAX_CHOICES)
    .map((zone) => ({ name: described(zone, now, countries, place(zone.name)), value: zone.name }));
}

const ownName = (zone: string): string => placeOf(zone, {});

/** `Istanbul, Türkiye · UTC+3 · 16:42` */
function described(zone: Zone, now: number, countries: Intl.DisplayNames, city: string): string {
  const country = zone.country === null ? null : countries.of(zone.country);
  const where = country === null || country === undefined ? city : `${city}, ${country}`;
  const there = localAt(now, zone.name);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  const facts = ` · ${offsetText(there.offsetNanoseconds)} · ${time}`;
  return where.slice(0, MAX_NAME - facts.length) + facts;
}

function offsetText(nanoseconds: number): string {
  if (nanoseconds === 0) return 'UTC';
  const minutes = Math.round(Math.abs(nanoseconds) / 60e9);
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `UTC${nanoseconds < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest}`;
}

/** The city in the label of a choice. A client may send the label in place of the value. */
function nameInLabel(typed: string): string {
  const [name = typed, ...facts] = typed.split(' · ');
  return facts.length === 0 ? typed : name.replace(/,.*$/s, '');
}

/** The minutes of `+3`, `UTC+03:30`, `gmt -4`, or of `Etc/GMT-3`, whose sign is reversed. Null for any other text. */
function typedOffset(typed: string): number | null {
  const match = /^\s*(etc\/)?(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?:[:.]?(\d\d))?\s*$/i.exec(typed);
  if (match === null) return null;
  const [, turned, sign, hours, minutes] = match;
  const isWest = (sign !== '+') !== (turned !== undefined);
  return (isWest ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

/**
 * The zones that an abbreviation stands for, then the zones whose names match. The letters of an abbreviation stand
 * inside other names by chance, so such matches are left out.
 */
function lookedUp(wanted: string, home: string | null): readonly Ranked[] {
  const written = abbreviated(wanted, home);
  const alike = matching(wanted);
  return [...written, ...(written.length === 0 ? alike : alike.filter(({ rank }) => rank <= BEGUN))];
}

/**
 * The zones that an abbreviation or the code of a country (folded) stands for. They come before zones whose names are
 * only similar.
 */
function abbreviated(wanted: string, home: string | null): readonly Ranked[] {
  // Somebody may type the name of a property that every object has, such as `constructor`.
  const meant = Object.hasOwn(ABBREVIATIONS, wanted) ? (ABBREVIATIONS[wanted] ?? []) : [];
  const inOrder = meant.flatMap((name) => zones().find((zone) => zone.name === name) ?? []);
  const there = zones().filter(({ country }) => country !== null && fold(country) === wanted);
  return [...inOrder, ...there]
    .toSorted((a, b) => Number(b.country === home) - Number(a.country === home))
    .map((zone, index, all) => ({ zone, rank: index - all.length }));
}

/** Up to this rank, the whole name of a zone, city or country was typed. */
const EXACT = 1;
/** Up to this rank, the name of a zone, city or country begins with the typed text. */
const BEGUN = 3;

/** How well a zone fits a typed text (folded): 0 is best, null is no fit. */
function rankOf(zone: Zone, wanted: string): number | null {
  if (zone.path === wanted || zone.cities.includes(wanted)) return 0;
  if (zone.countries.includes(wanted)) return EXACT;
  if (zone.cities.some((city) => city.startsWith(wanted))) return 2;
  if (zone.countries.some((country) => country.startsWith(wanted))) return BEGUN;
  const all = [zone.path, ...zone.cities, ...zone.countries];
  if (all.some((name) => name.includes(` ${wanted}`))) return 4;
  return all.some((name) => name.includes(wanted)) ? 5 : null;
}

/** A zone that may be meant. The lowest rank is the likeliest. */
interface Ranked {
  readonly zone: Zone;
  readonly rank: number;
}

function matching(wanted: string): readonly Ranked[] {
  return zones().flatMap((zone) => {
    const rank = rankOf(zone, wanted);
    return rank === null ? [] : [{ zone, rank }];
  });
}

/**
 * Finds a zone by another valid IANA name (`US/Pacific`). Names without a place (`EST`, `Etc/GMT+5`) are left out,
 * because they are only offsets.
 */
function otherName(typed: string): string | null {
  if (!/^[a-z][\w+-]*(?:\/[\w+-]+)+$/i.test(typed) || /^etc\/(?!u|z)/i.test(typed)) return null;
  try {
    return Temporal.ZonedDateTime.from(`1970-01-01T00:00[${typed}]`).timeZoneId;
  } catch {
    return null;
  }
}

let known: readonly Zone[] | undefined;

/** All zones. They are read at the first use, because asking ICU about every country takes some tenths of a second. */
function zones(): readonly Zone[] {
  known ??= readZones(countriesByZone());
  return known;
}

/**
 * Reads all zones ahead of their first use, country by country, so that nobody's first `/setup` waits for that and
 * everything else in the process gets its turn meanwhile.
 */
export async function readZonesAhead(): Promise<void> {
  if (known !== undefined) return;
  const countryOf = new Map<string, string>();
  for (const code of regionCodes()) {
    addZonesOf(code, countryOf);
    await turn();
  }
  known ??= readZones(countryOf);
}

function readZones(countryOf: ReadonlyMap<string, string>): readonly Zone[] {
  const inEnglish = new Intl.DisplayNames('en', { type: 'region' });
  const inTurkish = new Intl.DisplayNames('tr', { type: 'region' });
  return [...Intl.supportedValuesOf('timeZone'), 'UTC'].map((listed) => {
    const name = RENAMED[listed] ?? listed;
    const city = (name.split('/').at(-1) ?? name).replaceAll('_', ' ');
    const country = countryOf.get(listed) ?? null;
    return {
      name,
      city,
      country,
      path: fold(name),
      cities: [city, ...(ALSO_CALLED[name]?.split(', ') ?? [])].map(fold),
      countries: country === null ? [] : [inEnglish, inTurkish].map((names) => fold(names.of(country) ?? '')),
    };
  });
}

function countriesByZone(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const code of regionCodes()) addZonesOf(code, found);
  return found;
}

/** Those of `AA` to `ZZ` that ICU knows by a name. It takes as long to find no zones of the others. */
function regionCodes(): readonly string[] {
  const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => names.of(code) !== undefined);
}

function addZonesOf(code: string, found: Map<string, string>): void {
  // Reading the country back turns the codes of former countries into today's codes.
  const country = new Intl.Locale(`und-${code}`);
  if (country.region === undefined) return;
  for (const zone of country.getTimeZones() ?? []) if (!found.has(zone)) found.set(zone, country.region);
}

function homeOf(locale: string): string | null {
  return new Intl.Locale(locale).maximize().region ?? null;
}

/** Puts the reader's country first, then zones with several known cities, because most people live there. */
function byHome(a: Zone, b: Zone, home: string | null): number {
  const nearness = (zone: Zone): number => Number(zone.country === home) * 2 + Number(zone.cities.length > 1);
  return nearness(b) - nearness(a);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Folds a name and puts one space between its words, so that `America/New_York` equals `america new york`. */
function fold(text: string): string {
  return foldLetters(text)
    .replace(/[\s_/,.'’-]+/g, ' ')
    .trim();
}
