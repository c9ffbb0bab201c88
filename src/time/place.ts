import { RENAMED } from './time-zone-names.ts';

/** The first parts of names such as `Europe/London`. Other names, such as `US/Pacific`, name no city. */
const REGION = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/**
 * A time zone as people call it: by its city. `Europe/London` is `London`, `America/New_York` is `New York`, and
 * `Etc/GMT-3` is `UTC+3`, because the sign in these names is reversed.
 * @param zone an IANA name
 * @param cities what cities are called in the reader's language, by IANA name, where it is not the last part of it
 */
export function placeOf(zone: string, cities: Readonly<Record<string, string>>): string {
  const name = own(RENAMED, zone) ?? zone;
  const city = own(cities, name);
  if (city !== undefined) return city;
  if (REGION.test(name)) return (name.split('/').at(-1) ?? name).replaceAll('_', ' ');
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(name) ?? [];
  if (hours !== undefined && hours !== '0') return `UTC${sign === '-' ? '+' : '-'}${hours}`;
  return name.startsWith('Etc/') ? 'UTC' : name;
}

function own(names: Readonly<Record<string, string>>, zone: string): string | undefined {
  return Object.hasOwn(names, zone) ? names[zone] : undefined;
}
